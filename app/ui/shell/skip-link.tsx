import { useTranslations } from 'next-intl';

/** First stop of the keyboard on every page. */
export function SkipLink() {
  const t = useTranslations('ui');
  return (
    <a className="skip" href="#main">
      {t('skip')}
    </a>
  );
}
