import { useTranslations } from 'next-intl';
import type { CSSProperties } from 'react';

const whole: CSSProperties & { '--w': number; '--p': string } = { '--w': 1, '--p': '55%' };

/** How to read the bar, in its own shapes. */
export function Legend() {
  const t = useTranslations('ui.coverage');
  const samples = [
    ['met', t('legendMet')],
    ['partly', t('legendPartly')],
    ['unknown', t('legendUnknown')],
    ['unmet', t('legendUnmet')],
  ] as const;
  return (
    <ul className="legend" aria-label={t('legend')}>
      {samples.map(([status, words]) => (
        <li key={status}>
          <span className="cov" aria-hidden="true">
            <i className={status} style={whole} />
          </span>
          {words}
        </li>
      ))}
      <li>
        <span className="cov under" aria-hidden="true">
          <i className="met mu" style={whole} />
        </span>
        {t('legendMust')}
      </li>
    </ul>
  );
}
