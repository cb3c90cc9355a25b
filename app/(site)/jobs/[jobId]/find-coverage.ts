import { cache } from 'react';
import { api, currentPerson } from '#server/api/caller.ts';
import type { PreviewOutput } from '#server/applications/schemas.ts';
import type { CoverageOutput, MyRankOutput } from '#server/matching/schemas.ts';

/** What the person who looks has proven of a job, and the application they sent. */
export type OwnCoverage =
  | { kind: 'stranger' }
  | { kind: 'failed' }
  | {
      kind: 'own';
      coverage: CoverageOutput;
      rank: MyRankOutput;
      existing: PreviewOutput['existing'];
      /** How many credentials would go along, unless the person chooses otherwise. */
      proposed: number;
    };

/** One's own coverage of a job, computed once a request. That it fails must not cost the job's own page. */
export const findCoverage = cache(async (jobId: string): Promise<OwnCoverage> => {
  if ((await currentPerson()) === null) return { kind: 'stranger' };
  try {
    const caller = await api();
    const [coverage, rank, preview] = await Promise.all([
      caller.applications.coverage({ jobId }),
      caller.applications.rank({ jobId }),
      caller.applications.preview({ jobId }),
    ]);
    const proposed = preview.credentials.filter((credential) => credential.ticked).length;
    return { kind: 'own', coverage, rank, existing: preview.existing, proposed };
  } catch {
    return { kind: 'failed' };
  }
});
