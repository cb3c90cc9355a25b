import { cache } from 'react';
import { z } from 'zod';
import { api } from '#server/api/caller.ts';
import { readRefusal } from '#server/api/refusal.ts';
import type { PublicJobOutput } from '#server/jobs/schemas.ts';

export type FoundJob =
  | { kind: 'job'; job: PublicJobOutput }
  | { kind: 'closed'; title: string; employer: string; closedAt: Date | null }
  | { kind: 'none' };

const closedDetails = z.object({
  title: z.string(),
  employer: z.string(),
  closedAt: z.coerce.date().nullable(),
});

/** The public job of a page, asked once a request. A closed one is told apart from one that never was. */
export const findJob = cache(async (jobId: string): Promise<FoundJob> => {
  try {
    return { kind: 'job', job: await (await api()).jobs.getPublished({ jobId }) };
  } catch (error) {
    const refusal = readRefusal(error);
    if (refusal?.kind === 'not-found') return { kind: 'none' };
    if (refusal?.code === 'job.closed') return { kind: 'closed', ...closedDetails.parse(refusal.details) };
    throw error;
  }
});
