/** Guard: every code of a report has words of its own on the pages, and no two codes share a sentence. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findingCodes } from '#server/credentials/core/report.ts';

const file = fileURLToPath(new URL('../../../app/i18n/en/proof.json', import.meta.url));
type Words = Record<'short' | 'what' | 'help', string>;
const { reason } = JSON.parse(readFileSync(file, 'utf8')) as { reason: Record<string, Words | string> };
const wordsOf = (code: string) => reason[code] as Words | undefined;

describe('the words of refusals on the pages', () => {
  it.each(findingCodes)('%s has a name, a sentence and a mend', (code) => {
    const { short = '', what = '', help = '' } = wordsOf(code) ?? {};
    expect(short).toMatch(/^\S.{3,}/);
    expect(what).toMatch(/^\S.{10,}/);
    expect(help).toMatch(/^\S.{5,}/);
  });

  it('no two share a sentence', () => {
    const sentences = findingCodes.map((code) => wordsOf(code)?.what);
    expect(new Set(sentences).size).toBe(findingCodes.length);
  });
});
