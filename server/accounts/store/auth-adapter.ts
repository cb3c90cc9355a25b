import { PrismaAdapter } from '@next-auth/prisma-adapter';
import type { Adapter } from 'next-auth/adapters';
import { client } from '#server/platform/db.ts';

/** The sign-in library's view of our account tables. */
export function authAdapter(): Adapter {
  // The adapter is typed for the client in its default place; ours is generated into the project.
  return PrismaAdapter(client() as unknown as Parameters<typeof PrismaAdapter>[0]) as Adapter;
}
