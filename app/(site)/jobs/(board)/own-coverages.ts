import type { Coverage } from '#app/ui/coverage/shapes.ts';
import { api, currentPerson } from '#server/api/caller.ts';
import { drawnCoverage } from '../coverage-shape.ts';

/** What the person who looks has proven of these jobs; empty for visitors, and when it cannot be computed. */
export async function ownCoverages(jobIds: string[]): Promise<ReadonlyMap<string, Coverage>> {
  if (jobIds.length === 0 || (await currentPerson()) === null) return new Map();
  try {
    const found = await (await api()).applications.coverages({ jobIds });
    return new Map(found.map(({ jobId, coverage }) => [jobId, drawnCoverage(coverage)]));
  } catch {
    // The list itself is what was asked for; a bar that is missing costs nobody a job.
    return new Map();
  }
}
