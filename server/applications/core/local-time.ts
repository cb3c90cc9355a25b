const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Minutes that `timeZone` (an IANA name) is ahead of UTC at a moment. */
export function offsetMinutes(at: Date, timeZone: string): number {
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
  return Math.round((local - Math.floor(at.getTime() / minuteMs) * minuteMs) / minuteMs);
}

/** The day on the calendars of `timeZone`, counted from 1 Jan 1970. */
export function localDay(at: Date, timeZone: string): number {
  return Math.floor((at.getTime() + offsetMinutes(at, timeZone) * minuteMs) / dayMs);
}

/** The moment at which clocks of `timeZone` show so many minutes of a day. In a gap, the moment after it. */
export function momentOf(day: number, minutes: number, timeZone: string): Date {
  const wanted = day * dayMs + minutes * minuteMs;
  // The offset is asked for at the moment itself: the clocks may change between now and then.
  const guess = new Date(wanted - offsetMinutes(new Date(wanted), timeZone) * minuteMs);
  return new Date(wanted - offsetMinutes(guess, timeZone) * minuteMs);
}

/** A day as text, 2026-11-24. */
export function dayText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/**
 * The moment that a day (2026-11-24) and a time (14:00) name in `timeZone`; null when there is none, as on the
 * night on which clocks go forward, or when the text is no day.
 */
export function findMoment(day: string, time: string, timeZone: string): Date | null {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(midnight) || dayText(midnight / dayMs) !== day) return null;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const moment = momentOf(midnight / dayMs, hours * 60 + minutes, timeZone);
  const shown = moment.getTime() + offsetMinutes(moment, timeZone) * minuteMs;
  return shown === midnight + (hours * 60 + minutes) * minuteMs ? moment : null;
}
