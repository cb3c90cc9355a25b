import { toProfile } from './ensure-profile.ts';
import type { StoredListing, StoredProfile } from './store/issuing.ts';

/** A registry of issuers run here: each under its DID and under its Open Badges 2.0 profile. */
export function buildRegistry(
  listed: readonly { stored: StoredProfile & { createdAt: Date }; listing: StoredListing | undefined }[],
) {
  const changes = listed.map(({ stored }) => stored.createdAt.toISOString()).sort();
  const entries = listed.flatMap(({ stored, listing }) => {
    const { did, profileUrl, name } = toProfile(stored);
    const { registry, ...words } = listing ?? {};
    const said = { name, ...words };
    return [did, profileUrl].map((id) => [id, said]);
  });
  return {
    meta: { created: changes.at(0), updated: changes.at(-1) },
    registry: Object.fromEntries(entries),
  };
}
