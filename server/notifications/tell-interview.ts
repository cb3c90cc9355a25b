import { findOwnInterview, stateOfInterview, writeInterviewTold } from '#server/applications/index.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { wordInterview } from './core/tracker-words.ts';
import { mailAccount } from './mail-account.ts';
import { notify } from './notify-account.ts';

const href = '/applications';
const kinds = {
  set: 'interview-set',
  changed: 'interview-changed',
  cancelled: 'interview-cancelled',
} as const;

/**
 * Tells a candidate of an interview as it is now, in their bell and by mail; of each of its states once. Throws when
 * the mail does not leave: the queue then tries again.
 */
export async function tellInterview(candidateId: string, interviewId: string, now: Date): Promise<void> {
  const scope = candidateScope(candidateId);
  const interview = await findOwnInterview(scope, interviewId);
  if (!interview || interview.toldSequence >= interview.sequence) return;
  const { sequence, cancelledAt, toldSequence, startsAt } = interview;
  // It fell away with its application, of which the candidate is told otherwise.
  if (cancelledAt === null && stateOfInterview(interview, now).cancelled) return;
  // Set and cancelled before anybody heard of it: nothing to tell.
  if (cancelledAt !== null && toldSequence < 0) return writeInterviewTold(scope, interviewId, sequence);
  const how = cancelledAt !== null ? 'cancelled' : toldSequence < 0 ? 'set' : 'changed';
  const { title: job, organization } = interview.application.job;
  const names = { job, organization: organization.name };
  await notify({
    ...{ accountId: candidateId, key: `interview:${interviewId}`, href, at: now },
    news: { kind: kinds[how], ...names, startsAt: startsAt.toISOString() },
  });
  await mailAccount(candidateId, wordInterview({ how, ...names, ...interview }), href);
  await writeInterviewTold(scope, interviewId, sequence);
}
