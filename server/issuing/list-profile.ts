import { type StoredListing, writeListings } from './store/issuing.ts';

/** Has a profile listed by registries that this installation publishes (`registries/<name>.json` at its host). */
export function listProfile(slug: string, listings: readonly StoredListing[]): Promise<void> {
  return writeListings(slug, listings);
}
