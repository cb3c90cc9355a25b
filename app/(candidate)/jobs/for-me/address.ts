import { z } from 'zod';
import type { JobsForMeInput } from '#server/applications/schemas.ts';

export type Sort = JobsForMeInput['sort'];

const query = z.object({
  sort: z.enum(['coverage', 'newest']).catch('coverage'),
  after: z.uuid().nullable().catch(null),
});

/** What the address asks for; anything else in it counts as not said. */
export function readAddress(params: Record<string, string | string[] | undefined>): JobsForMeInput {
  const { sort, after } = query.parse({ sort: params.sort, after: params.after ?? null });
  return { sort, cursor: after };
}

/** Address of a page of the list. */
export function addressOf(sort: Sort, after: string | null = null): string {
  const params = new URLSearchParams();
  if (sort !== 'coverage') params.set('sort', sort);
  if (after !== null) params.set('after', after);
  return params.size === 0 ? '/jobs/for-me' : `/jobs/for-me?${params}`;
}
