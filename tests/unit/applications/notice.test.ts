import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextNotice } from '#server/applications/core/notice.ts';

describe('when a decline is told', () => {
  it.each([
    ['in the morning', '2026-11-23T09:41:00Z', 'UTC', '2026-11-23T18:00:00Z'],
    ['at the very hour: the next day', '2026-11-23T18:00:00Z', 'UTC', '2026-11-24T18:00:00Z'],
    ['late in the evening', '2026-12-31T23:30:00Z', 'UTC', '2027-01-01T18:00:00Z'],
    [
      'east of Greenwich, already tomorrow there',
      '2026-11-23T20:00:00Z',
      'Asia/Kathmandu',
      '2026-11-24T12:15:00Z',
    ],
    ['west of Greenwich', '2026-11-23T20:00:00Z', 'America/New_York', '2026-11-23T23:00:00Z'],
    ['the day the clocks go back', '2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25T17:00:00Z'],
    [
      'the evening before the clocks go forward',
      '2027-03-27T18:00:00Z',
      'Europe/Berlin',
      '2027-03-28T16:00:00Z',
    ],
  ])('%s', (_case, now, zone, expected) => {
    expect(nextNotice(new Date(now), zone).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('is always 18:00 on the wall, later than now and at most 25 hours away', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'Australia/Lord_Howe',
    ];
    const moments = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2035-01-01'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (now, timeZone) => {
        const notice = nextNotice(now, timeZone);
        const wall = new Intl.DateTimeFormat('en-GB', {
          timeZone,
          hour: '2-digit',
          minute: '2-digit',
        }).format(notice);
        expect(wall).toBe('18:00');
        const hours = (notice.getTime() - now.getTime()) / 3_600_000;
        expect(hours).toBeGreaterThan(0);
        expect(hours).toBeLessThanOrEqual(25);
      }),
    );
  });
});
