import type { z } from 'zod';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { MetIssuersOutput, metIssuersInput } from './schemas.ts';
import { listMetIssuers as listStored, type MetIssuer } from './store/met-issuers.ts';

const pageSize = 50;

function writeCursor({ people, id }: MetIssuer): string {
  return Buffer.from(`${people} ${id}`).toString('base64url');
}

function readCursor(cursor: string): { people: number; id: string } {
  const [, people, id] = /^(\d{1,9}) (\P{Cc}+)$/u.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!people || !id)
    throw new AppError(
      'issuer.cursor_malformed',
      'bad-input',
      'This page of the list does not exist.',
      'Start at the first page.',
    );
  return { people: Number(people), id };
}

/**
 * Issuers of credentials that were disclosed with applications to the organisation and have not been withdrawn, those
 * of most people first. Errors: `issuer.cursor_malformed`.
 */
export async function listMetIssuers(
  scope: OrgScope,
  input: z.output<typeof metIssuersInput>,
): Promise<MetIssuersOutput> {
  const after = input.cursor ? readCursor(input.cursor) : null;
  const rows = await listStored(scope, input.q ?? '', after, pageSize + 1);
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > pageSize && last ? writeCursor(last) : null };
}
