import { offsetMinutes } from './local-time.ts';

const noticeHour = 18;

/**
 * When a decline made at `now` is told to the candidate: the next 18:00 on the clocks of `timeZone` (an IANA
 * name), strictly later than now. Until then it can be undone.
 */
export function nextNotice(now: Date, timeZone: string): Date {
  const local = new Date(now.getTime() + offsetMinutes(now, timeZone) * 60_000);
  for (let day = 0; day < 3; day++) {
    const wanted = Date.UTC(
      local.getUTCFullYear(),
      local.getUTCMonth(),
      local.getUTCDate() + day,
      noticeHour,
    );
    // The offset is asked for at the notice itself: the clocks may change between now and then.
    const guess = new Date(wanted - offsetMinutes(now, timeZone) * 60_000);
    const notice = new Date(wanted - offsetMinutes(guess, timeZone) * 60_000);
    if (notice > now) return notice;
  }
  throw new RangeError('No 18:00 within three days.');
}
