import { describe, expect, it } from 'vitest';
import { wordsOfEveryPage } from '#app/i18n/pick-words.ts';
import { listPages, wordsGiven, wordsInBrowser } from '#tests/support/words-of-pages.ts';

describe('words in the browser', () => {
  const pages = listPages();

  it('are looked for on all pages', () => {
    expect(pages.length).toBeGreaterThan(30);
    expect(wordsInBrowser(['app/verify/page.tsx'])).toContain('verify');
    expect(wordsGiven('app/verify/layout.tsx')).toContain('verify');
  });

  it.each(pages)('$page gets those that its client components ask for', ({ files }) => {
    const given = new Set<string>([...wordsOfEveryPage, ...files.flatMap(wordsGiven)]);
    const missing = [...wordsInBrowser(files)].filter((space) => !given.has(space));
    expect(missing).toEqual([]);
  });
});
