import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingCodes, type Verdict } from '#server/credentials/core/report.ts';
import {
  backOffMs,
  isUnreachable,
  longest,
  nextListLook,
  nextLook,
  type Outlook,
  withdrawalOf,
} from '#server/credentials/core/schedule.ts';
import { carryStanding, type KnownStanding } from '#server/credentials/core/standing.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = new Date('2026-11-23T12:00:00Z');
const at = (ms: number) => new Date(now.getTime() + ms);
const text = (ms: number) => at(ms).toISOString();

const settled: Outlook = {
  verdict: 'valid',
  code: null,
  withdrawal: 'none',
  dates: [],
  changedAt: at(-400 * day),
  unreachableSince: null,
};
const waits = (outlook: Partial<Outlook>, everyMs = hour, spread = 0) =>
  nextLook({ ...settled, ...outlook }, now, everyMs, spread).getTime() - now.getTime();

describe('the next whole verification, at one hour at the least', () => {
  it.each<[string, Partial<Outlook>, number]>([
    ['nothing can end it: a week', {}, 7 * day],
    ['its list is looked at apart: a day', { withdrawal: 'listed' }, day],
    ['it must be asked for: a day', { withdrawal: 'asked' }, day],
    ['it changed four hours ago: two hours', { withdrawal: 'listed', changedAt: at(-4 * hour) }, 2 * hour],
    ['it has only just come: the least', { withdrawal: 'asked', changedAt: now }, hour],
    ['nobody answers since just now: the least', { verdict: 'unknown', unreachableSince: now }, hour],
    ['since ten hours: five', { verdict: 'unknown', unreachableSince: at(-10 * hour) }, 5 * hour],
    ['since a month: a day', { verdict: 'unknown', unreachableSince: at(-30 * day) }, day],
    ['its signature is wrong: a week', { verdict: 'invalid', code: 'signature', changedAt: now }, 7 * day],
    [
      'it was withdrawn, by a list: a day',
      { verdict: 'invalid', code: 'revoked', withdrawal: 'listed' },
      day,
    ],
    ['we cannot read it yet: a day', { verdict: 'unknown', code: 'unsupported-suite', changedAt: now }, day],
    ['it ends in ten minutes: then', { dates: [text(-day), text(10 * minute)] }, 10 * minute],
    [
      'it begins in a day: then',
      { code: 'not-yet-valid', verdict: 'invalid', dates: [text(day), null] },
      day,
    ],
    ['a date without zone is read as UTC', { dates: ['2026-11-23T13:30:00'] }, 90 * minute],
  ])('%s', (_what, outlook, wait) => {
    expect(waits(outlook)).toBe(wait);
  });

  it('an operator who looks every half minute hears of hosted badges as often', () => {
    expect(waits({ withdrawal: 'asked' }, 30_000)).toBe(30_000);
  });
});

const seconds = 1_000;
const times = fc.integer({ min: -800 * 86_400, max: 800 * 86_400 }).map((time) => time * seconds);
const past = fc.integer({ min: -800 * day, max: 0 }).map(at);
const outlooks: fc.Arbitrary<Outlook> = fc.record({
  verdict: fc.constantFrom<Verdict>('valid', 'invalid', 'unknown'),
  code: fc.option(fc.constantFrom(...findingCodes)),
  withdrawal: fc.constantFrom('listed' as const, 'asked' as const, 'none' as const),
  dates: fc.array(fc.option(fc.oneof(times.map(text), fc.string())), { maxLength: 4 }),
  changedAt: past,
  unreachableSince: fc.option(past),
});
const periods = fc.integer({ min: 5_000, max: day });
const spreads = fc.double({ min: 0, max: 1, noNaN: true });

describe('for any credential', () => {
  it('the next look lies between the least period and a week, or on one of its own dates', () => {
    fc.assert(
      fc.property(outlooks, periods, spreads, (outlook, every, spread) => {
        const next = nextLook(outlook, now, every, spread).getTime();
        const own = outlook.dates.map((date) => Date.parse(date ?? ''));
        expect(next).toBeGreaterThan(now.getTime());
        expect(next).toBeLessThanOrEqual(now.getTime() + longest.credentialMs);
        if (!own.includes(next)) expect(next).toBeGreaterThanOrEqual(now.getTime() + every);
      }),
    );
  });

  it('no date of its own is slept through', () => {
    fc.assert(
      fc.property(outlooks, periods, fc.integer({ min: 1, max: 800 * 86_400 }), (outlook, every, after) => {
        const ends = after * seconds;
        const next = nextLook({ ...outlook, dates: [...outlook.dates, text(ends)] }, now, every);
        expect(next.getTime()).toBeLessThanOrEqual(now.getTime() + ends);
      }),
    );
  });

  it('an operator who wants looks more often never gets them more seldom', () => {
    fc.assert(
      fc.property(outlooks, periods, periods, (outlook, one, other) => {
        const [short, long] = [Math.min(one, other), Math.max(one, other)];
        expect(+nextLook(outlook, now, short)).toBeLessThanOrEqual(+nextLook(outlook, now, long));
      }),
    );
  });

  it('one whose issuer has just gone silent is looked at no later than one that answers', () => {
    fc.assert(
      fc.property(outlooks, periods, (outlook, every) => {
        const silent = { ...outlook, unreachableSince: now };
        expect(+nextLook(silent, now, every)).toBeLessThanOrEqual(
          +nextLook({ ...outlook, unreachableSince: null }, now, every),
        );
      }),
    );
  });

  it('the longer the silence, the longer the wait, and never beyond the most', () => {
    fc.assert(
      fc.property(past, past, periods, (one, other, least) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const [long, short] = [backOffMs(early, now, least, day), backOffMs(late, now, least, day)];
        expect(long).toBeGreaterThanOrEqual(short);
        expect(long).toBeLessThanOrEqual(Math.max(least, day));
        expect(short).toBeGreaterThanOrEqual(least);
      }),
    );
  });
});

describe('the next look at a status list', () => {
  const none = { ttlMs: null, validUntil: null, maxAgeMs: null };
  it.each([
    ['it wishes nothing: the operator’s period', none, hour, hour],
    ['its ttl is four hours', { ...none, ttlMs: 4 * hour }, hour, 4 * hour],
    ['its ttl is shorter than the operator’s period', { ...none, ttlMs: minute }, hour, hour],
    ['its ttl is a year: a day', { ...none, ttlMs: 365 * day }, hour, day],
    [
      'its ttl is no time at all, and the operator is in no hurry',
      { ...none, ttlMs: 0 },
      10 * minute,
      10 * minute,
    ],
    ['the answer may be kept for two hours', { ...none, maxAgeMs: 2 * hour }, hour, 2 * hour],
    ['it counts for twenty minutes more', { ...none, validUntil: text(20 * minute) }, hour, 20 * minute],
    ['it counts no more: five minutes', { ...none, validUntil: text(-day) }, hour, 5 * minute],
    ['a demo looks every half minute', none, 30_000, 30_000],
    ['a demo keeps to the ttl all the same', { ...none, ttlMs: hour }, 30_000, hour],
  ])('%s', (_what, life, every, wait) => {
    expect(+nextListLook(life, now, every) - +now).toBe(wait);
  });

  it('lies within five minutes, or the operator’s period, and a day, whatever the list says', () => {
    const wish = fc.option(fc.double({ min: -1e18, max: 1e18, noNaN: true }));
    fc.assert(
      fc.property(
        wish,
        wish,
        fc.option(times.map(text)),
        periods,
        spreads,
        (ttlMs, maxAgeMs, validUntil, every, spread) => {
          const wait = +nextListLook({ ttlMs, maxAgeMs, validUntil }, now, every, spread) - +now;
          expect(wait).toBeGreaterThanOrEqual(Math.min(every, 5 * minute));
          expect(wait).toBeLessThanOrEqual(day);
        },
      ),
    );
  });
});

describe('how an issuer can take a credential back', () => {
  const list = 'https://issuer.example/status/1';
  const check = (result: 'pass' | 'unknown' | 'not-applicable') => [
    { name: 'status' as const, result, code: 'ok', message: '', source: null, at: '', tookMs: 0 },
  ];
  const watch = { statusLists: [list], statusEntries: [], ttlMs: null, validFrom: null, validUntil: null };
  const none = { ...watch, statusLists: [] };
  const record = { format: 'clr2', container: 'json', watch, checks: check('pass'), parts: [] };
  it.each([
    ['a signed badge with a watched list', 'ob3', watch, check('pass'), 'listed'],
    ['a hosted badge, list or not', 'ob2-hosted', watch, check('pass'), 'asked'],
    ['a signed badge that states no way', 'ob3-jwt', none, check('not-applicable'), 'none'],
    ['a signed badge with a status of an unknown kind', 'ob3', none, check('unknown'), 'asked'],
  ] as const)('%s', (_what, format, watched, checks, expected) => {
    const own = { ...watched, statusLists: [...watched.statusLists] };
    const report = { format, container: 'json', watch: own, checks, parts: [] };
    expect(withdrawalOf(report, (url) => url === list)).toBe(expected);
  });

  it('a list that cannot be watched has to be asked with each verification', () => {
    const report = { format: 'ob3', container: 'json', watch, checks: check('pass'), parts: [] };
    expect(withdrawalOf(report, () => false)).toBe('asked');
  });

  it('of several, the way that needs the most looks', () => {
    const part = { ...record, format: 'ob3', watch: none, checks: check('unknown') };
    expect(withdrawalOf(record, () => true)).toBe('listed');
    expect(withdrawalOf({ ...record, parts: [part] }, () => true)).toBe('asked');
  });
});

describe('what a verification carries on', () => {
  const gone = { code: 'status-unavailable', check: 'status', detail: 'no answer' } as const;
  const silent = { verdict: 'unknown' as const, code: gone.code, findings: [gone] };
  const known: KnownStanding = {
    verdict: 'valid',
    code: null,
    bound: 'yes',
    issuerName: 'Northgate College',
    checkedAt: at(-3 * day),
    verdictSince: at(-90 * day),
    lastGoodAt: at(-3 * day),
    unreachableSince: null,
    listsGoodAt: at(-hour),
  };

  it('an issuer that is away: since now, and good until its list was last read', () => {
    expect(carryStanding(silent, known, now)).toEqual({
      changed: true,
      verdictSince: now,
      lastGoodAt: at(-hour),
      unreachableSince: now,
    });
  });

  it('one that stays away: since then', () => {
    const away = { ...known, verdict: 'unknown' as const, code: gone.code, unreachableSince: at(-2 * day) };
    expect(carryStanding(silent, away, now)).toMatchObject({
      changed: false,
      unreachableSince: at(-2 * day),
      lastGoodAt: at(-3 * day),
    });
  });

  it('one that withdrew is not away', () => {
    const revoked = { code: 'revoked', check: 'status', detail: '' } as const;
    const report = { verdict: 'invalid' as const, code: revoked.code, findings: [revoked, gone] };
    expect(carryStanding(report, known, now)).toMatchObject({
      unreachableSince: null,
      lastGoodAt: at(-hour),
    });
  });

  it('one that answers again: nothing is left of it', () => {
    const away = { ...known, verdict: 'unknown' as const, code: gone.code, unreachableSince: at(-2 * day) };
    expect(carryStanding({ verdict: 'valid', code: null, findings: [] }, away, now)).toEqual({
      changed: true,
      verdictSince: now,
      lastGoodAt: now,
      unreachableSince: null,
    });
  });

  it('a list that could not be trusted because its issuer is away counts as away, a poisoned one does not', () => {
    const list = (detail: string) => ({ code: 'status-list-invalid', check: 'status', detail }) as const;
    const away = list('the list does not stand by itself (issuer-unresolvable: no answer)');
    expect(isUnreachable({ verdict: 'unknown', findings: [away, gone] })).toBe(true);
    expect(
      isUnreachable({ verdict: 'unknown', findings: [list('the list is signed by another'), gone] }),
    ).toBe(false);
    expect(isUnreachable({ verdict: 'unknown', findings: [] })).toBe(false);
  });
});
