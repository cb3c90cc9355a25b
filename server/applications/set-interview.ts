import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import { appendAudit } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type {
  cancelInterviewInput,
  changeInterviewInput,
  InterviewOutput,
  SetInterviewInput,
} from './core/interview-shapes.ts';
import { findMoment } from './core/local-time.ts';
import { openStages, type Stage } from './core/pipeline.ts';
import { getForEmployer } from './get-for-employer.ts';
import { presentInterview } from './list-interviews.ts';
import { stageEntry } from './move-stage.ts';
import type { StoredApplication } from './store/applications.ts';
import {
  countInterviews,
  findInterviewOf,
  type InterviewColumns,
  insertInterview,
  writeInterview,
} from './store/interviews.ts';
import { interviewChanged } from './tasks.ts';

const mostInterviews = 20;

/** Errors: `interview.time_missing`, `interview.past`. */
function readColumns(input: SetInterviewInput, now: Date): InterviewColumns {
  const { day, time, zone, minutes, place, link } = input;
  const startsAt = findMoment(day, time, zone);
  if (startsAt === null)
    throw new AppError(
      'interview.time_missing',
      'bad-input',
      'There is no such time on that day in this zone.',
      'Choose another time.',
      { field: 'time' },
    );
  if (startsAt <= now)
    throw new AppError('interview.past', 'bad-input', 'That time has passed.', 'Choose a later one.', {
      field: 'day',
    });
  return { startsAt, minutes, zone, place: place || null, link: link || null };
}

/** An application that is still open. Errors: as `getForEmployer`, `interview.application_ended`. */
async function getOpen(
  scope: OrgScope,
  { jobId, candidateId }: { jobId: string; candidateId: string },
): Promise<StoredApplication> {
  const job = await getJob(scope, jobId);
  const application = await getForEmployer(scope, jobId, candidateId);
  if (job.status === 'closed' || !(openStages as readonly Stage[]).includes(application.stage as Stage))
    throw new AppError(
      'interview.application_ended',
      'conflict',
      'This application has ended; its interviews have fallen away.',
    );
  return application;
}

/** Notes what happened, and has the candidate told. Inside the transaction that writes it. */
async function announce(
  scope: OrgScope,
  application: StoredApplication,
  interviewId: string,
  how: 'set' | 'changed' | 'cancelled',
): Promise<void> {
  await appendAudit(stageEntry(scope, application, `application.interview_${how}`, { interviewId }));
  const { candidateId } = application;
  await enqueue(interviewChanged, { candidateId, interviewId }, { key: `interview:${interviewId}` });
}

async function getPresented(
  application: StoredApplication,
  interviewId: string,
  now: Date,
): Promise<InterviewOutput> {
  const stored = await findInterviewOf(application, interviewId);
  if (!stored) throw new AppError('interview.unknown', 'not-found', 'There is no such interview.');
  return presentInterview(stored, now);
}

/**
 * Sets an interview for an applicant, who is told. Errors: `job.unknown`, `application.unknown`,
 * `application.withdrawn`, `interview.application_ended`, `interview.time_missing`, `interview.past`,
 * `interview.too_many`.
 */
export async function setInterview(
  scope: OrgScope,
  input: SetInterviewInput,
  now: Date,
): Promise<InterviewOutput> {
  const application = await getOpen(scope, input);
  const columns = readColumns(input, now);
  if ((await countInterviews(application.candidateId, application.id)) >= mostInterviews)
    throw new AppError(
      'interview.too_many',
      'conflict',
      'This application has twenty interviews already.',
      'Change one of them instead.',
    );
  return inTransaction(async () => {
    const id = await insertInterview(scope, application, columns, now);
    await announce(scope, application, id, 'set');
    return getPresented(application, id, now);
  });
}

async function write(
  scope: OrgScope,
  application: StoredApplication,
  seen: { interviewId: string; sequence: number },
  columns: InterviewColumns | { cancelledAt: Date },
  now: Date,
): Promise<InterviewOutput> {
  return inTransaction(async () => {
    await getPresented(application, seen.interviewId, now);
    if (!(await writeInterview(application, seen, columns, now)))
      throw new AppError(
        'interview.changed_meanwhile',
        'conflict',
        'Somebody else changed this interview meanwhile.',
        'Look at it again before you change it.',
      );
    await announce(scope, application, seen.interviewId, 'cancelledAt' in columns ? 'cancelled' : 'changed');
    return getPresented(application, seen.interviewId, now);
  });
}

/**
 * Moves an interview, or changes where it is; the sequence of its calendar entry rises and the candidate is told.
 * Errors: as `setInterview`, `interview.unknown`, `interview.changed_meanwhile`.
 */
export async function changeInterview(
  scope: OrgScope,
  input: z.output<typeof changeInterviewInput>,
  now: Date,
): Promise<InterviewOutput> {
  const application = await getOpen(scope, input);
  return write(scope, application, input, readColumns(input, now), now);
}

/**
 * Cancels an interview; its calendar entry stays, as cancelled. Errors: as `changeInterview`, but for those of a time.
 */
export async function cancelInterview(
  scope: OrgScope,
  input: z.output<typeof cancelInterviewInput>,
  now: Date,
): Promise<InterviewOutput> {
  const application = await getOpen(scope, input);
  return write(scope, application, input, { cancelledAt: now }, now);
}
