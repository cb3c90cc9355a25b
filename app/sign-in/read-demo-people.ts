import { TRPCError } from '@trpc/server';
import { api } from '#server/api/caller.ts';

/** The demo's people, or null where there is no demo. */
export async function readDemoPeople() {
  try {
    return await (await api()).demo.people();
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

export type DemoPerson = NonNullable<Awaited<ReturnType<typeof readDemoPeople>>>[number];
