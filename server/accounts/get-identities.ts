import type { AccountScope } from '#server/platform/scope.ts';
import { listAddresses } from './store/addresses.ts';
import { listProvenDids } from './store/dids.ts';

/** What binds a credential to the person: confirmed addresses as typed, and proven DIDs. */
export async function getIdentities(scope: AccountScope): Promise<{ emails: string[]; dids: string[] }> {
  const [addresses, dids] = await Promise.all([listAddresses(scope), listProvenDids(scope)]);
  return {
    emails: addresses.filter((entry) => entry.confirmedAt).map((entry) => entry.address),
    dids: dids.map(({ did }) => did),
  };
}
