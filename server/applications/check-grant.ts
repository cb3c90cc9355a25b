import { isOpenTo } from '#server/candidates/index.ts';
import { backsEvidence } from '#server/matching/index.ts';
import { may } from '#server/organizations/core/permissions.ts';
import { listMemberships } from '#server/organizations/index.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import { holdsGrant } from './store/grants.ts';

/**
 * True when a person may look at the proof of somebody's credential as an employer: one of their organisations, in
 * which their role reads candidates, holds a grant that has not ended; or the candidate lets employers find them,
 * blocked none of the person's organisations, and the credential backs evidence.
 */
export async function hasGrant(
  scope: AccountScope,
  candidateId: string,
  credentialId: string,
): Promise<boolean> {
  const memberships = (await listMemberships(scope)).filter(({ role }) => may(role, 'candidates:read'));
  if (memberships.length === 0) return false;
  const organizationIds = memberships.map((membership) => membership.id);
  if (await holdsGrant(organizationIds, candidateId, credentialId)) return true;
  if (!(await isOpenTo(scope, candidateId))) return false;
  return backsEvidence(candidateId, credentialId);
}
