import { TRPCError } from '@trpc/server';
import { cache } from 'react';
import { api } from '#server/api/caller.ts';
import { issuerInput } from '#server/credentials/schemas.ts';

/** The issuer's page, or why there is none. Once a request. */
export const readIssuer = cache(async (id: string) => {
  const input = issuerInput.safeParse({ id });
  if (!input.success) return { state: 'unknown' as const };
  try {
    return { state: 'found' as const, issuer: await (await api()).issuers.get(input.data) };
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') return { state: 'unknown' as const };
    if (error instanceof TRPCError && error.code === 'TOO_MANY_REQUESTS')
      return { state: 'tooMany' as const };
    throw error;
  }
});
