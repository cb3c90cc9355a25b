import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { pickWords } from './pick-words.ts';
import { WordsHere } from './words-here.tsx';

/**
 * Sends more namespaces of the catalogue to the browser, for the client components inside. The root layout sends those
 * that every page needs; a page or layout adds its own here (held by tests/architecture/words-of-pages.test.ts).
 */
export async function MoreWords({ of, children }: { of: readonly string[]; children: ReactNode }) {
  return <WordsHere words={pickWords(await getMessages(), of)}>{children}</WordsHere>;
}
