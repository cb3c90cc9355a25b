import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';
import { Points, usePointsFormat } from './points.tsx';
import { pointsOnShow } from './round-points.ts';
import type { Coverage, CoveragePart } from './shapes.ts';

type BarStyle = CSSProperties & { '--w': number; '--p'?: string };

function styleOf(part: CoveragePart): BarStyle {
  if (part.status !== 'partly' || part.ofMicro === 0) return { '--w': part.weight };
  return { '--w': part.weight, '--p': `${Math.round((part.pointsMicro / part.ofMicro) * 100)}%` };
}

/** "67.5 of 100 points proven. Python met, must-have; …": the bar for who does not see it. */
export function useCoverageSentence(): (coverage: Coverage) => string {
  const t = useTranslations('ui.coverage');
  const show = usePointsFormat();
  return (coverage) => {
    if (coverage.kind === 'no-score') return t('noScore');
    const parts = coverage.parts.map((part) =>
      t(part.must ? 'partMust' : 'part', { name: part.label, status: t(part.status) }),
    );
    return t('sentence', { points: show(pointsOnShow(coverage).total), parts: parts.join('; ') });
  };
}

/**
 * One segment for each requirement, as wide as its weight; the filled length is the score.
 * thin 10 px for cards, row 14 px, big 24 px for pages. Without skills asked: "No score" and no bar.
 */
export function CoverageBar({
  coverage,
  size = 'row',
}: {
  coverage: Coverage;
  size?: 'thin' | 'row' | 'big';
}) {
  const t = useTranslations('ui.coverage');
  const sentence = useCoverageSentence();
  if (coverage.kind === 'no-score') return <span className="noscore">{t('noScore')}</span>;
  return (
    <span className={size === 'row' ? 'cov' : `cov ${size}`} role="img" aria-label={sentence(coverage)}>
      {coverage.parts.map((part) => (
        <i
          key={part.requirementId}
          className={part.must ? `${part.status} mu` : part.status}
          style={styleOf(part)}
        />
      ))}
    </span>
  );
}

/** Bar and number in a line; `unknown` adds what unknown could bring. */
export function CoverageRow({
  coverage,
  size = 'row',
  unknown = false,
}: {
  coverage: Coverage;
  size?: 'thin' | 'row' | 'big';
  unknown?: boolean;
}) {
  if (coverage.kind === 'no-score') return <Points coverage={coverage} />;
  return (
    <div className={size === 'big' ? 'covrow big' : 'covrow'}>
      <CoverageBar coverage={coverage} size={size} />
      <Points
        coverage={coverage}
        unknown={unknown}
        {...(size === 'big' ? { size: 'big' as const } : size === 'thin' ? { size: 'sm' as const } : {})}
      />
    </div>
  );
}
