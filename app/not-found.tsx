import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Fault } from '#app/ui/base/fault.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';

export const metadata: Metadata = { title: '404' };

/** Also for things of another organisation: there is no telling them from things that never were. */
export default function NotFound() {
  const t = useTranslations('ui.error');
  return (
    <PublicShell>
      <div className="wrap form">
        <Fault
          code="404"
          title={t('notFoundTitle')}
          actions={
            <>
              <ButtonLink tone="go" href="/jobs">
                {t('openJobs')}
              </ButtonLink>
              <ButtonLink href="/verify">{t('verify')}</ButtonLink>
            </>
          }
        >
          <p>{t('notFound')}</p>
        </Fault>
      </div>
    </PublicShell>
  );
}
