import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { Adapter, AdapterUser } from 'next-auth/adapters';
import { client } from '#server/platform/db.ts';
import { normalizeAddress } from '../core/address.ts';
import { findAccountByConfirmed } from './accounts.ts';

/**
 * The sign-in library's view of our account tables. An address that a person confirmed besides the first one leads
 * to that person, too: a sign-in with it must not make a second account.
 */
export function authAdapter(): Adapter {
  // The adapter is typed for the client in its default place; ours is generated into the project.
  const adapter = PrismaAdapter(client() as unknown as Parameters<typeof PrismaAdapter>[0]) as Adapter;
  return {
    ...adapter,
    getUserByEmail: async (email) => {
      const first = await adapter.getUserByEmail?.(email);
      if (first) return first;
      const owner = await findAccountByConfirmed(normalizeAddress(email));
      // With the address that was asked for: it is the one that the mail proves, not the account's first.
      return owner && ({ ...owner, email } as AdapterUser);
    },
  };
}
