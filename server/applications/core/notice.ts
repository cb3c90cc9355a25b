const noticeHour = 18;

/** Minutes that `timeZone` is ahead of UTC at a moment. */
function offsetMinutes(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(at);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'));
  return Math.round((local - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000);
}

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
