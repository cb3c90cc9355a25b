import { describe, expect, it } from 'vitest';
import { codeTexts, isFindingCode } from '#server/credentials/core/codes.ts';
import { describeFinding, describeMend } from '#server/credentials/core/describe-finding.ts';
import { decide, outcomeOf, ranking, rankOf } from '#server/credentials/core/rank.ts';
import { type Finding, findingCodes } from '#server/credentials/core/report.ts';
import { tierRules } from '#server/credentials/core/tier.ts';

const finding = (code: Finding['code'], soft = false): Finding => ({
  code,
  check: 'proof',
  detail: 'something',
  ...(soft ? { soft } : {}),
});

describe('codes', () => {
  it('have each an own sentence and a way to mend it', () => {
    const texts = findingCodes.map((code) => codeTexts[code]);
    expect(texts.filter((text) => text.sentence.length < 10 || text.hint.length < 10)).toEqual([]);
    expect(new Set(texts.map(({ sentence }) => sentence)).size).toBe(findingCodes.length);
    expect(Object.keys(codeTexts).sort()).toEqual([...findingCodes].sort());
    expect(isFindingCode('signature') && !isFindingCode('toString')).toBe(true);
  });

  it('leave no placeholder open and say it in plain words', () => {
    for (const code of findingCodes) {
      const words = `${describeFinding(finding(code), null)} ${describeMend(finding(code), null)}`;
      expect(words).not.toMatch(/[{}]|undefined|please|sorry|!/i);
    }
  });
});

describe('the ranking', () => {
  it('has the 26 rows of the specification, each once', () => {
    expect(ranking).toHaveLength(26);
    expect(new Set(ranking.map(({ code, soft }) => `${code} ${soft ?? false}`)).size).toBe(26);
    expect(ranking.map(rankOf)).toEqual(ranking.map((_row, at) => at));
    expect(findingCodes.filter((code) => rankOf({ code }) < 0)).toEqual([]);
  });

  it.each<[string, Finding[], string, Finding['code'] | null]>([
    ['nothing found', [], 'valid', null],
    [
      'a set bit beats an unreachable issuer',
      [finding('issuer-unresolvable'), finding('revoked')],
      'invalid',
      'revoked',
    ],
    [
      'a private address beats a foreign key',
      [finding('issuer-unbound'), finding('ssrf-blocked')],
      'unknown',
      'ssrf-blocked',
    ],
    [
      'a missing key beats the rest of the token',
      [finding('schema'), finding('key-missing')],
      'unknown',
      'key-missing',
    ],
    ['the envelope beats the signature', [finding('signature'), finding('schema')], 'invalid', 'schema'],
    [
      'the signature beats the payload',
      [finding('schema', true), finding('signature')],
      'invalid',
      'signature',
    ],
  ])('decides: %s', (_what, findings, verdict, code) => {
    const decided = decide(findings);
    expect([decided.verdict, decided.deciding?.code ?? null]).toEqual([verdict, code]);
  });

  it('counts what is too large as malformed', () => {
    expect(rankOf({ code: 'too-large' })).toBe(0);
    expect(outcomeOf({ code: 'too-large' })).toBe('invalid');
  });
});

describe('the rules of evidence strength', () => {
  it('have each an id and a sentence, and reach from 0 to 5', () => {
    expect(new Set(tierRules.map(({ id }) => id)).size).toBe(tierRules.length);
    expect(new Set(tierRules.map(({ level }) => level))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    expect(tierRules.filter(({ sentence }) => !sentence.endsWith('.'))).toEqual([]);
  });
});
