import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Fault } from '#app/ui/base/fault.tsx';

export default async function PublicPageNotFound() {
  const t = await getTranslations('share.missing');
  return (
    <div className="wrap narrow">
      <Fault
        code="404"
        title={t('title')}
        actions={
          <>
            <ButtonLink tone="go" href="/verify">
              {t('verify')}
            </ButtonLink>
            <ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>
          </>
        }
      >
        <p className="soft">{t('help')}</p>
      </Fault>
    </div>
  );
}
