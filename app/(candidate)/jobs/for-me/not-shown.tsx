import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import type { JobsForMeOutput } from '#server/applications/schemas.ts';
import styles from './for-me.module.css';

/** Open jobs that are not in the list, each number with its reason. */
export function NotShown({ notShown }: Pick<JobsForMeOutput, 'notShown'>) {
  const t = useTranslations('matches');
  const { askingOther, scoreless, older, blocked } = notShown;
  const total = askingOther + scoreless + older + blocked.reduce((sum, each) => sum + each.count, 0);
  if (total === 0) return null;
  return (
    <details className={`sm ${styles.missing}`}>
      <summary>
        <span>{t.rich('notShown', { count: total, b: (words) => <b>{words}</b> })}</span>
      </summary>
      <ul className="t13 soft stack-1 ps-4">
        {askingOther > 0 && (
          <li>
            {t.rich('notProven', {
              count: askingOther,
              a: (words) => <AppLink href="/jobs">{words}</AppLink>,
            })}
          </li>
        )}
        {scoreless > 0 && <li>{t('notScored', { count: scoreless })}</li>}
        {older > 0 && <li>{t('notLookedAt', { count: older })}</li>}
        {blocked.map(({ name, count }) => (
          <li key={name}>
            {t.rich('notBlocked', {
              count,
              name: () => <bdi>{name}</bdi>,
              a: (words) => <AppLink href="/profile">{words}</AppLink>,
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}
