import type { News } from '#server/accounts/core/news.ts';
import { may, roles } from '#server/organizations/core/permissions.ts';
import { wordSilence } from './core/tracker-words.ts';
import { mailAccount } from './mail-account.ts';
import { notify } from './notify-account.ts';
import { findApplicationNamed, findJobNamed, listMembersAs } from './store/jobs.ts';

type Which = { organizationId: string; jobId: string };

const deciders = roles.filter((role) => may(role, 'applications:write'));

async function tellDeciders(
  { organizationId, jobId }: Which,
  key: string,
  newsOf: (job: string) => News,
  now: Date,
): Promise<void> {
  const job = await findJobNamed(organizationId, jobId);
  if (!job) return;
  const href = `/hire/${job.organization.slug}/jobs/${jobId}/pipeline`;
  for (const accountId of await listMembersAs(organizationId, deciders))
    await notify({ accountId, key, href, news: newsOf(job.title), at: now });
}

/** Tells whoever decides that a job closes itself at `until` unless something happens in it. */
export function tellFallsSilent({ until, ...which }: Which & { until: string }, now: Date): Promise<void> {
  const key = `falls-silent:${which.jobId}:${until}`;
  return tellDeciders(which, key, (job) => ({ kind: 'job-falls-silent', job, until }), now);
}

/** Tells whoever decides that a job closed itself. */
export function tellFellSilent(which: Which, now: Date): Promise<void> {
  return tellDeciders(which, `fell-silent:${which.jobId}`, (job) => ({ kind: 'job-fell-silent', job }), now);
}

/** Tells somebody who waited in a job that it closed itself, in the bell and by mail. */
export async function tellSilentJob(candidateId: string, applicationId: string, now: Date): Promise<void> {
  const names = await findApplicationNamed(candidateId, applicationId);
  if (!names) return;
  const href = '/applications';
  const news = { kind: 'application-job-closed', ...names } as const;
  await notify({ accountId: candidateId, key: `job-closed:${applicationId}`, href, news, at: now });
  await mailAccount(candidateId, wordSilence(names), href);
}
