import { recognise } from './core/registries/recognition.ts';
import { listIssuers, type NotedIssuer, writeRecognition } from './store/issuers.ts';
import { listListings, type StoredListing } from './store/registry-entries.ts';

const atOnce = 1_000;

/**
 * Derives who recognises these issuers from what the registries say now, and writes it where it changed. The only way
 * in which an issuer becomes recognised or stops being so. Ids that no credential has named are passed over.
 */
export async function settleRecognition(issuerIds: readonly string[], now: Date): Promise<void> {
  for (let start = 0; start < issuerIds.length; start += atOnce) {
    const some = issuerIds.slice(start, start + atOnce);
    const noted = await listIssuers(some);
    if (noted.length > 0) await settle(noted, await listListings(noted.map(({ id }) => id)), now);
  }
}

async function settle(issuers: readonly NotedIssuer[], listings: readonly StoredListing[], now: Date) {
  for (const issuer of issuers) {
    const own = listings.filter(({ issuerId }) => issuerId === issuer.id);
    const found = recognise(own, now);
    const { registry = null, homepage = null } = found ?? {};
    const name = found === null ? null : (found.name ?? issuer.id);
    const isSame =
      name === issuer.registryName && registry === issuer.registry && homepage === issuer.homepage;
    if (!isSame) await writeRecognition(issuer.id, found);
  }
}
