import { useFormatter, useTranslations } from 'next-intl';
import { Moment } from '#app/ui/base/moment.tsx';
import { QrCode } from '#app/ui/base/qr-code.tsx';
import type { ProofOutput } from '#server/credentials/schemas.ts';
import { reportNumber } from './report-number.ts';

/** On paper only: the way back to the living proof, its number, its dates. */
export function PrintHead({ proof, address }: { proof: ProofOutput; address: string }) {
  const t = useTranslations('proof.print');
  const format = useFormatter();
  const day = (date: Date | null) =>
    date === null ? 'none' : format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric' });
  return (
    <div className="printonly">
      <div className="flex gap-6 items-center">
        <QrCode text={address} />
        <p className="sm">
          {t.rich('report', {
            b: () => <b className="mono">{reportNumber(proof)}</b>,
            url: () => <span dir="ltr">{address}</span>,
          })}
          <br />
          {t('dates', {
            issued: day(proof.issuedAt),
            ends: day(proof.validUntil),
            tier: proof.tier.level,
          })}
          <br />
          {t.rich('printed', { at: () => <Moment at={proof.checkedAt} /> })}
        </p>
      </div>
    </div>
  );
}
