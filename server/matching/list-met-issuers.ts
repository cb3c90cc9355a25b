import type { z } from 'zod';
import { maskOf } from '#server/credentials/core/mask-holder.ts';
import { isHidden } from '#server/jobs/core/hidden-names.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { MetIssuersOutput, metIssuersInput } from './policy-schemas.ts';
import { listHolders, listMetIssuers as listStored, type MetIssuer } from './store/met-issuers.ts';
import { listKnownNames } from './store/people.ts';

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
 * Ids of issuers whose own words name somebody whose name a job still hides from this employer: who issues badges to
 * themselves is an issuer of their own name. What a registry lists is an institution.
 */
async function listTelling(scope: OrgScope, issuers: readonly MetIssuer[]): Promise<Set<string>> {
  const unlisted = new Map(issuers.flatMap(({ id, name, recognised }) => (recognised ? [] : [[id, name]])));
  const rows = await listHolders(scope, [...unlisted.keys()]);
  const hidden = rows.filter(({ namesHiddenUntil, ...person }) => isHidden({ namesHiddenUntil }, person));
  const known = await listKnownNames([...new Set(hidden.map((row) => row.candidateId))]);
  const telling = hidden.filter(({ issuerId, candidateId, name }) => {
    const text = `${unlisted.get(issuerId)} ${issuerId}`;
    return maskOf([name, ...(known.get(candidateId) ?? [])], '')(text) !== text;
  });
  return new Set(telling.map((row) => row.issuerId));
}

/**
 * Issuers of credentials that were disclosed with applications to the organisation and have not been withdrawn, those
 * of most people first; without those that would tell a hidden name. Errors: `issuer.cursor_malformed`.
 */
export async function listMetIssuers(
  scope: OrgScope,
  input: z.output<typeof metIssuersInput>,
): Promise<MetIssuersOutput> {
  const after = input.cursor ? readCursor(input.cursor) : null;
  const rows = await listStored(scope, input.q ?? '', after, pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const telling = await listTelling(scope, page);
  const items = page.filter(({ id }) => !telling.has(id));
  return { items, nextCursor: rows.length > pageSize && last ? writeCursor(last) : null };
}
