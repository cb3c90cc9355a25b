import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import styles from './verify.module.css';

const answers = [
  { key: 'valid', verdict: 'valid', bound: 'yes' },
  { key: 'foreign', verdict: 'valid', bound: 'no' },
  { key: 'unknown', verdict: 'unknown', bound: 'yes' },
  { key: 'invalid', verdict: 'invalid', bound: 'yes' },
] as const;

/** The four answers with their marks. */
export function Meanings() {
  const t = useTranslations('verify');
  return (
    <Section title={t('meaning')}>
      <ul className="stack-2 sm">
        {answers.map(({ key, verdict, bound }) => (
          <li key={key} className={styles.answer}>
            <Verdict verdict={verdict} bound={bound} />
            <p className="soft t13">{t(`meanings.${key}`)}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What will be looked at. */
export function EightLines() {
  const t = useTranslations('verify');
  return (
    <Section title={t('eight')}>
      <p className="soft sm">{t('eightHelp')}</p>
      <AppLink className="t13" href="/help/verify">
        {t('eightMore')}
      </AppLink>
    </Section>
  );
}
