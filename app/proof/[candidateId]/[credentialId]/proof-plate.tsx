import { useTranslations } from 'next-intl';
import { useReason } from '#app/(candidate)/credential-words.ts';
import { Day, Moment } from '#app/ui/base/moment.tsx';
import { standingOf } from '#app/ui/proof/standing.ts';
import { VerdictPlate } from '#app/ui/proof/verdict-plate.tsx';
import type { ProofOutput } from '#server/credentials/schemas.ts';

function Stands({ proof }: { proof: ProofOutput }) {
  const t = useTranslations('proof.plate');
  const { validUntil, statusReadAt } = proof;
  return (
    <p>
      {t.rich('checked', { at: () => <Moment at={proof.checkedAt} /> })}{' '}
      {statusReadAt !== null && t.rich('statusRead', { at: () => <Moment at={statusReadAt} /> })}{' '}
      {proof.viewer !== 'holder' && t('sharedBy')}{' '}
      {validUntil === null ? t('noEnd') : t.rich('until', { day: () => <Day at={validUntil} /> })}{' '}
      {t.rich('againBy', { at: () => <Moment at={proof.nextCheckAt} /> })}
    </p>
  );
}

/** The verdict: one sentence on what it means, one on what happens next; for the holder, or for others. */
export function ProofPlate({ proof }: { proof: ProofOutput }) {
  const t = useTranslations('proof.plate');
  const reason = useReason()(proof);
  const standing = standingOf(proof.verdict, proof.bound);
  const state = standing === 'genuine' ? 'foreign' : standing;
  const reader = proof.viewer === 'holder' ? 'holder' : 'others';
  return (
    <VerdictPlate
      verdict={proof.verdict}
      bound={proof.bound}
      title={t(`${state}.${reader}`, { short: reason?.short ?? '' })}
    >
      {reason === null && <Stands proof={proof} />}
      {reason !== null && (
        <p>
          {reader === 'holder' ? `${reason.what} ${reason.help}` : `${reason.others} ${t('countsNothing')}`}
        </p>
      )}
    </VerdictPlate>
  );
}
