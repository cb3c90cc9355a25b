import { useFormatter, useTranslations } from 'next-intl';
import { pointsOnShow, totalTenths } from './round-points.ts';
import type { Coverage } from './shapes.ts';

/** Points of 100 with one decimal. `tenths` as `pointsOnShow` gives them. */
export function usePointsFormat(): (tenths: number) => string {
  const format = useFormatter();
  return (tenths) =>
    format.number(tenths / 10, { minimumFractionDigits: 1, maximumFractionDigits: 1, useGrouping: false });
}

/** The number beside a bar: total, and `+15.0 ?` for what unknown could add. "No score" without skills asked. */
export function Points({
  coverage,
  size,
  unknown = false,
}: {
  coverage: Coverage;
  size?: 'sm' | 'big';
  unknown?: boolean;
}) {
  const t = useTranslations('ui.coverage');
  const show = usePointsFormat();
  if (coverage.kind === 'no-score') return <span className="noscore">{t('noScore')}</span>;
  const numbers = pointsOnShow(coverage);
  const look = size === undefined ? 'pct' : `pct ${size}`;
  return (
    <span className={look}>
      {show(numbers.total)}
      {unknown && numbers.unknown > 0 && (
        <span className="unk">
          <span className="vh">{t('plusUnknown')}</span>+{show(numbers.unknown)} ?
        </span>
      )}
    </span>
  );
}

/** Points from a total alone, for lists that carry no parts. */
export function TotalPoints({ totalMicro }: { totalMicro: number }) {
  const show = usePointsFormat();
  return <span className="pct">{show(totalTenths(totalMicro))}</span>;
}

/** The sum in words: "67.5 proven + 15.0 unknown + 17.5 missing = 100. All 3 must-haves met." */
export function CoverageSum({ coverage }: { coverage: Coverage }) {
  const t = useTranslations('ui.coverage');
  const show = usePointsFormat();
  if (coverage.kind === 'no-score') return <p className="t13 soft">{t('noScoreWhy')}</p>;
  const numbers = pointsOnShow(coverage);
  const musts = coverage.parts.filter((part) => part.must);
  const met = musts.filter((part) => part.status === 'met').length;
  return (
    <p className="t13 soft">
      {t('sum', {
        proven: show(numbers.total),
        unknown: show(numbers.unknown),
        missing: show(numbers.missing),
      })}{' '}
      {musts.length === 0 && t('mustsNone')}
      {musts.length > 0 && met === musts.length && t('mustsAll', { total: musts.length })}
      {musts.length > 0 && met < musts.length && t('mustsSome', { total: musts.length, met })}
    </p>
  );
}
