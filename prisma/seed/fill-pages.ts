import { showOnProfile } from '#server/credentials/index.ts';
import { candidateScope } from '#server/platform/scope.ts';
import type { WalletOutcome } from './fill-wallets.ts';
import { plannedPeople } from './plan-wallets.ts';

/** Puts the credentials of those who have a public page on it. */
export async function fillPages(
  idOf: (email: string) => string,
  outcomes: readonly WalletOutcome[],
): Promise<void> {
  for (const { email, plan } of plannedPeople) {
    if (!plan.shows) continue;
    const candidateId = idOf(email);
    for (const { credentialId, found } of outcomes.filter((entry) => entry.candidateId === candidateId))
      if (credentialId !== null && found.endsWith('yes'))
        await showOnProfile(candidateScope(candidateId), credentialId, true);
  }
}
