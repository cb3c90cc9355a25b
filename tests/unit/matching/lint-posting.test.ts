import { describe, expect, it } from 'vitest';
import { type Holders, lintPosting, type Posting } from '#server/matching/core/lint-posting.ts';

const now = new Date('2026-11-23T09:00:00Z');
const holders = (people: number, issuers = 2, newestAt = now): Holders => ({ people, issuers, newestAt });
const line = (skillKey: number, rest = {}) => ({
  skillKeys: [skillKey],
  ...{ must: false, weight: 2, minLevel: 3, minTier: 2 },
  ...rest,
});
const facts = (asked: Holders, easier: Partial<Posting['facts'][number]> = {}) => ({
  asked,
  easierLevels: [],
  easierTiers: [],
  ...easier,
});
const posting = (rest: Partial<Posting>): Posting => ({
  ...{ lines: [line(1)], facts: [facts(holders(6))], degreeNeeded: false, field: 40, broader: [], now },
  ...rest,
});
const codes = (rest: Partial<Posting>) => lintPosting(posting(rest)).map((warning) => warning.code);

describe('the linter of postings', () => {
  it('is silent about a sound posting', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ lines: [], facts: [], degreeNeeded: true })).toEqual([]);
  });

  it('warns when nobody can meet a line, and asks for the nearest level that brings somebody', () => {
    const easierLevels = [
      { minLevel: 2, holders: holders(0) },
      { minLevel: 1, holders: holders(61) },
    ];
    expect(lintPosting(posting({ facts: [facts(holders(0, 0), { easierLevels })] }))).toEqual([
      { code: 'nobody', line: 0, share: null, mend: { kind: 'level', line: 0, minLevel: 1, gains: 61 } },
    ]);
  });

  it('warns when one issuer alone can prove it, and takes what more issuers prove', () => {
    const easierLevels = [{ minLevel: 2, holders: holders(9, 1) }];
    const easierTiers = [{ minTier: 1, holders: holders(12, 3) }];
    const [warning] = lintPosting(posting({ facts: [facts(holders(6, 1), { easierLevels, easierTiers })] }));
    expect(warning).toMatchObject({
      code: 'one-issuer',
      mend: { kind: 'tier', line: 0, minTier: 1, gains: 6 },
    });
  });

  it('makes a must-have nice, lightens what is nice, and drops what counts least, when nothing easier helps', () => {
    const hopeless = [facts(holders(0, 0))];
    const mendOf = (rest: object) =>
      lintPosting(posting({ lines: [line(1, rest)], facts: hopeless }))[0]?.mend;
    expect(mendOf({ must: true })).toEqual({ kind: 'nice', line: 0 });
    expect(mendOf({ weight: 4 })).toEqual({ kind: 'weight', line: 0, weight: 1 });
    expect(mendOf({ weight: 1 })).toEqual({ kind: 'remove', line: 0 });
  });

  it('warns of skills whose newest proof is old', () => {
    expect(codes({ facts: [facts(holders(6, 2, new Date('2023-01-01')))] })).toEqual(['stale']);
    expect(codes({ facts: [facts({ people: 6, issuers: 2, newestAt: null })] })).toEqual([]);
  });

  it('warns of what everybody has, in a field that is large enough to say so', () => {
    expect(lintPosting(posting({ facts: [facts(holders(37))] }))[0]).toMatchObject({
      code: 'everyone',
      share: 93,
      mend: { kind: 'weight', weight: 1 },
    });
    expect(codes({ facts: [facts(holders(9))], field: 9 })).toEqual([]);
  });

  it('warns when only specialist skills are asked, and names the broader one that most rest on', () => {
    const lines = [line(1), line(2), line(3)];
    const known = lines.map(() => facts(holders(6)));
    const broader = [
      { of: 1, skillKey: 9, label: 'Data' },
      { of: 2, skillKey: 9, label: 'Data' },
      { of: 3, skillKey: 8, label: 'Care' },
    ];
    const found = lintPosting(posting({ lines, facts: known, broader }));
    expect(found).toEqual([
      { code: 'foundation', line: null, share: null, mend: { kind: 'add', skillKey: 9, label: 'Data' } },
    ]);
    const founded = { lines: [...lines, line(9)], facts: [...known, facts(holders(6))], broader };
    expect(codes(founded)).toEqual([]);
  });

  it('warns of a degree', () => {
    expect(lintPosting(posting({ degreeNeeded: true }))[0]?.mend).toEqual({ kind: 'degree' });
  });
});
