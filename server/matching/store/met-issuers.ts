import { db } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';

/** An issuer behind credentials that an organisation was shown. */
export interface MetIssuer {
  id: string;
  /** By a registry when recognised, else what it calls itself. */
  name: string;
  recognised: boolean;
  registry: string | null;
  people: number;
  credentials: number;
}

/**
 * Issuers met in the organisation's applications, most people first, then by id. `search` looks in name and id, as
 * typed: its wildcards are letters.
 */
export function listMetIssuers(
  scope: OrgScope,
  search: string,
  after: { people: number; id: string } | null,
  take: number,
): Promise<MetIssuer[]> {
  const like = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const people = after?.people ?? null;
  const id = after?.id ?? null;
  return db().$queryRaw<MetIssuer[]>`
    select m.* from (
      select i.id, coalesce(i.registry_name, i.claimed_name) as name, i.registry_name is not null as recognised,
             i.registry, count(distinct k.candidate_id)::int as people,
             count(distinct (k.candidate_id, k.id))::int as credentials
        from application a
        join job j on j.id = a.job_id and j.status <> 'closed'
        join disclosure_grant g on g.candidate_id = a.candidate_id and g.application_id = a.id
        join credential k on k.candidate_id = g.candidate_id and k.id = g.credential_id
        join issuer i on i.id = k.issuer_id
       where a.organization_id = ${scope.organizationId}::uuid and a.stage <> 'withdrawn'
         and (i.registry_name ilike ${like} or i.claimed_name ilike ${like} or i.id ilike ${like})
       group by i.id) m
     where ${people}::int is null or m.people < ${people} or (m.people = ${people} and m.id > ${id})
     order by m.people desc, m.id
     limit ${take}`;
}

/** Somebody who disclosed a credential of an issuer with an application to a job that hides names. */
export interface Holder {
  issuerId: string;
  candidateId: string;
  /** The name given with the application. */
  name: string;
  stage: string;
  revealedAt: Date | null;
  namesHiddenUntil: string;
}

/** Holders behind issuers that `listMetIssuers` gave whose name was never shown here, at most 10,000. */
export function listHolders(scope: OrgScope, issuerIds: readonly string[]): Promise<Holder[]> {
  return db().$queryRaw<Holder[]>`
    select distinct k.issuer_id as "issuerId", a.candidate_id as "candidateId", a.display_name as name, a.stage,
           a.revealed_at as "revealedAt", j.names_hidden_until as "namesHiddenUntil"
      from application a
      join job j on j.id = a.job_id and j.status <> 'closed' and j.names_hidden_until is not null
      join disclosure_grant g on g.candidate_id = a.candidate_id and g.application_id = a.id
      join credential k on k.candidate_id = g.candidate_id and k.id = g.credential_id
     where a.organization_id = ${scope.organizationId}::uuid and a.stage <> 'withdrawn' and a.revealed_at is null
       and k.issuer_id = any(${[...issuerIds]}::text[])
     limit 10000`;
}

/** Names of the registries that are read here, by authority. */
export async function listRegistryNames(): Promise<string[]> {
  const rows = await db().issuerRegistry.findMany({
    where: { type: { not: 'dcc-list' } },
    select: { name: true },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    take: 200,
  });
  return rows.map((row) => row.name);
}
