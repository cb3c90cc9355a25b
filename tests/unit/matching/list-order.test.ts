import {
  assert,
  constantFrom,
  date,
  integer,
  option,
  property,
  record,
  string,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passesGate, queueGates } from '#server/jobs/core/queue-gate.ts';
import {
  compareKeys,
  type Orderable,
  orderKey,
  rankingSorts,
  readCursor,
  writeCursor,
} from '#server/matching/core/list-order.ts';
import { runs } from './arbitraries.ts';

const points = (totalMicro: number, mustsMet: boolean) => ({
  ...{ kind: 'score' as const, totalMicro, mustsMet },
  ...{ unknownMicro: 0, missingMicro: 0, parts: [] },
});
const orderables = uniqueArray(
  record<Orderable>({
    candidateId: string({ minLength: 1, maxLength: 4 }),
    queue: constantFrom('first', 'second', null),
    coverage: constantFrom(
      { kind: 'no-score' as const },
      points(0, false),
      points(50, false),
      points(50, true),
    ),
    appliedAt: option(date({ min: new Date(0), max: new Date('2027-01-01'), noInvalidDate: true })),
    name: string({ unit: 'grapheme', maxLength: 60 }),
  }),
  { selector: (each) => each.candidateId, maxLength: 12 },
);
const sorts = constantFrom(...rankingSorts);

describe('the orders of a list', () => {
  it('are total, and keep the queues apart: first, second, no score', () => {
    assert(
      property(orderables, sorts, (people, sort) => {
        const keys = people.map((person) => orderKey(person, sort)).sort(compareKeys);
        for (const [at, key] of keys.entries()) {
          const next = keys[at + 1];
          if (next) expect(compareKeys(key, next)).toBeLessThan(0);
          if (next) expect(Number(key[0])).toBeLessThanOrEqual(Number(next[0]));
        }
      }),
      runs,
    );
  });

  it('go on behind a cursor exactly where it was written', () => {
    assert(
      property(orderables, sorts, integer({ min: 0, max: 11 }), (people, sort, at) => {
        const keys = people.map((person) => orderKey(person, sort)).sort(compareKeys);
        const last = keys[at];
        if (!last) return;
        const read = readCursor(sort, writeCursor(sort, last));
        expect(read && keys.filter((key) => compareKeys(key, read) > 0)).toEqual(keys.slice(at + 1));
      }),
      runs,
    );
  });

  it('take no cursor of another order, and none that is made up', () => {
    const key = orderKey(
      { candidateId: 'a', queue: 'first', coverage: points(1, true), appliedAt: null, name: '' },
      'coverage',
    );
    expect(readCursor('applied', writeCursor('coverage', key))).toBeNull();
    for (const text of ['', 'f1', 'bnVsbA==', '💥', btoa('["coverage"]')])
      expect(readCursor('coverage', text)).toBeNull();
  });
});

describe('the gate of the first queue', () => {
  it('lets everybody in where the job has no must-have', () => {
    for (const gate of queueGates) expect(passesGate(gate, { met: 0, asked: 0 })).toBe(true);
  });

  it('asks all, one or none of the must-haves', () => {
    const entering = (met: number) => queueGates.filter((gate) => passesGate(gate, { met, asked: 2 }));
    expect([0, 1, 2].map(entering)).toEqual([
      ['none'],
      ['one-must', 'none'],
      ['every-must', 'one-must', 'none'],
    ]);
  });
});
