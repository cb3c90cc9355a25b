import { cache } from 'react';
import { api, currentPerson } from '#server/api/caller.ts';
import type { PreviewOutput } from '#server/applications/schemas.ts';
import type { CoverageOutput } from '#server/matching/schemas.ts';

/** What the person who looks has proven of a job, and the application they sent. */
export type OwnCoverage =
  | { kind: 'stranger' }
  | { kind: 'failed' }
  | { kind: 'own'; coverage: CoverageOutput; existing: PreviewOutput['existing'] };

/** One's own coverage of a job, computed once a request. That it fails must not cost the job's own page. */
export const findCoverage = cache(async (jobId: string): Promise<OwnCoverage> => {
  if ((await currentPerson()) === null) return { kind: 'stranger' };
  try {
    const caller = await api();
    const [coverage, preview] = await Promise.all([
      caller.applications.coverage({ jobId }),
      caller.applications.preview({ jobId }),
    ]);
    return { kind: 'own', coverage, existing: preview.existing };
  } catch {
    return { kind: 'failed' };
  }
});
