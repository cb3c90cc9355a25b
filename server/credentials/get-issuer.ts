import { AppError } from '#server/platform/errors.ts';
import { isIssuerId } from './core/registries/entry.ts';
import { readCounts } from './count-issuer.ts';
import { describeTrust } from './describe-trust.ts';
import type { IssuerPageOutput } from './schemas.ts';
import { listKeys } from './store/issuer-keys.ts';
import { findIssuer } from './store/issuers.ts';

/**
 * Everything known about an issuer: who vouches for it, its keys over time, what was seen of its credentials. For
 * anybody: counts only, and none over fewer than five people. Errors: `issuer.unknown` for what is no issuer's id.
 */
export async function getIssuer(id: string, now: Date): Promise<IssuerPageOutput> {
  const noted = await findIssuer(id);
  if (!noted && !isIssuerId(id))
    throw new AppError(
      'issuer.unknown',
      'not-found',
      'That is no issuer.',
      'An issuer is named by a DID or an https address.',
    );
  const claimedName = noted === null || noted.claimedName === noted.id ? null : noted.claimedName;
  const [trust, keys, seen] = await Promise.all([
    describeTrust({ id, claimedName }, now),
    listKeys(id),
    noted === null ? ({ state: 'none' } as const) : readCounts(id, now),
  ]);
  return { trust, keys, seen, firstSeenAt: noted?.firstSeenAt ?? null, asOf: now };
}
