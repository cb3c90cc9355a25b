import { useTranslations } from 'next-intl';
import { Suspense } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { KeyValue, KeyValues } from '#app/ui/base/kv.tsx';
import { Day, DaysLeft, Moment } from '#app/ui/base/moment.tsx';
import { QrCode } from '#app/ui/base/qr-code.tsx';
import { IssuerName, issuerPath } from '#app/ui/proof/issuer-name.tsx';
import { Tier } from '#app/ui/proof/tier.tsx';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import type { ProofOutput } from '#server/credentials/schemas.ts';
import { JobsForThis } from './jobs-for-this.tsx';
import { HolderActions, ReaderActions } from './proof-actions.tsx';
import { reportNumber } from './report-number.ts';
import { useFormatName } from './use-format-name.ts';

function Issuer({ proof: { issuer, trust } }: { proof: ProofOutput }) {
  const t = useTranslations('proof.facts');
  const { id, name, claimedName, recognised } = issuer;
  const [by] = trust?.vouchers.filter(({ registry }) => registry === issuer.registry) ?? [];
  const silent = trust?.vouchers.filter(({ state }) => state === 'silent') ?? [];
  return (
    <>
      <IssuerName
        name={name}
        claimedName={claimedName}
        recognised={recognised}
        href={id === null ? undefined : issuerPath(id)}
      />
      <span className="quiet t13 block">
        {recognised ? t('recognised', { registry: issuer.registry ?? '' }) : t('unrecognised')}
        {by?.asOf && <>, {t.rich('asOf', { day: () => <Day at={by.asOf ?? new Date(0)} /> })}</>}
      </span>
      {[...(by?.failedSince ? [by] : []), ...silent].map(({ registry, failedSince }) => (
        <span className="quiet t13 block" key={registry}>
          {t.rich('silent', { registry, day: () => <Day at={failedSince ?? new Date(0)} /> })}
        </span>
      ))}
    </>
  );
}

function recipientWords(proof: ProofOutput): 'recipientHidden' | 'recipientHashed' | null {
  if (proof.page !== null) return null;
  if (proof.recipient === null)
    return proof.viewer === 'public' || proof.viewer === 'masked' ? 'recipientHidden' : null;
  return /@|^did:/.test(proof.recipient) ? null : 'recipientHashed';
}

function Dates({ proof }: { proof: ProofOutput }) {
  const t = useTranslations('proof.facts');
  const notStated = useTranslations('ui.signed')('notStated');
  return (
    <>
      <KeyValue term={t('issued')}>
        {proof.issuedAt === null ? <span className="quiet">{notStated}</span> : <Day at={proof.issuedAt} />}
      </KeyValue>
      <KeyValue term={t('ends')}>
        {proof.validUntil === null ? (
          t('noEnd')
        ) : (
          <>
            <Day at={proof.validUntil} /> <DaysLeft until={proof.validUntil} />
          </>
        )}
      </KeyValue>
    </>
  );
}

/** The facts in one column, with what can be done. */
export function ProofSide({ proof, address }: { proof: ProofOutput; address: string }) {
  const t = useTranslations('proof');
  const formatName = useFormatName();
  const notStated = useTranslations('ui.signed')('notStated');
  const recipient = recipientWords(proof);
  return (
    <aside className="side stack noprint" aria-label={t('facts.label')}>
      <div className="grid gap-2">
        <ReaderActions proof={proof} address={address} />
        {proof.viewer === 'holder' && <HolderActions proof={proof} />}
      </div>
      <section className="sec">
        <h2 className="vh">{t('facts.title')}</h2>
        <KeyValues>
          <KeyValue term={t('facts.verdict')}>
            <Verdict verdict={proof.verdict} bound={proof.bound} code={proof.code} />
          </KeyValue>
          <KeyValue term={t('facts.since')}>
            <Moment at={proof.verdictSince} />
          </KeyValue>
          <KeyValue term={t('facts.kind')}>
            {t('facts.kindFormat', { kind: proof.kind, format: formatName(proof.format) })}
          </KeyValue>
          <KeyValue term={t('facts.issuer')}>
            <Issuer proof={proof} />
          </KeyValue>
          {proof.page !== null && (
            <KeyValue term={t('facts.page')}>
              <AppLink href={proof.page.url}>
                {t('facts.openPage', { platform: proof.page.platform })}
              </AppLink>
            </KeyValue>
          )}
          <KeyValue term={t('facts.recipient')}>
            {recipient === null ? (proof.recipient ?? notStated) : t(`facts.${recipient}`)}
          </KeyValue>
          <Dates proof={proof} />
          <KeyValue term={t('facts.evidence')}>
            <Tier level={proof.tier.level} />
            <span className="quiet t13 block">{t('facts.rule', { rule: proof.tier.rule })}</span>
          </KeyValue>
          <KeyValue term={t('facts.report')}>
            <span className="mono" dir="ltr">
              {reportNumber(proof)}
            </span>
          </KeyValue>
        </KeyValues>
      </section>
      <div className="row top flex-nowrap">
        <QrCode text={address} label={t('qr')} />
        <p className="t13 soft">{t.rich('scan', { at: () => <Moment at={proof.checkedAt} /> })}</p>
      </div>
      {proof.viewer === 'holder' && (
        <Suspense fallback={null}>
          <JobsForThis credentialId={proof.id} />
        </Suspense>
      )}
    </aside>
  );
}
