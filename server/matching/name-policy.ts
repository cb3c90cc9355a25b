import { getActivePolicy } from '#server/organizations/index.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { PolicyNamesOutput } from './policy-schemas.ts';
import { listIssuerNames } from './store/evidence.ts';
import { listRegistryNames } from './store/met-issuers.ts';

/** Names for what the policy in force speaks of, and the registries that a rule can be about. */
export async function namePolicy(scope: OrgScope): Promise<PolicyNamesOutput> {
  const { policy } = await getActivePolicy(scope.organizationId);
  const [issuers, registries] = await Promise.all([
    listIssuerNames(policy.issuers.map((rule) => rule.id)),
    listRegistryNames(),
  ]);
  return { issuers, registries };
}
