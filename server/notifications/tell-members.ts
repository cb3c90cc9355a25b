import type { News } from '#server/accounts/core/news.ts';
import { countArrived, countChanged } from '#server/applications/index.ts';
import { may, roles } from '#server/organizations/core/permissions.ts';
import { notify } from './notify-account.ts';
import { findJobNamed, listMembersAs } from './store/jobs.ts';

/** Roles whose members decide about applicants, and are told about them. */
const deciders = roles.filter((role) => may(role, 'applications:write'));

type Counted = Extract<News, { kind: 'ranks-changed' | 'applications-arrived' }>['kind'];
const counters = { 'ranks-changed': countChanged, 'applications-arrived': countArrived } as const;

/**
 * Tells who decides about a job's applicants what happened there today: one piece of news a kind, job and day (UTC),
 * which counts on. Running it again says nothing new.
 */
export async function tellMembers(
  kind: Counted,
  { organizationId, jobId }: { organizationId: string; jobId: string },
  now: Date,
): Promise<void> {
  const day = now.toISOString().slice(0, 10);
  const [job, count, members] = await Promise.all([
    findJobNamed(organizationId, jobId),
    counters[kind](organizationId, jobId, new Date(`${day}T00:00:00Z`)),
    listMembersAs(organizationId, deciders),
  ]);
  if (!job || count === 0) return;
  const href = `/hire/${job.organization.slug}/jobs/${jobId}/ranked`;
  const news = { kind, job: job.title, count };
  for (const accountId of members)
    await notify({ accountId, key: `${kind}:${jobId}:${day}`, href, news, at: now });
}
