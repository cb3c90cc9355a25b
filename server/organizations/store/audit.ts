import { db } from '#server/platform/db.ts';

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
