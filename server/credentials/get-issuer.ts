import { AppError } from '#server/platform/errors.ts';
import { isIssuerId } from './core/registries/entry.ts';
import { describeTrust } from './describe-trust.ts';
import type { IssuerPageOutput, SeenOutput, UsedListOutput } from './schemas.ts';
import {
  countCredentials,
  countKinds,
  countTiers,
  countTitles,
  listUsedLists,
} from './store/issuer-facts.ts';
import { listKeys } from './store/issuer-keys.ts';
import { findIssuer } from './store/issuers.ts';

/** Nothing is said of fewer people than this. */
const fewest = 5;

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
    describeSeen(id),
  ]);
  return { trust, keys, seen, firstSeenAt: noted?.firstSeenAt ?? null, asOf: now };
}

async function describeSeen(id: string): Promise<SeenOutput> {
  const totals = await countCredentials(id);
  if (totals.credentials === 0) return { state: 'none' };
  if (totals.people < fewest) return { state: 'few' };
  const [tiers, kinds, titles, lists] = await Promise.all([
    countTiers(id),
    countKinds(id),
    countTitles(id, fewest),
    listUsedLists(id),
  ]);
  const told = titles.reduce((sum, title) => sum + title.credentials, 0);
  return {
    state: 'some',
    ...totals,
    asOf: totals.asOf ?? new Date(0),
    tiers: tiers.map(({ name, credentials }) => ({ tier: Number(name), credentials })),
    kinds: kinds.map(({ name, credentials }) => ({ kind: name || null, credentials })),
    titles: titles.map(({ name, people, tier }) => ({ title: name, people, tier })),
    untold: totals.credentials - told,
    lists: lists.map((list) => ({ ...list, state: list.state as UsedListOutput['state'] })),
  };
}
