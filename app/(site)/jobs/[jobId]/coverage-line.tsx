import { useTranslations } from 'next-intl';
import { CoverageBar } from '#app/ui/coverage/coverage-bar.tsx';
import { TotalPoints } from '#app/ui/coverage/points.tsx';
import type { CoverageOutput } from '#server/matching/schemas.ts';
import { drawnCoverage } from '../coverage-shape.ts';
import { findCoverage } from './find-coverage.ts';

function Line({ coverage }: { coverage: CoverageOutput }) {
  const t = useTranslations('site.you');
  if (coverage.kind === 'no-score') return null;
  return (
    <a className="grid gap-1.5 py-2 text-base fold:hidden" href="#coverage">
      <CoverageBar coverage={drawnCoverage(coverage)} size="thin" />
      <span>{t.rich('short', { n: () => <TotalPoints totalMicro={coverage.totalMicro} /> })}</span>
    </a>
  );
}

/** Under the title on a phone, where the whole coverage comes after the text: one bar that leads to it. */
export async function CoverageLine({ jobId }: { jobId: string }) {
  const own = await findCoverage(jobId);
  return own.kind === 'own' ? <Line coverage={own.coverage} /> : null;
}
