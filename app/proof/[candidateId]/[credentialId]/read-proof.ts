import { TRPCError } from '@trpc/server';
import { cache } from 'react';
import { api } from '#server/api/caller.ts';
import { proofInput } from '#server/credentials/schemas.ts';

/** The proof as far as whoever looks may see it, or null: unknown and not shared are the same. Once a request. */
export const readProof = cache(async (candidateId: string, credentialId: string) => {
  const input = proofInput.safeParse({ candidateId, credentialId });
  if (!input.success) return null;
  try {
    return await (await api()).credentials.proof(input.data);
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
});
