import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countChanges,
  listMoves,
  lookAgain,
  mostPlaces,
  type Order,
  takeOrder,
  visitMs,
} from '#server/matching/core/moves.ts';
import { sumStake, weighEvidence } from '#server/matching/core/stake.ts';

const minute = 60_000;
const start = new Date('2026-11-23T09:00:00Z');
const on = (minutes: number) => new Date(start.getTime() + minutes * minute);
const order = (...ids: string[]): Order => ids.map((id, at) => [id, at + 1] as const);
const orders = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 12 })
  .map((ids) => order(...ids));

describe('moves', () => {
  it('are places won or lost; who came or went did not move', () => {
    const moves = listMoves(order('ada', 'bob', 'cem'), order('bob', 'cem', 'dee', 'ada'));
    expect([...moves]).toEqual([
      ['bob', 1],
      ['cem', 1],
      ['ada', -3],
    ]);
    expect(countChanges(order('ada', 'bob'), order('bob', 'dee'))).toBe(3);
  });

  it('of an order against itself are none, and back again the opposite', () => {
    fc.assert(
      fc.property(orders, orders, (a, b) => {
        expect(listMoves(a, a).size).toBe(0);
        expect(countChanges(a, a)).toBe(0);
        expect(countChanges(a, b)).toBe(countChanges(b, a));
        for (const [id, places] of listMoves(a, b)) expect(listMoves(b, a).get(id)).toBe(-places);
      }),
    );
  });

  it('are remembered for a thousand places, and for nobody without a rank', () => {
    const many = Array.from({ length: 1_500 }, (_, at) => ({ candidateId: `${at}`, rank: at + 1 }));
    expect(takeOrder(many)).toHaveLength(mostPlaces);
    expect(takeOrder([{ candidateId: 'ada', rank: null }])).toEqual([]);
  });
});

describe('a visit', () => {
  const [first, second, third] = [order('ada', 'bob'), order('bob', 'ada'), order('ada')];

  it('compares with the end of the one before, however often the page is loaded', () => {
    let view = lookAgain(null, first, on(0));
    view = lookAgain(view, first, on(10));
    const next = on(10 + visitMs / minute + 1);
    view = lookAgain(view, second, next);
    expect(view).toMatchObject({ baseAt: on(10), baseOrder: first, seenOrder: second });
    view = lookAgain(view, third, new Date(next.getTime() + 5 * minute));
    expect(view).toMatchObject({ baseAt: on(10), baseOrder: first, seenOrder: third });
  });

  it('that is the first compares with how it began', () => {
    const view = lookAgain(lookAgain(null, first, on(0)), second, on(5));
    expect(view).toMatchObject({ baseAt: on(0), baseOrder: first, seenAt: on(5), seenOrder: second });
  });
});

describe('what a credential carries', () => {
  const line = (id: string, skillKey: number) => ({
    ...{ id, skillKeys: [skillKey], must: false, weight: 1, minLevel: null, minTier: 0 as const },
  });
  const proof = (credentialId: string, skillKey: number) => ({
    ...{ skillKey, level: null, tier: 3 as const, credentialId, issuerId: 'i' },
    ...{ validFrom: null, validUntil: null, standing: 'stands' as const },
  });
  const asked = [line('a', 1), line('b', 2)];

  it('is what would be lost without it; what two prove, neither carries', () => {
    expect(weighEvidence(asked, [proof('x', 1), proof('y', 2), proof('z', 2)], start)).toEqual([
      { credentialId: 'x', micro: 50_000_000 },
    ]);
    expect(weighEvidence([], [proof('x', 1)], start)).toEqual([]);
  });

  it('is put together over applications', () => {
    expect(sumStake([150, 150, 0])).toEqual({ applications: 2, tenths: 150, evenly: true });
    expect(sumStake([150, 225])).toEqual({ applications: 2, tenths: 225, evenly: false });
    expect(sumStake([])).toEqual({ applications: 0, tenths: 0, evenly: true });
  });
});
