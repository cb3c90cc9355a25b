import { db } from '#server/platform/db.ts';

/** What news says of a job of an organisation; null when it is not that organisation's. For the worker. */
export function findJobNamed(organizationId: string, jobId: string) {
  return db().job.findFirst({
    where: { id: jobId, organizationId },
    select: { title: true, organization: { select: { slug: true, name: true } } },
  });
}

/** Accounts of an organisation's members in one of these roles, at most 200. For the worker. */
export async function listMembersAs(organizationId: string, roles: readonly string[]): Promise<string[]> {
  const rows = await db().member.findMany({
    where: { organizationId, role: { in: [...roles] } },
    orderBy: { userId: 'asc' },
    select: { userId: true },
    take: 200,
  });
  return rows.map((row) => row.userId);
}

/** What news says of an application; null when it is gone or was withdrawn. For the worker. */
export async function findApplicationNamed(candidateId: string, id: string) {
  const row = await db().application.findFirst({
    where: { candidateId, id, stage: { not: 'withdrawn' } },
    select: { job: { select: { title: true, organization: { select: { name: true } } } } },
  });
  return row && { job: row.job.title, organization: row.job.organization.name };
}
