import { getActivePolicy } from '#server/organizations/index.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { recountApplications } from './recount-applications.ts';
import { listOpenCandidates } from './store/open-applications.ts';

const atOnce = 200;

/**
 * Counts the open applications to an organisation anew by the policy in force, and records it as the reason where it
 * moved something (M4). Which version that is is read when it runs: after a change and its undoing nothing moved.
 */
export async function recountForPolicy(organizationId: string, now: Date): Promise<void> {
  const { version } = await getActivePolicy(organizationId);
  for (let after: string | null = null; ; ) {
    const ids = await listOpenCandidates(organizationId, after, atOnce);
    for (const id of ids)
      await recountApplications(candidateScope(id), { organizationId, policyVersion: version }, now);
    after = ids.at(-1) ?? null;
    if (ids.length < atOnce) return;
  }
}
