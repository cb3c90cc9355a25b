import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Draft,
  mendDraft,
  moveLine,
  newLine,
  sharesOf,
} from '#app/hire/[org]/jobs/[jobId]/edit/draft.ts';

const lines = (...weights: string[]) =>
  weights.map((weight, at) => ({ ...newLine({ skillKey: at + 1, label: `Skill ${at + 1}` }), weight }));

describe('the shares of weights', () => {
  it('add up to 100 whatever the weights', () => {
    const weight = fc.integer({ min: 1, max: 9 }).map(String);
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 40 }), (weights) => {
        const shares = sharesOf(lines(...weights));
        expect(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBe(100);
      }),
    );
  });

  it('leave out a weight that is being typed', () => {
    expect(sharesOf(lines('3', '', '1', '12'))).toEqual([75, null, 25, null]);
    expect(sharesOf(lines('', 'x'))).toEqual([null, null]);
    expect(sharesOf([])).toEqual([]);
  });
});

describe('moving a line', () => {
  it('keeps all of them, in their order', () => {
    expect(moveLine(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd']);
    expect(moveLine(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c']);
    expect(moveLine(['a'], 4, 0)).toEqual(['a']);
  });
});

describe('a press on a warning', () => {
  const draft = { lines: lines('4', '2'), degreeNeeded: true } as Draft;
  const mended = (mend: Parameters<typeof mendDraft>[1]) => mendDraft(draft, mend);
  it('changes what it names and nothing else', () => {
    expect(mended({ kind: 'degree' })).toEqual({ degreeNeeded: false });
    expect(mended({ kind: 'weight', line: 0, weight: 2 }).lines?.map((line) => line.weight)).toEqual([
      '2',
      '2',
    ]);
    expect(mended({ kind: 'level', line: 1, minLevel: 1, gains: 6 }).lines?.[1]?.minLevel).toBe(1);
    expect(mended({ kind: 'tier', line: 1, minTier: 2, gains: null }).lines?.[1]?.minTier).toBe(2);
    expect(mended({ kind: 'remove', line: 0 }).lines?.map((line) => line.key)).toEqual(['skill-2']);
    expect(mended({ kind: 'add', skillKey: 9, label: 'Data' }).lines?.at(-1)?.skills).toEqual([
      expect.objectContaining({ skillKey: 9, label: 'Data' }),
    ]);
  });
});
