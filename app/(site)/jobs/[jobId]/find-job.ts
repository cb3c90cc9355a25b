import { cache } from 'react';
import { z } from 'zod';
import { api } from '#server/api/caller.ts';
import { jobIdInput, type PublicJobOutput } from '#server/jobs/schemas.ts';

export type FoundJob =
  | { kind: 'job'; job: PublicJobOutput }
  | { kind: 'closed'; title: string; employer: string; closedAt: Date | null }
  | { kind: 'none' };

const closedRefusal = z.object({
  code: z.literal('job.closed'),
  details: z.object({ title: z.string(), employer: z.string(), closedAt: z.coerce.date().nullable() }),
});
const unknownRefusal = z.object({ code: z.literal('job.unknown') });

/** The public job of a page, asked once a request. A closed one is told apart from one that never was. */
export const findJob = cache(async (jobId: string): Promise<FoundJob> => {
  if (!jobIdInput.safeParse({ jobId }).success) return { kind: 'none' };
  try {
    return { kind: 'job', job: await (await api()).jobs.getPublished({ jobId }) };
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null;
    const closed = closedRefusal.safeParse(cause);
    if (closed.success) return { kind: 'closed', ...closed.data.details };
    if (unknownRefusal.safeParse(cause).success) return { kind: 'none' };
    throw error;
  }
});
