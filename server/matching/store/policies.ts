import type { IssuerStanding, TrustPolicy } from '#server/organizations/core/trust-policy.ts';
import { db } from '#server/platform/db.ts';

/** Issuers by id, as far as a policy asks about them. */
export type IssuerStandings = ReadonlyMap<string, IssuerStanding>;

/** Whether issuers are recognised, and which registries list each of them, in force at `now`. */
export async function listIssuerStandings(ids: readonly string[], now: Date): Promise<IssuerStandings> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<IssuerStanding[]>`
    select i.id, i.registry_name is not null as recognised,
           array(select e.registry_name from issuer_registry_entry e
                  where e.issuer_id = i.id and e.standing = 'listed'
                    and (e.since is null or e.since <= ${now}) and (e.valid_until is null or e.valid_until > ${now})
                  order by e.registry_name) as registries
      from issuer i
     where i.id = any(${[...ids]}::text[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** The policies in force of the employers of jobs, by job id; jobs of employers without one are left out. */
export async function listPoliciesOfJobs(jobIds: readonly string[]): Promise<Map<string, TrustPolicy>> {
  if (jobIds.length === 0) return new Map();
  const rows = await db().$queryRaw<{ jobId: string; rules: unknown }[]>`
    select distinct on (j.id) j.id as "jobId", p.rules
      from job j
      join trust_policy p on p.organization_id = j.organization_id
     where j.id = any(${[...jobIds]}::uuid[])
     order by j.id, p.version desc`;
  // The table takes only policies that went through their shape.
  return new Map(rows.map((row) => [row.jobId, row.rules as TrustPolicy]));
}
