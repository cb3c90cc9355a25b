import type { RegistryEntry } from './entry.ts';

/** An entry with where it stands; `position` orders registries by authority, smallest first. */
export type Listing = RegistryEntry & { registry: string; position: number };

/** Who vouches for an issuer, and the name it is known by there; null = by its id only. */
export type Recognition = {
  registry: string;
  name: string | null;
  homepage: string | null;
  logo: string | null;
};

/** True while an entry is in force. */
export function isInForce(
  { since, validUntil }: Pick<RegistryEntry, 'since' | 'validUntil'>,
  now: Date,
): boolean {
  const time = now.getTime();
  if (since !== null && Date.parse(since) > time) return false;
  return validUntil === null || Date.parse(validUntil) > time;
}

/** The first registry by authority that lists the issuer by exactly its id, in force now; null = unrecognised. */
export function recognise(listings: readonly Listing[], now: Date): Recognition | null {
  const counting = listings
    .filter((listing) => listing.standing === 'listed' && isInForce(listing, now))
    .sort((a, b) => a.position - b.position);
  const [first] = counting;
  if (!first) return null;
  const { registry, name, homepage, logo } = first;
  return { registry, name, homepage, logo };
}
