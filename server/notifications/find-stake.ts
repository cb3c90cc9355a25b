import { findLosses, recountApplications, weighCredentials } from '#server/applications/index.ts';
import { type Stake, sumStake } from '#server/matching/core/stake.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { NoticeKind } from './core/notices.ts';

/** What hangs on a credential that ends, or hung on one that stopped counting. */
export async function findStake(
  scope: CandidateScope,
  kind: NoticeKind,
  credentialId: string,
  now: Date,
): Promise<Stake> {
  if (kind === 'restored') return sumStake([]);
  if (kind.startsWith('ends-')) {
    const stakes = await weighCredentials(scope, now);
    const { applications, tenths, evenly } =
      stakes.find((each) => each.credentialId === credentialId) ?? sumStake([]);
    return { applications, tenths, evenly };
  }
  // The recount that the change asked for may still be waiting; run twice, it says nothing new.
  const code = kind === 'unreachable' ? 'status-unavailable' : kind;
  await recountApplications(scope, { credentialId, check: 'status', code }, now);
  return sumStake(await findLosses(scope, credentialId, now));
}
