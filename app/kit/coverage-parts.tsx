/** Bars of every size, their ruler and legend, the sum, the explanation. */
import { useTranslations } from 'next-intl';
import { Section } from '#app/ui/base/section.tsx';
import { CoverageRow } from '#app/ui/coverage/coverage-bar.tsx';
import { Legend } from '#app/ui/coverage/legend.tsx';
import { CoverageSum } from '#app/ui/coverage/points.tsx';
import { RequirementList } from '#app/ui/coverage/requirement-list.tsx';
import { Ruler } from '#app/ui/coverage/ruler.tsx';
import { sampleCoverage, sampleParts, sampleReasons } from './samples.ts';

export function CoverageBars() {
  const t = useTranslations();
  // The number's column is fixed here, so that the ruler stands over every bar.
  const line = '[&_.covrow]:grid-cols-[minmax(0,1fr)_3.5rem]';
  return (
    <Section title={t('kit.coverage')}>
      <div className={`stack-2 ${line}`}>
        <div className="covrow">
          <Ruler parts={sampleParts} />
          <span className="quiet xs">{t('ui.coverage.points')}</span>
        </div>
        <CoverageRow coverage={sampleCoverage} size="big" />
        <CoverageRow coverage={sampleCoverage} unknown />
        <CoverageRow coverage={sampleCoverage} size="thin" />
        <Legend />
        <p className="t13 soft">
          <CoverageRow coverage={{ kind: 'no-score' }} /> · {t('kit.coverageNote')}
        </p>
      </div>
    </Section>
  );
}

export function Explanation() {
  const t = useTranslations('kit');
  return (
    <Section title={t('explanation')}>
      <CoverageSum coverage={sampleCoverage} />
      <RequirementList coverage={sampleCoverage} reasons={sampleReasons} />
    </Section>
  );
}
