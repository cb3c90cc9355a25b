import { isOpenTo } from '#server/candidates/index.ts';
import type { Identity } from '#server/jobs/core/hidden-names.ts';
import { backsEvidence, identifyPeople, notApplied } from '#server/matching/index.ts';
import { may } from '#server/organizations/core/permissions.ts';
import { listMemberships } from '#server/organizations/index.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import { findHiding, listGrantsHeld } from './store/grants.ts';

/**
 * As whom a person may look at somebody's credential as an employer, or null when they may not: one of their
 * organisations, in which their role reads candidates, holds a grant that has not ended; or the candidate lets
 * employers find them, blocked none of the person's organisations, and the credential backs evidence. A proof knows no
 * job: where one of several hides the name, it is hidden.
 */
export async function findGrant(
  scope: AccountScope,
  candidateId: string,
  credentialId: string,
): Promise<Identity | null> {
  const memberships = (await listMemberships(scope)).filter(({ role }) => may(role, 'candidates:read'));
  if (memberships.length === 0) return null;
  const organizationIds = memberships.map((membership) => membership.id);
  const held = await listGrantsHeld(organizationIds, candidateId, credentialId);
  if (held.length > 0) {
    const seen = await Promise.all(
      held.map(async ({ job, ...person }) => (await identifyPeople(job, [person])).get(candidateId)),
    );
    return seen.find((identity) => identity?.hidden) ?? seen[0] ?? null;
  }
  if (!(await isOpenTo(scope, candidateId))) return null;
  if (!(await backsEvidence(candidateId, credentialId))) return null;
  const namesHiddenUntil = await findHiding(organizationIds);
  const found = await identifyPeople({ namesHiddenUntil }, [{ ...notApplied, candidateId }]);
  return found.get(candidateId) ?? null;
}
