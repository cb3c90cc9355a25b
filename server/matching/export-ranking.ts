import { stringify } from 'csv-stringify/sync';
import type { z } from 'zod';
import { appendAudit } from '#server/organizations/index.ts';
import { env } from '#server/platform/env.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { writeListView } from './core/filter-address.ts';
import { tabulateRanking } from './core/ranking-table.ts';
import { readList } from './list-ranking.ts';
import { presentEntries } from './rank-candidates.ts';
import type { ExplainedRow, rankingFileOutput, rankingViewInput } from './schemas.ts';

/** As many people as a file holds; the page says so. */
const mostRows = 10_000;
const chunk = 500;

/**
 * A job's list as CSV, as it is filtered and ordered, with the first 10,000 people; noted in the audit log. What a
 * spreadsheet would take for a formula is escaped. Errors: `job.unknown`, `job.closed`.
 */
export async function exportRanking(
  scope: OrgScope,
  input: z.output<typeof rankingViewInput>,
  now: Date,
): Promise<z.output<typeof rankingFileOutput>> {
  const { job, passing } = await readList(scope, input, now);
  const entries = passing.slice(0, mostRows).map(({ entry }) => entry);
  const rows: ExplainedRow[] = [];
  for (let at = 0; at < entries.length; at += chunk)
    rows.push(...(await presentEntries(scope, job, entries.slice(at, at + chunk), now)));
  const linkOf = ({ candidateId, credentialId }: { candidateId: string; credentialId: string }) =>
    new URL(`/proof/${candidateId}/${credentialId}`, env().NEXTAUTH_URL).href;
  const csv = stringify(tabulateRanking(rows, job.requirements, linkOf), {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
  });
  await appendAudit({
    organizationId: scope.organizationId,
    actorId: scope.accountId,
    action: 'ranking.exported',
    subject: `job:${job.id}`,
    details: { people: rows.length, of: passing.length, view: writeListView(input) },
  });
  const name = `candidates-${job.reference.replace(/[^\w-]/g, '')}-${now.toISOString().slice(0, 10)}.csv`;
  return { name, csv };
}
