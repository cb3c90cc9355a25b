import { useTimeZone, useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** Names the zone of all times on the page, once. */
export function TimesIn() {
  const t = useTranslations('ui.footer');
  return t('times', { zone: useTimeZone() ?? 'UTC' });
}

/** What Assay does and does not do, the pages that explain it, the zone of all times on the page. */
export function Footer() {
  const t = useTranslations('ui.footer');
  return (
    <footer className="foot">
      <span>{t('motto')}</span>
      <AppLink href="/help/verify">{t('how')}</AppLink>
      <AppLink href="/#inputs">{t('inputs')}</AppLink>
      <span className="end">
        <TimesIn />
      </span>
      <ThemeSwitch />
    </footer>
  );
}
