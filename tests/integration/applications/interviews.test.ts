import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { getCalendar } from '#server/applications/index.ts';
import { tellInterview } from '#server/notifications/tell-interview.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { query } from '#tests/support/database.ts';
import {
  type Employer,
  later,
  makeCandidate,
  makeEmployer,
  now,
  type Person,
  publishJob,
  refusal,
} from './world.ts';

let employer: Employer;
let person: Person;
let jobId: string;

const title =
  'Développeuse de l’énergie, مهندسة البيانات, with a title that has to be folded; twice, if need be';

beforeEach(async () => {
  process.env.DEMO = '1';
  employer = await makeEmployer('Northfold');
  person = await makeCandidate('Ada');
  jobId = (await publishJob(employer, [], title)).id;
  await person.api.applications.submit({ jobId, credentialIds: [] });
});

const who = () => ({ org: employer.org, jobId, candidateId: person.accountId });
const time = {
  day: '2026-12-01',
  time: '14:00',
  zone: 'Europe/Lisbon',
  minutes: 45,
  link: 'https://meet.example/r',
};
const set = (rest: object = {}) => employer.api.interviews.set({ ...who(), ...time, ...rest });
const seen = async (at = 0) => (await person.at(later(at)).applications.mine())[0]?.interviews ?? [];
const calendarOf = ({ accountId }: Person, id: string, at = 0) =>
  getCalendar(accountScope(accountId), candidateScope(accountId), id, later(at));

/** Reads a calendar line by line, as RFC 5545 (3.1, 3.4, 3.6) has it: parts in order, properties by name. */
function readCalendar(text: string) {
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const row of text.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
  const lines = text
    .replace(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n');
  const parts: Record<string, string>[] = [];
  const open: string[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[A-Z-]+=(?:"[^"]*"|[^":;,]+))*:(.*)$/.exec(line) ?? [];
    expect(name, line).not.toBe('');
    if (name === 'BEGIN') {
      open.push(value);
      parts.push({ kind: value });
    } else if (name === 'END') expect(open.pop()).toBe(value);
    else {
      const part = parts.at(-1) ?? {};
      expect(part, `${name} twice`).not.toHaveProperty(name);
      part[name] = value;
    }
  }
  expect(open).toEqual([]);
  expect(parts.map((part) => part.kind)).toEqual(['VCALENDAR', 'VEVENT']);
  return { calendar: parts[0] ?? {}, event: parts[1] ?? {} };
}

describe('an interview', () => {
  it('stands in the candidate’s application as soon as it is set, by the clocks of its zone', async () => {
    const interview = await set();
    const expected = { startsAt: new Date('2026-12-01T14:00:00Z'), minutes: 45, zone: 'Europe/Lisbon' };
    expect(await seen()).toEqual([
      { ...interview, ...expected, place: null, link: time.link, sequence: 0, cancelled: false },
    ]);
    expect(await employer.api.interviews.list(who())).toEqual(await seen());
  });

  it('raises its sequence when it is changed or cancelled, and overwrites nobody', async () => {
    const { id: interviewId } = await set();
    const change = { ...who(), ...time, interviewId, time: '15:00' };
    const changed = await employer.api.interviews.change({ ...change, sequence: 0 });
    expect(changed).toMatchObject({ sequence: 1, startsAt: new Date('2026-12-01T15:00:00Z') });
    expect(await refusal(employer.api.interviews.change({ ...change, sequence: 0 }))).toBe(
      'conflict interview.changed_meanwhile',
    );
    const cancel = { ...who(), interviewId };
    expect(await employer.api.interviews.cancel({ ...cancel, sequence: 1 })).toMatchObject({
      sequence: 2,
      cancelled: true,
    });
    expect(await refusal(employer.api.interviews.cancel({ ...cancel, sequence: 2 }))).toBe(
      'conflict interview.changed_meanwhile',
    );
    const log = await query<{ action: string }>(
      `select action from audit_entry where action like '%interview%' order by at, id`,
    );
    expect(log.slice(-3).map((entry) => entry.action.split('_').at(-1))).toEqual([
      'set',
      'changed',
      'cancelled',
    ]);
  });

  it('refuses a time that is past or does not exist, no place at all, and an application that has ended', async () => {
    expect(await refusal(set({ day: '2026-11-22' }))).toBe('bad-input interview.past');
    expect(await refusal(set({ day: '2027-03-28', time: '01:30' }))).toBe('bad-input interview.time_missing');
    expect(await refusal(set({ link: undefined }))).not.toBe('allowed');
    expect(await refusal(set({ link: 'javascript:alert(1)' }))).not.toBe('allowed');
    const people = [{ candidateId: person.accountId, version: 1 }];
    await employer.api.pipeline.decline({ ...who(), people, reason: 'terms-differ' });
    expect(await refusal(set())).toBe('conflict interview.application_ended');
  });

  it('falls away with a withdrawal', async () => {
    const { id } = await set();
    const [application] = await person.api.applications.mine();
    await person.api.applications.withdraw({ applicationId: application?.id ?? '' });
    expect(await seen()).toMatchObject([{ id, cancelled: true, sequence: 1 }]);
    expect((await calendarOf(person, id)).method).toBe('CANCEL');
  });
});

describe('its calendar file', () => {
  it('has what RFC 5545 requires, in UTC, folded at 75 octets', async () => {
    const { id } = await set({ place: 'Room 4, 2nd floor; ring "Northfold"' });
    const file = await calendarOf(person, id);
    const { calendar, event } = readCalendar(file.text);
    expect(calendar).toMatchObject({ VERSION: '2.0', PRODID: '-//Assay//Interviews//EN', METHOD: 'PUBLISH' });
    expect(event).toMatchObject({ DTSTART: '20261201T140000Z', DURATION: 'PT45M', SEQUENCE: '0' });
    expect(event).toMatchObject({ UID: `${id}@localhost`, STATUS: 'CONFIRMED' });
    expect(event.DTSTAMP).toMatch(/^\d{8}T\d{6}Z$/);
    expect(event.LOCATION).toContain('Room 4\\, 2nd floor\\; ring');
    expect(event.ORGANIZER).toMatch(/^mailto:\S+@\S+$/i);
    expect(event.SUMMARY?.replaceAll('\\', '')).toContain(title);
    expect(file.text).not.toContain('Ada');
  });

  it('keeps its UID and takes the sequence along, also as cancelled', async () => {
    const { id: interviewId } = await set();
    await employer.api.interviews.change({ ...who(), ...time, interviewId, minutes: 90, sequence: 0 });
    const changed = readCalendar((await calendarOf(person, interviewId)).text).event;
    expect(changed).toMatchObject({ UID: `${interviewId}@localhost`, SEQUENCE: '1', DURATION: 'PT90M' });
    await employer.api.interviews.cancel({ ...who(), interviewId, sequence: 1 });
    const file = await calendarOf(person, interviewId);
    const { calendar, event } = readCalendar(file.text);
    expect(calendar.METHOD).toBe('CANCEL');
    expect(event).toMatchObject({ UID: `${interviewId}@localhost`, SEQUENCE: '2', STATUS: 'CANCELLED' });
  });

  it('is for the candidate and for members who read candidates; for everybody else there is none', async () => {
    const { id } = await set();
    expect((await calendarOf(employer.owner, id)).method).toBe('PUBLISH');
    expect((await calendarOf(await employer.addMember('auditor'), id)).method).toBe('PUBLISH');
    const other = await makeEmployer('Elsewhere');
    for (const stranger of [await employer.addMember('interviewer'), other.owner, await makeCandidate('Bob')])
      expect(await refusalOf(calendarOf(stranger, id))).toBe('interview.unknown');
  });
});

const refusalOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'allowed',
    (error: { code?: string }) => error.code,
  );

describe('the candidate', () => {
  const bell = async () =>
    (await person.api.notifications.list({ take: 50 })).items
      .map((item) => item.news)
      .filter((news) => news.kind.startsWith('interview'));
  const mails = () =>
    query<{ subject: string; text: string }>(
      'select subject, text from outbox_mail where "to" = $1 order by created_at',
      [person.email],
    );

  it('is told of each state once, in the bell and by mail', async () => {
    const { id: interviewId } = await set();
    await tellInterview(person.accountId, interviewId, now);
    await tellInterview(person.accountId, interviewId, now);
    expect((await bell()).map((news) => news.kind)).toEqual(['interview-set']);
    expect(await mails()).toHaveLength(1);
    expect((await mails())[0]?.text).toContain('Tue, 1 Dec 2026, 14:00 to 14:45 (Europe/Lisbon)');
    await employer.api.interviews.cancel({ ...who(), interviewId, sequence: 0 });
    await tellInterview(person.accountId, interviewId, later(1));
    expect((await bell()).map((news) => news.kind)).toEqual(['interview-cancelled']);
    expect((await mails()).map((mail) => mail.subject.split(':')[0])).toEqual([
      'Northfold set an interview',
      'Northfold cancelled your interview',
    ]);
  });

  it('hears nothing of what was taken back before it was told', async () => {
    const { id: interviewId } = await set();
    await employer.api.interviews.cancel({ ...who(), interviewId, sequence: 0 });
    await tellInterview(person.accountId, interviewId, now);
    expect(await bell()).toEqual([]);
    expect(await mails()).toEqual([]);
  });
});
