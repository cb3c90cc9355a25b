import { ExternalLink } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Breadcrumb } from '#app/ui/base/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { QrCode } from '#app/ui/base/qr-code.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { IssuerName } from '#app/ui/proof/issuer-name.tsx';
import { Signed } from '#app/ui/proof/signed.tsx';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { hasSignedWords, proofPath } from '../../../credential-words.ts';
import styles from '../share.module.css';
import { ShareTarget } from '../share-target.tsx';
import { cardPath, embedOf, linkedInOf, markdownOf, type SharedBadge } from '../share-targets.ts';
import { LinkSwitch, PageSwitch } from '../sharing-switches.tsx';
import { Signature } from '../signature.tsx';

function Targets({ badge, holderName }: { badge: SharedBadge; holderName: string }) {
  const t = useTranslations('share');
  return (
    <Section title={t('badge.targets')} aside={t('badge.live')} gap={1}>
      <ShareTarget title={t('link.title')} help={t('link.help')} text={badge.proof} />
      <ShareTarget title={t('qr.title')} help={t('qr.help')}>
        <QrCode text={badge.proof} label={t('qr.label')} large />
      </ShareTarget>
      <ShareTarget title={t('readme.title')} help={t('readme.help')} text={markdownOf(badge)}>
        {/* biome-ignore lint/performance/noImgElement: the card is shown as other people's pages show it */}
        <img src={badge.card} className={styles.card} width={320} height={64} alt={t('readme.preview')} />
      </ShareTarget>
      <ShareTarget title={t('embed.title')} help={t('embed.help')} text={embedOf(badge)} />
      <Signature
        badge={badge}
        lines={{
          name: holderName,
          about: t('signature.about', { title: badge.title, issuer: badge.issuer }),
          check: t('signature.check'),
          address: badge.proof,
        }}
      />
      <ShareTarget
        title={t('linkedIn.title')}
        help={t('linkedIn.help')}
        action={
          <ButtonLink
            size="sm"
            href={linkedInOf(badge)}
            target="_blank"
            icon={<ExternalLink className="ic" aria-hidden />}
          >
            {t('linkedIn.open')}
          </ButtonLink>
        }
      />
    </Section>
  );
}

/** All that can be given out of one badge; each place shows it as it stands at that moment. */
export function BadgeSharing({
  credential,
  origin,
  holderName,
}: {
  credential: CredentialOutput;
  origin: string;
  holderName: string;
}) {
  const t = useTranslations('share.badge');
  const { id, title, issuer, issuedAt, validUntil, publicLink, bound } = credential;
  const badge = {
    ...{ id, title, issuedAt, validUntil },
    issuer: issuer.name,
    proof: `${origin}${proofPath(credential)}`,
    card: `${origin}${cardPath(credential)}`,
  };
  return (
    <div className="wrap form stack">
      <Breadcrumb
        items={[
          { label: t('crumbWallet'), href: '/wallet' },
          { label: t('crumbShare'), href: '/wallet/share' },
          { label: title },
        ]}
      />
      <div className="stack-1">
        <h1>{t('title')}</h1>
        <p>
          {hasSignedWords(credential) ? <Signed when>{title}</Signed> : <bdi>{title}</bdi>}
          <span className="soft">
            ,{' '}
            <IssuerName name={issuer.name} claimedName={issuer.claimedName} recognised={issuer.recognised} />
          </span>
        </p>
        <p>
          <Verdict verdict={credential.verdict} bound={bound} code={credential.code} />
        </p>
      </div>
      <div className="stack-2">
        <LinkSwitch credential={credential} />
        {bound === 'yes' ? (
          <PageSwitch credential={credential} />
        ) : (
          <p className="t13 soft">{t('notYours')}</p>
        )}
      </div>
      {publicLink ? <Targets badge={badge} holderName={holderName} /> : <Note>{t('shut')}</Note>}
    </div>
  );
}
