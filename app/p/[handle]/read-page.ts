import { cache } from 'react';
import { api } from '#server/api/caller.ts';
import { readRefusal } from '#server/api/refusal.ts';

/** The public page as far as whoever looks may see it, or null: unknown, closed and moved are the same. */
export const readPage = cache(async (handle: string) => {
  try {
    return await (await api()).profile.publicPage({ handle });
  } catch (error) {
    if (readRefusal(error)?.kind === 'not-found') return null;
    throw error;
  }
});
