import type { CheckName, Finding } from './report.ts';

const shape = /^(\d{4})-(\d\d)-(\d\d)[Tt](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,12})?)?([Zz]|[+-]\d\d:?\d\d)?$/;

/** A date as read: milliseconds since 1970, and whether the zone had to be supplied. */
export type Instant = { ms: number; zoneless: boolean };

/** Clock skew allowed for beginnings; ends get none. */
export const skewMs = 60_000;

/**
 * Reads an xsd:dateTimeStamp, or an ISO 8601 date with time. Without a zone it is taken as UTC and marked so.
 * @param secondsOptional true where ISO 8601 is asked for and no more (Open Badges 2.0)
 * @returns null for anything else, also for days that do not exist.
 */
export function readInstant(text: string, secondsOptional = false): Instant | null {
  const parts = shape.exec(text.trim());
  if (!parts || (parts[6] === undefined && !secondsOptional)) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const check = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const exists =
    check.getUTCMonth() === month - 1 && check.getUTCDate() === day && check.getUTCHours() === hour;
  if (!exists || minute > 59 || second > 59) return null;
  const zone = parts[7];
  const ms = check.getTime() - offsetMs(zone);
  return Number.isFinite(ms) ? { ms, zoneless: zone === undefined } : null;
}

function offsetMs(zone: string | undefined): number {
  if (!zone || zone.toUpperCase() === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

/** A period to judge: the texts as written, and the JSON paths they stand at. */
export type Period = {
  from: string | null;
  fromPath: string;
  until: string | null;
  untilPath: string;
  /** True where a date without a zone is a fault and not only a habit (VCDM 2.0). */
  zoneNeeded: boolean;
  /** True where ISO 8601 is asked for and no more. */
  secondsOptional?: true;
};

/** Judges a period against a clock: expired, not yet begun, or written so that nobody can tell. */
export function judgePeriod(period: Period, now: Date, check: CheckName = 'dates'): Finding[] {
  const findings: Finding[] = [];
  const read = (text: string | null, path: string): number | null => {
    if (text === null) return null;
    const instant = readInstant(text, period.secondsOptional);
    if (instant && !(instant.zoneless && period.zoneNeeded)) return instant.ms;
    const detail = instant ? `${path} has no time zone` : `${path} is no date with time`;
    findings.push({ code: 'malformed', check, detail, source: path });
    return null;
  };
  const from = read(period.from, period.fromPath);
  const until = read(period.until, period.untilPath);
  if (until !== null && until <= now.getTime())
    findings.push({ code: 'expired', check, detail: period.until ?? '', source: period.untilPath });
  if (from !== null && from > now.getTime() + skewMs)
    findings.push({ code: 'not-yet-valid', check, detail: period.from ?? '', source: period.fromPath });
  return findings;
}
