import { openPolicy, type TrustPolicy } from '#server/organizations/core/trust-policy.ts';
import { getActivePolicy } from '#server/organizations/index.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { applyPolicy } from './core/apply-policy.ts';
import type { Evidence } from './core/evidence.ts';
import { toEvidence } from './count-coverage.ts';
import type { OwnedEvidence } from './store/evidence.ts';
import { type IssuerStandings, listIssuerStandings, listPoliciesOfJobs } from './store/policies.ts';

/** Turns stored evidence into what the arithmetic takes, as one employer's policy lets it count. */
export type Weigh = (rows: readonly OwnedEvidence[]) => Evidence[];

/** Every piece in full: what counts where no employer has a say. */
export const inFull: Weigh = (rows) => toEvidence(rows);

/** Weighs by a policy. `standings` must hold the issuers of the rows; who is not in it is unrecognised. */
export function weighBy(policy: TrustPolicy, standings: IssuerStandings, now: Date): Weigh {
  if (policy === openPolicy) return inFull;
  return (rows) =>
    toEvidence(rows).map((evidence, at) => {
      const id = evidence.issuerId;
      const issuer = standings.get(id) ?? { id, recognised: false, registries: [] };
      return applyPolicy({ ...evidence, lastGoodAt: rows[at]?.lastGoodAt ?? null }, issuer, policy, now);
    });
}

/** The policies and the issuers behind some rows, made ready; nothing is asked where no policy needs it. */
async function readStandings(
  policies: readonly TrustPolicy[],
  rows: readonly OwnedEvidence[],
  now: Date,
): Promise<IssuerStandings> {
  if (policies.every((policy) => policy === openPolicy)) return new Map();
  const ids = new Set(rows.flatMap((row) => row.issuerId ?? []));
  return listIssuerStandings([...ids], now);
}

/** Weighs rows by several policies at once, for comparing them. */
export async function weighRows(
  policies: readonly TrustPolicy[],
  rows: readonly OwnedEvidence[],
  now: Date,
): Promise<Weigh[]> {
  const standings = await readStandings(policies, rows, now);
  return policies.map((policy) => weighBy(policy, standings, now));
}

/** How the organisation's policy in force weighs these rows. */
export async function weighForOrg(
  scope: OrgScope,
  rows: readonly OwnedEvidence[],
  now: Date,
): Promise<Weigh> {
  const { policy } = await getActivePolicy(scope.organizationId);
  const [weigh = inFull] = await weighRows([policy], rows, now);
  return weigh;
}

/** How the employer of each job weighs these rows, by job id: a candidate's coverage is counted by the same rule. */
export async function weighForJobs(
  jobIds: readonly string[],
  rows: readonly OwnedEvidence[],
  now: Date,
): Promise<Map<string, Weigh>> {
  const policies = await listPoliciesOfJobs(jobIds);
  const standings = await readStandings([...policies.values()], rows, now);
  return new Map(jobIds.map((id) => [id, weighBy(policies.get(id) ?? openPolicy, standings, now)]));
}
