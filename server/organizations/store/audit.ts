import { db } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';

/** One entry of the audit log. `subject` names what was acted on, such as `job:<id>`. */
export interface AuditEntry {
  organizationId: string | null;
  actorId: string | null;
  action: string;
  subject: string;
  details?: Record<string, string | number | boolean | null>;
}

/** Appends to the audit log, in the caller's transaction. The table refuses updates and deletes. */
export async function appendAudit(...entries: readonly AuditEntry[]): Promise<void> {
  await db().auditEntry.createMany({
    data: entries.map((entry) => ({ ...entry, details: entry.details ?? {} })),
  });
}

/** Entries of the organisation's log before a place in it, newest first. */
export async function listAudit(
  scope: OrgScope,
  action: string | null,
  before: { at: Date; id: string } | null,
  take: number,
) {
  const rows = await db().auditEntry.findMany({
    where: {
      organizationId: scope.organizationId,
      ...(action === null ? {} : { action }),
      ...(before === null
        ? {}
        : { OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true, at: true, actorId: true, action: true, subject: true, details: true },
    take,
  });
  return rows.map(({ details, ...row }) => ({
    ...row,
    details: details as NonNullable<AuditEntry['details']>,
  }));
}
