import { useTimeZone, useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { ThemeSwitch } from './theme-switch.tsx';

/** What Assay does and does not do, the pages that explain it, the zone of all times on the page. */
export function Footer() {
  const t = useTranslations('ui.footer');
  const zone = useTimeZone() ?? 'UTC';
  return (
    <footer className="foot">
      <span>{t('motto')}</span>
      <AppLink href="/help/verify">{t('how')}</AppLink>
      <AppLink href="/#inputs">{t('inputs')}</AppLink>
      <span className="end">{t('times', { zone })}</span>
      <ThemeSwitch />
    </footer>
  );
}
