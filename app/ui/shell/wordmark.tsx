import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';

/** The name with its stamp; leads home. */
export function Wordmark({ href = '/' }: { href?: string }) {
  const t = useTranslations('ui');
  return (
    <AppLink className="word" href={href}>
      <b aria-hidden="true">A</b>
      {t('name')}
    </AppLink>
  );
}
