import { weighCredentials } from '#server/applications/index.ts';
import type { Stake } from '#server/matching/core/stake.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { NoticeKind } from './core/notices.ts';

const nothing: Stake = { applications: 0, tenths: 0, evenly: true };

/** What hangs on a credential that ends. */
export async function findStake(
  scope: CandidateScope,
  kind: NoticeKind,
  credentialId: string,
  now: Date,
): Promise<Stake> {
  if (!kind.startsWith('ends-')) return nothing;
  const { credentialId: _id, ...stake } = (await weighCredentials(scope, now)).find(
    (each) => each.credentialId === credentialId,
  ) ?? {
    credentialId,
    ...nothing,
  };
  return stake;
}
