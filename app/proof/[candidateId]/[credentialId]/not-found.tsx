import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Fault } from '#app/ui/base/fault.tsx';

export default async function ProofNotFound() {
  const [t, ui] = await Promise.all([getTranslations('proof'), getTranslations('ui.nav')]);
  return (
    <div className="wrap narrow">
      <Fault
        code="404"
        title={t('missing.title')}
        actions={
          <>
            <ButtonLink tone="go" href="/verify">
              {t('missing.verify')}
            </ButtonLink>
            <ButtonLink href="/sign-in">{ui('signIn')}</ButtonLink>
          </>
        }
      >
        <p className="soft">{t('missing.help')}</p>
        <p className="soft">{t('ended.help')}</p>
      </Fault>
    </div>
  );
}
