import type { z } from 'zod';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { AuditOutput, auditInput } from './schemas.ts';
import { listAudit as listStored } from './store/audit.ts';
import { listAuthorNames } from './store/trust-policies.ts';

const pageSize = 50;

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
  const names = await listAuthorNames([...new Set(page.flatMap((row) => row.actorId ?? []))]);
  const last = page.at(-1);
  return {
    items: page.map(({ actorId, ...row }) => ({
      ...row,
      actor: (actorId && names.get(actorId)) ?? null,
      acted: actorId !== null,
    })),
    nextCursor: rows.length > pageSize && last ? `${last.at.toISOString()}_${last.id}` : null,
  };
}
