import { useTranslations } from 'next-intl';
import { issuerHost } from '#app/(candidate)/credential-words.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { BadgePicture } from '#app/ui/proof/badge-picture.tsx';
import { IssuerName } from '#app/ui/proof/issuer-name.tsx';
import { Mark } from '#app/ui/proof/mark.tsx';
import { Resembles } from '#app/ui/proof/resembles.tsx';
import type { TrustOutput } from '#server/credentials/schemas.ts';

function Standing({ trust }: { trust: TrustOutput }) {
  const t = useTranslations('issuer');
  const count = trust.vouchers.filter(({ state }) => state === 'listed').length;
  if (!trust.recognised)
    return (
      <p className="row soft">
        <Mark kind="na" /> {t('unrecognised')}
      </p>
    );
  return (
    <p className="row strong">
      <Mark kind="pass" /> {t('recognisedBy', { count })}
    </p>
  );
}

/** The name by the registry, the id in full, and how many recognise it. An unrecognised one has no picture. */
export function IssuerHead({ trust }: { trust: TrustOutput }) {
  const t = useTranslations('issuer');
  const { id, name, host, homepage, recognised, registriesRead } = trust;
  return (
    <div className="stack-2">
      <div className="row between top">
        <div className="row top flex-nowrap min-w-0">
          <BadgePicture size="m" title={name ?? ''} issuerHost={issuerHost(id)} recognised={recognised} />
          <div className="min-w-0">
            <h1 className="text-2xl wrap-anywhere">
              {name === null ? <bdi>{host ?? t('title')}</bdi> : <bdi>{name}</bdi>}
            </h1>
            <p className="mono t13 soft wrap-anywhere" dir="ltr">
              {id}
            </p>
          </div>
        </div>
        <Standing trust={trust} />
      </div>
      {(name === null || trust.claimedName !== name) && trust.claimedName !== null && (
        <p className="t13 quiet">
          <IssuerName claimOnly name={name ?? ''} claimedName={trust.claimedName} recognised={recognised} />
        </p>
      )}
      {homepage !== null && (
        <p className="t13">
          <AppLink href={homepage}>{t('homepage')}</AppLink>
        </p>
      )}
      {!recognised && (
        <p className="soft prose">
          {registriesRead === 0 ? t('noRegistries') : t('unrecognisedHelp', { count: registriesRead })}
        </p>
      )}
      <Resembles trust={trust} />
    </div>
  );
}
