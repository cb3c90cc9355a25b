import { createEvents } from 'ics';
import { may } from '#server/organizations/core/permissions.ts';
import { listMemberships } from '#server/organizations/index.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import type { AccountScope, CandidateScope } from '#server/platform/scope.ts';
import { foldLines } from './core/fold-lines.ts';
import { stateOf } from './list-interviews.ts';
import { findInterviewFor, findOwnInterview, type StoredInterview } from './store/interviews.ts';

/** A calendar file; `method` is also a parameter of its media type. */
export interface CalendarFile {
  text: string;
  method: 'PUBLISH' | 'CANCEL';
  name: string;
}

/** Words of others in a parameter of a line: no quotes, no controls. */
const plain = (text: string) => text.replace(/[\p{Cc}"]+/gu, ' ').trim();

/** The address that mails come from: a calendar entry names who organises it by one. */
function ownAddress(): string {
  const from = env().MAIL_FROM;
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}

/** An interview as an iCalendar file (RFC 5545), as it stands at `now`. `href` leads to its page. */
function writeCalendar(interview: StoredInterview, href: string, now: Date): CalendarFile {
  const { id, startsAt, minutes, place, link, changedAt } = interview;
  const { title, organization } = interview.application.job;
  const { cancelled, sequence } = stateOf(interview, now);
  const method = cancelled ? 'CANCEL' : 'PUBLISH';
  const page = new URL(href, env().NEXTAUTH_URL);
  const where = [place, link].filter((part) => part !== null);
  const event = {
    uid: `${id}@${page.hostname}`,
    ...{ sequence, status: cancelled ? ('CANCELLED' as const) : ('CONFIRMED' as const) },
    ...{ start: startsAt.getTime(), startInputType: 'utc' as const, startOutputType: 'utc' as const },
    ...{ duration: { minutes }, lastModified: changedAt.getTime() },
    title: `Interview: ${title}, ${organization.name}`,
    location: where.join(', '),
    description: [...where, page.href].join('\n'),
    organizer: { name: plain(organization.name), email: ownAddress() },
  };
  const { value, error } = createEvents([event], { productId: '-//Assay//Interviews//EN', method });
  if (!value) throw error ?? new Error('the calendar library wrote nothing');
  return { text: foldLines(value), method, name: `interview-${startsAt.toISOString().slice(0, 10)}.ics` };
}

/**
 * The calendar file of an interview, for its candidate and for members of the organisation who may read candidates.
 * It does not name the candidate: calendars are read by others. Errors: `interview.unknown`.
 */
export async function getCalendar(
  account: AccountScope,
  candidate: CandidateScope,
  interviewId: string,
  now: Date,
): Promise<CalendarFile> {
  const own = await findOwnInterview(candidate, interviewId);
  if (own) return writeCalendar(own, '/applications', now);
  const memberships = (await listMemberships(account)).filter(({ role }) => may(role, 'candidates:read'));
  const ids = memberships.map((membership) => membership.id);
  const found = ids.length > 0 ? await findInterviewFor(ids, interviewId) : null;
  if (!found) throw new AppError('interview.unknown', 'not-found', 'There is no such interview.');
  const { job } = found.application;
  const href = `/hire/${job.organization.slug}/jobs/${job.id}/candidates/${found.candidateId}`;
  return writeCalendar(found, href, now);
}
