import { useFormatter, useTranslations } from 'next-intl';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import type { RequirementOutput } from '#server/jobs/schemas.ts';
import { sharesOf } from './shares.ts';

function useAcceptedProof() {
  const t = useTranslations('site.job');
  const tiers = useTranslations('ui.tier');
  return (minTier: number): string => {
    if (minTier === 0) return t('anyProof');
    const word = tiers(String(minTier));
    const capital = word.charAt(0).toUpperCase() + word.slice(1);
    return minTier === 5 ? capital : t('tierOrMore', { word: capital });
  };
}

/** What a job asks, one line a skill: level, must, weight, accepted proof. */
export function AskedTable({ requirements }: { requirements: readonly RequirementOutput[] }) {
  const t = useTranslations('site.job');
  const words = useTranslations('ui.coverage');
  const format = useFormatter();
  const accepted = useAcceptedProof();
  const shares = sharesOf(requirements);
  const head = [
    t('skill'),
    t('level'),
    t('needed'),
    { key: 'weight', label: t('weight'), end: true },
    t('proof'),
  ];
  return (
    <StackTable label={t('tableName')} line head={head}>
      {requirements.map((requirement, index) => (
        <Row key={requirement.id}>
          <RowHead>{requirement.label}</RowHead>
          <Cell label={t('level')}>
            {requirement.minLevel === null ? (
              <span className="quiet">{t('anyLevel')}</span>
            ) : (
              <>
                <span className="phone:hidden">{t('levelWord')}</span>
                {requirement.minLevel} <span className="quiet">{t('ofFour')}</span>
              </>
            )}
          </Cell>
          <Cell label={t('needed')}>
            {requirement.must ? (
              <span className="must">{words('must')}</span>
            ) : (
              <span className="nice">{words('nice')}</span>
            )}
          </Cell>
          <Cell label={t('weight')} className="r num">
            {t('share', { share: format.number((shares[index] ?? 0) / 10, { maximumFractionDigits: 1 }) })}
          </Cell>
          <Cell label={t('proof')} className="soft">
            {accepted(requirement.minTier)}
          </Cell>
        </Row>
      ))}
    </StackTable>
  );
}
