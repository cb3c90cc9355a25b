import { describe, expect, it } from 'vitest';
import { answerPromise, lateSince } from '#server/applications/core/answer-promise.ts';
import { findMoment, localDay } from '#server/applications/core/local-time.ts';

const applied = (at: string, stage = 'applied') => ({ stage, appliedAt: new Date(at) });
const at = (text: string) => new Date(text);

describe('the promise of an answer', () => {
  it('holds until the end of its last day, and counts whole days after it', () => {
    const sent = applied('2026-12-02T09:00:00Z');
    const on = (now: string) => answerPromise(sent, 10, at(now), 'UTC');
    expect(on('2026-12-12T23:59:59Z')).toEqual({
      answerBy: at('2026-12-12T23:59:59.999Z'),
      answerDay: '2026-12-12',
      late: false,
      daysLate: 0,
    });
    expect(on('2026-12-13T00:00:00Z')).toMatchObject({ late: true, daysLate: 1 });
    expect(on('2026-12-15T08:00:00Z')).toMatchObject({ late: true, daysLate: 3 });
  });

  it('counts the days of the installation’s calendar, not of UTC', () => {
    // 1 Dec, 23:30 in UTC is 2 Dec in Auckland and still 1 Dec in Los Angeles.
    const sent = applied('2026-12-01T23:30:00Z');
    const day = (zone: string) => answerPromise(sent, 1, at('2026-12-02T00:00:00Z'), zone).answerDay;
    expect(day('Pacific/Auckland')).toBe('2026-12-03');
    expect(day('America/Los_Angeles')).toBe('2026-12-02');
    expect(answerPromise(sent, 1, at('2026-12-03T11:30:00Z'), 'Pacific/Auckland').daysLate).toBe(1);
    expect(answerPromise(sent, 1, at('2026-12-03T07:59:00Z'), 'America/Los_Angeles').daysLate).toBe(0);
  });

  it('is not moved by clocks that change in between', () => {
    // Lisbon puts its clocks back on 25 Oct 2026: the last day has 25 hours.
    const sent = applied('2026-10-20T12:00:00Z');
    const promise = answerPromise(sent, 5, at('2026-10-25T23:30:00Z'), 'Europe/Lisbon');
    expect(promise).toMatchObject({ answerBy: at('2026-10-25T23:59:59.999Z'), daysLate: 0 });
  });

  it('is kept by any move, and absent where none was made', () => {
    const now = at('2026-12-30T09:00:00Z');
    const none = { answerBy: null, answerDay: null, late: false, daysLate: 0 };
    expect(answerPromise(applied('2026-12-01T09:00:00Z', 'screen'), 10, now, 'UTC')).toEqual(none);
    expect(answerPromise(applied('2026-12-01T09:00:00Z'), null, now, 'UTC')).toEqual(none);
  });

  it('finds in the database whom it finds one by one', () => {
    const now = at('2026-12-13T03:00:00Z');
    for (const zone of ['UTC', 'Europe/Lisbon', 'Pacific/Auckland', 'America/Los_Angeles'])
      for (let hours = 0; hours < 72; hours++) {
        const appliedAt = new Date(at('2026-12-01T00:30:00Z').getTime() + hours * 3_600_000);
        const { late } = answerPromise({ stage: 'applied', appliedAt }, 10, now, zone);
        expect(appliedAt < lateSince(10, now, zone), `${zone} ${appliedAt.toISOString()}`).toBe(late);
      }
  });
});

describe('a time by the clocks of a zone', () => {
  it('is the moment that those clocks show', () => {
    expect(findMoment('2026-11-24', '14:00', 'Europe/Lisbon')).toEqual(at('2026-11-24T14:00:00Z'));
    expect(findMoment('2026-07-24', '14:00', 'Europe/Lisbon')).toEqual(at('2026-07-24T13:00:00Z'));
    expect(findMoment('2026-11-24', '14:00', 'Asia/Kathmandu')).toEqual(at('2026-11-24T08:15:00Z'));
  });

  it('is none in the hour that clocks leave out, nor on a day that no calendar has', () => {
    expect(findMoment('2026-03-29', '01:30', 'Europe/Lisbon')).toBeNull();
    expect(findMoment('2026-03-29', '02:30', 'Europe/Lisbon')).toEqual(at('2026-03-29T01:30:00Z'));
    expect(findMoment('2026-02-30', '10:00', 'UTC')).toBeNull();
    expect(findMoment('2026-13-01', '10:00', 'UTC')).toBeNull();
  });

  it('has the day of its calendar', () => {
    const moment = at('2026-12-01T23:30:00Z');
    expect(localDay(moment, 'Pacific/Auckland') - localDay(moment, 'UTC')).toBe(1);
  });
});
