import { findAnswer } from '#server/applications/index.ts';
import { may, roles } from '#server/organizations/core/permissions.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { wordAnswer } from './core/tracker-words.ts';
import { mailAccount } from './mail-account.ts';
import { notify } from './notify-account.ts';
import { findJobNamed, listMembersAs } from './store/jobs.ts';

const deciders = roles.filter((role) => may(role, 'applications:write'));

/** Tells whoever decides in the organisation that a decline is contested. */
export async function tellContest(
  { organizationId, jobId, applicationId }: { organizationId: string; jobId: string; applicationId: string },
  now: Date,
): Promise<void> {
  const job = await findJobNamed(organizationId, jobId);
  if (!job) return;
  const href = `/hire/${job.organization.slug}/jobs/${jobId}/pipeline`;
  const news = { kind: 'contest-opened', job: job.title } as const;
  for (const accountId of await listMembersAs(organizationId, deciders))
    await notify({ accountId, key: `contest:${applicationId}`, href, news, at: now });
}

/** Tells a candidate what a person answered to their contest, in the bell and by mail. */
export async function tellAnswer(candidateId: string, contestId: string, now: Date): Promise<void> {
  const contest = await findAnswer(candidateScope(candidateId), contestId);
  if (!contest?.answer) return;
  const { title: job, organization } = contest.application.job;
  const outcome = contest.outcome === 'reopened' ? 'reopened' : 'stands';
  const names = { job, organization: organization.name };
  const href = '/applications';
  await notify({
    ...{ accountId: candidateId, key: `contest-answer:${contestId}`, href, at: now },
    news: { kind: `contest-${outcome}`, ...names },
  });
  await mailAccount(candidateId, wordAnswer({ ...names, outcome, answer: contest.answer }), href);
}
