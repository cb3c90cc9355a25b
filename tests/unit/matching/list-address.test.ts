import {
  array,
  assert,
  boolean,
  constantFrom,
  integer,
  option,
  property,
  record,
  string,
  uniqueArray,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseListView, readListView, writeListView } from '#server/matching/core/filter-address.ts';
import { rankingSorts } from '#server/matching/core/list-order.ts';
import {
  credentialKinds,
  listFilterParts,
  openRanking,
  type RankingFilter,
  rankingFilterShape,
} from '#server/matching/core/ranking-filter.ts';
import { runs } from './arbitraries.ts';

const text = string({ minLength: 1, maxLength: 30, unit: 'binary' });
const words = string({ maxLength: 40, unit: 'grapheme' }).map((each) => each.replace(/\s+/g, ' ').trim());

const filters = record<RankingFilter>({
  skills: uniqueArray(
    record({
      skillKey: integer({ min: 0, max: 999_999_999 }),
      minLevel: option(integer({ min: 1, max: 4 })),
    }),
    { maxLength: 10, selector: (skill) => skill.skillKey },
  ),
  minTier: option(integer({ min: 1, max: 5 })),
  issuerIds: uniqueArray(text, { maxLength: 20 }),
  kinds: uniqueArray(constantFrom(...credentialKinds)),
  freshYears: option(integer({ min: 1, max: 50 })),
  stages: uniqueArray(constantFrom('applied', 'screen', 'none', 'declined')),
  places: uniqueArray(text, { maxLength: 10 }),
  mustsMet: boolean(),
  queue: constantFrom(null, 'first', 'second'),
  words,
});
const views = record({ filter: filters, sort: constantFrom(...rankingSorts) });

/** URLs hold whole characters only: a half of a surrogate pair becomes U+FFFD. */
const isWhole = (view: { filter: RankingFilter }) =>
  [...view.filter.issuerIds, ...view.filter.places, view.filter.words].every(
    (each) => !/[\ud800-\udfff]/u.test(each),
  );

describe('the address of a list', () => {
  it('says exactly what is asked: written and read, it is the same', () => {
    assert(
      property(views.filter(isWhole), (view) => {
        expect(parseListView(writeListView(view))).toEqual(view);
      }),
      runs,
    );
  });

  it('has one spelling', () => {
    assert(
      property(views.filter(isWhole), (view) => {
        const written = writeListView(view);
        expect(writeListView(parseListView(written))).toBe(written);
      }),
      runs,
    );
  });

  it('opens a list whatever stands in it, with filters that the procedure takes', () => {
    const names = constantFrom(
      'q',
      'skill',
      'tier',
      'issuer',
      'kind',
      'years',
      'musts',
      'queue',
      'stage',
      'sort',
    );
    assert(
      property(array(record({ name: names, value: string({ unit: 'binary', maxLength: 250 }) })), (pairs) => {
        const query: Record<string, string[]> = {};
        for (const { name, value } of pairs) query[name] = [...(query[name] ?? []), value];
        expect(rankingFilterShape.safeParse(readListView(query).filter).success).toBe(true);
      }),
      runs,
    );
  });

  it('is empty for a list that asks nothing', () => {
    expect(writeListView({ filter: openRanking, sort: 'coverage' })).toBe('');
    expect(parseListView('')).toEqual({ filter: openRanking, sort: 'coverage' });
  });

  it('leaves out what does not fit', () => {
    const query = {
      skill: ['x', '3:9', '12:3', '12'],
      tier: '9',
      years: '-1',
      sort: 'points',
      queue: 'third',
    };
    expect(readListView(query)).toEqual({
      filter: { ...openRanking, skills: [{ skillKey: 12, minLevel: 3 }] },
      sort: 'coverage',
    });
  });
});

describe('the filters of a list, one by one', () => {
  it('are each taken away alone, and none is left when all are', () => {
    assert(
      property(filters, (filter) => {
        const parts = listFilterParts(filter);
        expect(new Set(parts.map((part) => part.key)).size).toBe(parts.length);
        for (const part of parts) {
          const left = listFilterParts(part.without).map((other) => other.key);
          expect(left).toEqual(parts.map((other) => other.key).filter((key) => key !== part.key));
        }
        if (parts.length === 0) expect(writeListView({ filter, sort: 'coverage' })).toBe('');
      }),
      { numRuns: 200 },
    );
  });
});
