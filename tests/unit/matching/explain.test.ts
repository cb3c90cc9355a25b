import { array, assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apportion, roundTogether } from '#server/matching/core/apportion.ts';
import { computeCoverage } from '#server/matching/core/coverage.ts';
import {
  explainCoverage,
  type NamedRequirement,
  orderRequirements,
  showPoints,
  showTenths,
} from '#server/matching/core/explain.ts';
import { evidenceRows, now, runs, shuffled, someRequirements } from './arbitraries.ts';

describe('apportion', () => {
  it('gives the odd points to the largest remainders', () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(10, [6, 6, 7])).toEqual([3, 3, 4]);
    expect(apportion(100_000_000, [1, 2, 4])).toEqual([14_285_714, 28_571_429, 57_142_857]);
    expect(apportion(5, [0, 0])).toEqual([0, 0]);
    expect(apportion(7, [])).toEqual([]);
  });

  it('law: the shares sum to the total, and none is a whole unit off', () => {
    const input = tuple(
      integer({ min: 0, max: 100_000_000 }),
      array(integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 40 }),
    );
    assert(
      property(input, ([total, weights]) => {
        const shares = apportion(total, weights);
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        shares.forEach((share, position) => {
          expect(Math.abs(share * all - total * (weights[position] ?? 0))).toBeLessThan(all);
        });
      }),
      runs,
    );
  });

  it('rounds together to the asked sum', () => {
    expect(roundTogether([33, 33, 34], 10, 10)).toEqual([3, 3, 4]);
    expect(roundTogether([5, 0, 5], 10, 1)).toEqual([1, 0, 0]);
  });
});

describe('laws of what is shown', () => {
  it('law: everything shown adds up: rows, columns, and the sum to 100.0', () => {
    assert(
      property(someRequirements, evidenceRows, (requirements, evidence) => {
        const coverage = computeCoverage(requirements, evidence, now);
        if (coverage.kind !== 'score') throw new Error('expected a score');
        const shown = showPoints(coverage);
        const column = (pick: (part: (typeof shown.parts)[number]) => number) =>
          shown.parts.reduce((sum, part) => sum + pick(part), 0);
        expect(column((part) => part.pointsTenths)).toBe(shown.totalTenths);
        expect(column((part) => part.unknownTenths)).toBe(shown.unknownTenths);
        expect(column((part) => part.missingTenths)).toBe(shown.missingTenths);
        expect(shown.totalTenths + shown.unknownTenths + shown.missingTenths).toBe(1_000);
        expect(shown.totalTenths).toBe(showTenths(coverage.totalMicro));
        shown.parts.forEach((part, position) => {
          const exact = coverage.parts[position];
          expect(part.pointsTenths + part.unknownTenths + part.missingTenths).toBe(part.ofTenths);
          expect(Math.abs(part.pointsTenths * 100_000 - (exact?.pointsMicro ?? 0))).toBeLessThan(100_000);
          if (exact?.status === 'met') expect(part.pointsTenths).toBe(part.ofTenths);
          if (exact?.pointsMicro === 0) expect(part.pointsTenths).toBe(0);
        });
      }),
      runs,
    );
  });

  it('law: the shown order is never another than the exact order', () => {
    const micro = integer({ min: 0, max: 100_000_000 });
    assert(
      property(micro, micro, (one, other) => {
        if (one >= other) expect(showTenths(one)).toBeGreaterThanOrEqual(showTenths(other));
      }),
      runs,
    );
  });

  it('law: the order of bar segments does not depend on the order of rows', () => {
    const named = someRequirements.map((rows) =>
      rows.map((row) => ({ ...row, name: `skill ${row.skillKeys[0]}` })),
    );
    const orders = named.chain((rows) => tuple(shuffled(rows), shuffled(rows)));
    assert(
      property(orders, ([one, other]) => {
        expect(orderRequirements(one)).toEqual(orderRequirements(other));
      }),
      runs,
    );
  });
});

describe('explanation', () => {
  it('orders segments by must-have, weight, name', () => {
    const order = orderRequirements([
      asked('1', 'zebra', { weight: 2 }),
      asked('2', 'apple', { weight: 2 }),
      asked('3', 'light', { must: true }),
      asked('4', 'Berry', { weight: 2 }),
      asked('5', 'heavy', { must: true, weight: 9 }),
    ]);
    expect(order.map((each) => each.name)).toEqual(['heavy', 'light', 'apple', 'Berry', 'zebra']);
  });

  it('says what could rise, which must-have fails and how long the proof holds', () => {
    const requirements = [
      asked('1', 'Python', { must: true, minLevel: 3 }),
      asked('2', 'SQL', { skillKeys: [2, 3] }),
    ];
    const row = { skillKey: 1, tier: 3, issuerId: 'i', validFrom: null } as const;
    const until = new Date('2027-01-31T00:00:00Z');
    const coverage = computeCoverage(
      requirements,
      [
        { ...row, level: 2, credentialId: 'c1', standing: 'stands', validUntil: until },
        { ...row, level: 4, credentialId: 'c2', standing: 'unknown', validUntil: null },
      ],
      now,
    );
    if (coverage.kind !== 'score') throw new Error('expected a score');
    const { rows, musts } = explainCoverage(requirements, coverage);
    expect(musts).toEqual({ met: 0, asked: 1 });
    expect(rows[0]?.pieces).toEqual([
      { code: 'level-below', params: { level: 2, minLevel: 3 } },
      { code: 'could-rise', params: { couldAddTenths: 167 } },
      { code: 'must-not-met', params: {} },
      { code: 'holds-until', params: { until: '2027-01-31T00:00:00.000Z' } },
    ]);
    expect(rows[1]?.pieces).toEqual([{ code: 'no-evidence', params: { alternatives: 2 } }]);
  });
});

function asked(id: string, name: string, more: Partial<NamedRequirement> = {}): NamedRequirement {
  return { id, name, skillKeys: [1], must: false, weight: 1, minLevel: null, minTier: 0, ...more };
}
