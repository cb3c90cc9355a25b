import { useTranslations } from 'next-intl';
import { drawnCoverage } from '#app/(site)/jobs/coverage-shape.ts';
import { useReasons } from '#app/hire/use-reasons.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { CoverageRow } from '#app/ui/coverage/coverage-bar.tsx';
import { Legend } from '#app/ui/coverage/legend.tsx';
import { CoverageSum } from '#app/ui/coverage/points.tsx';
import { RequirementList } from '#app/ui/coverage/requirement-list.tsx';
import { Ruler } from '#app/ui/coverage/ruler.tsx';
import type { CoverageOutput } from '#server/matching/schemas.ts';

/** Bar, sum and each point explained. */
export function CandidateCoverage({ org, coverage }: { org: string; coverage: CoverageOutput }) {
  const t = useTranslations('hire.candidate');
  const reasons = useReasons(org);
  const drawn = drawnCoverage(coverage);
  return (
    <Section title={t('covers')}>
      {drawn.kind === 'score' && (
        <div className="ruled-bar">
          <Ruler parts={drawn.parts} />
          <CoverageRow coverage={drawn} size="big" />
        </div>
      )}
      <CoverageSum coverage={drawn} />
      {drawn.kind === 'score' && (
        <>
          <Legend />
          <RequirementList coverage={drawn} reasons={reasons(coverage)} />
        </>
      )}
    </Section>
  );
}
