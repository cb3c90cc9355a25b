import { getJob } from '#server/jobs/index.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { calendarState } from './core/calendar-state.ts';
import type { InterviewOutput } from './core/interview-shapes.ts';
import { getForEmployer } from './get-for-employer.ts';
import { listInterviews as listStored, type StoredInterview } from './store/interviews.ts';

/** Whether an interview stands, and the sequence of its calendar entry. */
export function stateOf(stored: StoredInterview, now: Date) {
  const { stage, noticeAt, appliedAt, job } = stored.application;
  const application = { stage, noticeAt, appliedAt, jobClosed: job.status === 'closed' };
  return calendarState({ ...stored, application }, now);
}

/** An interview for either side. */
export function presentInterview(stored: StoredInterview, now: Date): InterviewOutput {
  const { id, startsAt, minutes, zone, place, link } = stored;
  return { id, startsAt, minutes, zone, place, link, ...stateOf(stored, now) };
}

/**
 * The interviews of an applicant for the employer, the earliest first. Errors: `job.unknown`, `application.unknown`,
 * `application.withdrawn`.
 */
export async function listInterviews(
  scope: OrgScope,
  { jobId, candidateId }: { jobId: string; candidateId: string },
  now: Date,
): Promise<InterviewOutput[]> {
  await getJob(scope, jobId);
  const application = await getForEmployer(scope, jobId, candidateId);
  return (await listStored(candidateId, [application.id])).map((each) => presentInterview(each, now));
}
