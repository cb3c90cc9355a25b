import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRankings } from '#server/matching/core/compare-rankings.ts';
import type { Coverage } from '#server/matching/core/coverage.ts';
import { rankCandidates } from '#server/matching/core/rank.ts';

const coverage = (totalMicro: number, mustsMet = true): Coverage => ({
  kind: 'score',
  ...{ totalMicro, mustsMet, unknownMicro: 0, missingMicro: 100_000_000 - totalMicro, parts: [] },
});
const ranked = (people: Record<string, Coverage>) =>
  rankCandidates(Object.entries(people).map(([candidateId, each]) => ({ candidateId, coverage: each })));

describe('what a change does to an order', () => {
  it('says who moves, from which rank to which, and who leaves the first queue', () => {
    const before = ranked({ a: coverage(90), b: coverage(80), c: coverage(70), d: coverage(10, false) });
    const after = ranked({ a: coverage(90, false), b: coverage(80), c: coverage(85), d: coverage(10) });
    expect(compareRankings(before, after)).toEqual({
      ...{ up: 2, down: 1, leaveFirst: 1, joinFirst: 1 },
      moves: [
        { candidateId: 'a', from: 1, to: 4, fromQueue: 'first', toQueue: 'second' },
        { candidateId: 'c', from: 3, to: 1, fromQueue: 'first', toQueue: 'first' },
        { candidateId: 'd', from: 4, to: 3, fromQueue: 'second', toQueue: 'first' },
      ],
    });
  });

  it('has no places to compare where there is no score', () => {
    const scored = ranked({ a: coverage(1) });
    const unscored = ranked({ a: { kind: 'no-score' } });
    expect(compareRankings(scored, unscored).moves).toEqual([]);
    expect(compareRankings(unscored, scored).moves).toEqual([]);
  });

  it('is nothing when nothing changes, and the mirror image when it is taken back', () => {
    const field = fc.dictionary(fc.string({ minLength: 1 }), fc.tuple(fc.nat(20), fc.boolean()));
    fc.assert(
      fc.property(field, fc.array(fc.nat(20)), (people, others) => {
        const before = ranked(
          Object.fromEntries(
            Object.entries(people).map(([id, [points, met]]) => [id, coverage(points, met)]),
          ),
        );
        const after = ranked(
          Object.fromEntries(
            Object.entries(people).map(([id, [points, met]], at) => [
              id,
              coverage(others[at] ?? points, met),
            ]),
          ),
        );
        expect(compareRankings(before, before).moves).toEqual([]);
        const [there, back] = [compareRankings(before, after), compareRankings(after, before)];
        expect([there.up, there.down, there.leaveFirst]).toEqual([back.down, back.up, back.joinFirst]);
      }),
    );
  });
});
