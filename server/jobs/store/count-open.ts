import { db } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';

/** How many jobs of the organisation are published and not closed. */
export function countOpenJobs(scope: OrgScope): Promise<number> {
  return db().job.count({ where: { organizationId: scope.organizationId, status: 'published' } });
}
