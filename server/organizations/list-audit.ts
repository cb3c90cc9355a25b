import type { z } from 'zod';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { AuditOutput, auditInput } from './schemas.ts';
import { listAudit as listStored } from './store/audit.ts';
import { listAuthorNames } from './store/trust-policies.ts';

const pageSize = 50;

/**
 * What candidates do. They act under the name that they gave with an application, or under a number while the job
 * hides names: the log does not know them by their accounts.
 */
const byCandidates: ReadonlySet<string> = new Set([
  'application.applied',
  'application.withdrawn',
  'application.contested',
  'application.erased',
]);

function whoActed({ action, actorId }: { action: string; actorId: string | null }) {
  if (byCandidates.has(action)) return 'candidate';
  return actorId === null ? 'product' : 'member';
}

function readCursor(cursor: string): { at: Date; id: string } {
  const [time = '', id = ''] = cursor.split('_');
  const at = new Date(time);
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id))
    throw new AppError(
      'audit.cursor_malformed',
      'bad-input',
      'This page of the log does not exist.',
      'Start at the first page.',
    );
  return { at, id };
}

/** A page of 50 entries of the organisation's log, newest first. Errors: `audit.cursor_malformed`. */
export async function listAudit(scope: OrgScope, input: z.output<typeof auditInput>): Promise<AuditOutput> {
  const { action = null, cursor } = input;
  const rows = await listStored(scope, action, cursor ? readCursor(cursor) : null, pageSize + 1);
  const page = rows.slice(0, pageSize);
  const members = page.filter((row) => whoActed(row) === 'member');
  const names = await listAuthorNames([...new Set(members.flatMap((row) => row.actorId ?? []))]);
  const last = page.at(-1);
  return {
    items: page.map(({ actorId, ...row }) => ({
      ...row,
      actor: (actorId && names.get(actorId)) ?? null,
      by: whoActed({ ...row, actorId }),
    })),
    nextCursor: rows.length > pageSize && last ? `${last.at.toISOString()}_${last.id}` : null,
  };
}
