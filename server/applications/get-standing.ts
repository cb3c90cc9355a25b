import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { Stage } from './core/pipeline.ts';
import { getForEmployer } from './get-for-employer.ts';
import type { standingOutput } from './schemas.ts';
import { findLatestChange, listActorNames } from './store/stage-changes.ts';

/**
 * Where an application stands and who changed it last, for a page that is open and asks now and then. Errors:
 * `job.unknown`, `application.unknown`, `application.withdrawn`.
 */
export async function getStanding(
  scope: OrgScope,
  { jobId, candidateId }: { jobId: string; candidateId: string },
): Promise<z.output<typeof standingOutput>> {
  await getJob(scope, jobId);
  const application = await getForEmployer(scope, jobId, candidateId);
  const last = await findLatestChange([application]);
  const names = await listActorNames(last?.actorId ? [last.actorId] : []);
  const { version, stage, stageSince } = application;
  const by = (last?.actorId && last.actorId !== candidateId && names.get(last.actorId)) || null;
  return { version, stage: stage as Stage, by, at: last?.undoneAt ?? last?.at ?? stageSince };
}
