import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { KeyValue, KeyValues } from '#app/ui/base/kv.tsx';
import { Day, DaysLeft, Moment } from '#app/ui/base/moment.tsx';
import { Tier } from '#app/ui/proof/tier.tsx';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import type { ProofOutput } from '#server/credentials/schemas.ts';
import { HolderActions, ReaderActions } from './proof-actions.tsx';
import { QrCode } from './qr-code.tsx';
import { reportNumber } from './report-number.ts';
import { useFormatName } from './use-format-name.ts';

function Issuer({ issuer }: { issuer: ProofOutput['issuer'] }) {
  const t = useTranslations('proof.facts');
  return (
    <>
      {issuer.url === null ? <bdi>{issuer.name}</bdi> : <AppLink href={issuer.url}>{issuer.name}</AppLink>}
      <span className="quiet t13 block">
        {issuer.recognised ? t('recognised', { registry: issuer.registry ?? '' }) : t('unrecognised')}
      </span>
    </>
  );
}

function recipientWords(proof: ProofOutput): 'recipientHidden' | 'recipientHashed' | null {
  if (proof.recipient === null) return proof.viewer === 'public' ? 'recipientHidden' : null;
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
            <Issuer issuer={proof.issuer} />
          </KeyValue>
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
    </aside>
  );
}
