import type { AbstractIntlMessages } from 'next-intl';

/** Namespaces that client components of every page may ask for. */
export const wordsOfEveryPage = ['ui', 'palette', 'notices'] as const;

/** The part of the catalogue below these namespaces. */
export function pickWords(catalogue: AbstractIntlMessages, spaces: readonly string[]): AbstractIntlMessages {
  return Object.fromEntries(
    spaces.map((space) => {
      const words = catalogue[space];
      if (words === undefined) throw new Error(`The catalogue has no namespace ${space}`);
      return [space, words];
    }),
  );
}
