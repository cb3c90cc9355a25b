import { issuerHost } from './core/did-web.ts';
import {
  findLookAlike,
  indexRecognised,
  type LookAlike,
  type LookAlikeIndex,
} from './core/look-alikes/find-look-alike.ts';
import { showHost } from './core/look-alikes/host-names.ts';
import { isInForce, recognise } from './core/registries/recognition.ts';
import type { TrustOutput, VoucherOutput } from './schemas.ts';
import { listLookups, type StoredLookup } from './store/lookups.ts';
import { listRegistries, type StoredRegistry } from './store/registries.ts';
import { listListed, listListings, type StoredListing } from './store/registry-entries.ts';

/** An issuer as a credential names it. */
export interface NamedIssuer {
  id: string;
  claimedName: string | null;
}

const keptMs = 60_000;
let kept: { index: LookAlikeIndex; at: number } | null = null;

/** The recognised issuers, prepared for comparison; read anew after a minute. */
async function readIndex(now: Date): Promise<LookAlikeIndex> {
  const age = kept === null ? Number.POSITIVE_INFINITY : now.getTime() - kept.at;
  if (kept === null || age < 0 || age > keptMs) {
    const listed = await listListed(now);
    const named = listed.map(({ issuerId, ...rest }) => ({ id: issuerId, ...rest }));
    kept = { index: indexRecognised(named), at: now.getTime() };
  }
  return kept.index;
}

/**
 * Who vouches for an issuer, by authority, with source and date of each word; registries that do not answer are named
 * with since when. For an unrecognised one also whom it resembles. Never a part of the verdict (verification.md §4).
 */
export async function describeTrust({ id, claimedName }: NamedIssuer, now: Date): Promise<TrustOutput> {
  const [registries, listings, lookups] = await Promise.all([
    listRegistries(),
    listListings([id]),
    listLookups(id),
  ]);
  const asked = registries.filter(({ type }) => type !== 'dcc-list');
  const found = recognise(listings, now);
  const index = found === null ? await readIndex(now) : [];
  const host = issuerHost(id);
  return {
    id,
    name: found === null ? null : (found.name ?? id),
    claimedName,
    recognised: found !== null,
    registry: found?.registry ?? null,
    homepage: found?.homepage ?? null,
    host: host === null ? null : showHost(host),
    resembles:
      found === null ? present(findLookAlike({ id, name: claimedName, homepage: null }, index)) : null,
    vouchers: asked.flatMap((registry) => describeVoucher(registry, listings, lookups, now) ?? []),
    registriesRead: asked.filter(({ state, type }) => state === 'current' || isAsked(type)).length,
  };
}

const isAsked = (type: string) => type === 'oidf' || type === 'ebsi';

function present(found: LookAlike | null): TrustOutput['resembles'] {
  if (found === null) return null;
  return { by: found.by, id: found.resembles?.id ?? null, name: found.resembles?.name ?? null };
}

function describeVoucher(
  registry: StoredRegistry,
  listings: readonly StoredListing[],
  lookups: readonly StoredLookup[],
  now: Date,
): VoucherOutput | null {
  const { name, source } = registry;
  const listing = listings.find((entry) => entry.registry === name);
  const lookup = lookups.find((entry) => entry.registryName === name);
  const failedSince = registry.failedSince ?? lookup?.failedSince ?? null;
  if (!listing && failedSince === null) return null;
  const date = (text: string | null | undefined) => (text ? new Date(text) : null);
  return {
    registry: name,
    link: source.governanceUrl ?? ('url' in source ? (source.url ?? null) : null),
    state: !listing ? 'silent' : !isInForce(listing, now) ? 'ended' : listing.standing,
    name: listing?.name ?? null,
    says: listing?.evidence ?? null,
    scope: listing?.scope ?? null,
    since: date(listing?.since),
    validUntil: date(listing?.validUntil),
    asOf: isAsked(registry.type) ? (listing?.confirmedAt ?? null) : registry.fetchedAt,
    failedSince,
  };
}
