import { refreshRegistries } from '#server/credentials/index.ts';
import { ensureProfile, listProfile } from '#server/issuing/index.ts';
import { issuers } from './data/issuers.ts';

/** Makes the demo's issuers with fresh keys, has most of them listed by registries, and reads those. */
export async function makeIssuers(now: Date): Promise<void> {
  for (const { slug, name, listings, unreachable } of issuers) {
    // RFC 6761 reserves .invalid: nobody ever answers there.
    const elsewhere = unreachable ? { did: `did:web:credentials.${slug}.invalid` } : {};
    await ensureProfile({ slug, name, ...elsewhere });
    const url = `https://${slug}.example`;
    await listProfile(
      slug,
      listings.map((listing) => ({ ...listing, url })),
    );
  }
  await refreshRegistries(now);
}
