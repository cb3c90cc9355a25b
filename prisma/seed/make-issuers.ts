import { recogniseIssuer } from '#server/credentials/index.ts';
import { ensureProfile } from '#server/issuing/index.ts';
import { issuers, registry } from './data/issuers.ts';

/** Makes the demo's issuers with fresh keys, and has most of them recognised under both of their ids. */
export async function makeIssuers(): Promise<void> {
  for (const { slug, name, recognised, unreachable } of issuers) {
    // RFC 6761 reserves .invalid: nobody ever answers there.
    const elsewhere = unreachable ? { did: `did:web:credentials.${slug}.invalid` } : {};
    const profile = await ensureProfile({ slug, name, ...elsewhere });
    if (!recognised) continue;
    for (const id of [profile.did, profile.profileUrl])
      await recogniseIssuer({ id, registryName: name, registry, url: `https://${slug}.example` });
  }
}
