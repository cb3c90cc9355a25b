import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Breadcrumb } from '#app/ui/base/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { QrCode } from '#app/ui/base/qr-code.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { IssuerName } from '#app/ui/proof/issuer-name.tsx';
import { Signed } from '#app/ui/proof/signed.tsx';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import type { OwnPageOutput } from '#server/candidates/schemas.ts';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { hasSignedWords } from '../../credential-words.ts';
import { RenewAddress } from './renew-address.tsx';
import styles from './share.module.css';
import { ShareTarget } from './share-target.tsx';
import { PageSwitch } from './sharing-switches.tsx';
import { Signature } from './signature.tsx';

function CredentialLine({ credential }: { credential: CredentialOutput }) {
  const t = useTranslations('share.page');
  const kind = useTranslations('ui.kind');
  const { id, title, issuer, verdict, bound, code, publicLink } = credential;
  const name = hasSignedWords(credential) ? <Signed when>{title}</Signed> : <bdi>{title}</bdi>;
  const words = (
    <>
      <span className="strong block">{name}</span>
      <span className="t13 soft block">
        <IssuerName name={issuer.name} claimedName={issuer.claimedName} recognised={issuer.recognised} />{' '}
        <span className="quiet">· {kind(credential.kind)}</span>
      </span>
    </>
  );
  return (
    <li className={styles.row}>
      {bound === 'yes' ? (
        <PageSwitch credential={credential} label={words} />
      ) : (
        <p className={styles.unticked}>{words}</p>
      )}
      <div className="t13 stack-1">
        <Verdict verdict={verdict} bound={bound} code={code} />
        <p>
          <AppLink href={`/wallet/share/${id}`}>
            {t(publicLink ? 'shared' : 'shareOne')}
            <span className="vh"> {title}</span>
          </AppLink>
        </p>
      </div>
    </li>
  );
}

/** The holder's public page: who may open it, its address, what stands on it. */
export function PageSharing({
  page,
  credentials,
  address,
}: {
  page: OwnPageOutput;
  credentials: readonly CredentialOutput[];
  address: string;
}) {
  const t = useTranslations('share');
  const { visibility, displayName, headline, handle } = page;
  const listed = credentials.filter((credential) => credential.onProfile).length;
  return (
    <div className="wrap form stack">
      <Breadcrumb
        items={[{ label: t('badge.crumbWallet'), href: '/wallet' }, { label: t('badge.crumbShare') }]}
      />
      <PageTitle
        title={t('page.title')}
        actions={<ButtonLink href={`/p/${handle}`}>{t('page.see')}</ButtonLink>}
      >
        {t('page.lead')}
      </PageTitle>
      <Note tone={visibility === 'private' ? 'warn' : 'plain'}>
        <p>
          {t(`page.sight.${visibility}`)} <AppLink href="/profile#sight">{t('page.change')}</AppLink>
        </p>
      </Note>
      <Section title={t('page.address')} gap={1}>
        <ShareTarget title={t('page.link')} help={t('page.linkHelp')} text={address}>
          <QrCode text={address} label={t('page.qr')} />
        </ShareTarget>
        <Signature
          badge={null}
          lines={{ name: displayName, about: headline ?? '', check: t('signature.checkAll'), address }}
        />
        <RenewAddress />
      </Section>
      <Section title={t('page.choose')} count={listed} gap={1}>
        <p className="t13 soft">{t('page.chooseHelp')}</p>
        {credentials.length === 0 ? (
          <p className="soft sm py-3">
            {t('page.none')} <AppLink href="/wallet/import">{t('page.add')}</AppLink>
          </p>
        ) : (
          <ul>
            {credentials.map((credential) => (
              <CredentialLine key={credential.id} credential={credential} />
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
