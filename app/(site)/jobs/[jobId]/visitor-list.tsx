import { useTranslations } from 'next-intl';
import { usePointsFormat } from '#app/ui/coverage/points.tsx';
import type { RequirementOutput } from '#server/jobs/schemas.ts';
import { sharesOf } from './shares.ts';

/** The list of one's own coverage before anybody signed in: the same lines, and no answer yet. */
export function VisitorList({ requirements }: { requirements: readonly RequirementOutput[] }) {
  const t = useTranslations('ui.coverage');
  const show = usePointsFormat();
  const shares = sharesOf(requirements);
  if (requirements.length === 0) return null;
  return (
    <ol className="border-t-2 border-ink">
      {requirements.map((requirement, index) => (
        <li key={requirement.id} className="row between border-b border-rule py-1.5 sm">
          <span>
            <b>{requirement.label}</b> {requirement.must && <span className="must">{t('must')}</span>}
          </span>
          <span className="quiet num nowrap">{t('of', { points: show(shares[index] ?? 0) })}</span>
        </li>
      ))}
    </ol>
  );
}
