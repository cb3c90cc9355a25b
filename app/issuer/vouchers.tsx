import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Day, Moment } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { Mark, type MarkKind } from '#app/ui/proof/mark.tsx';
import type { VoucherOutput } from '#server/credentials/schemas.ts';

const marks: Record<VoucherOutput['state'], MarkKind> = {
  listed: 'pass',
  stated: 'stated',
  ended: 'na',
  silent: 'unknown',
};

function Says({ voucher, shown }: { voucher: VoucherOutput; shown: string | null }) {
  const t = useTranslations('issuer.vouchers');
  const { state, says, name, scope, since, validUntil, failedSince } = voucher;
  if (state === 'silent') {
    return (
      <span className="quiet">
        {t.rich('silentSince', { day: () => <Day at={failedSince ?? new Date(0)} /> })}
      </span>
    );
  }
  const isOver = state === 'ended' && validUntil !== null;
  return (
    <>
      {says ?? t('known')}
      {name !== null && name !== shown && <> {t('asName', { name })}</>}
      {scope !== null && <> {t('scope', { scope })}</>}
      {state === 'stated' && <span className="quiet block">{t('statedHelp')}</span>}
      {isOver && (
        <span className="quiet block">{t.rich('endedOn', { day: () => <Day at={validUntil} /> })}</span>
      )}
      {state === 'ended' && !isOver && since !== null && (
        <span className="quiet block">{t.rich('begins', { day: () => <Day at={since} /> })}</span>
      )}
      {failedSince !== null && (
        <span className="quiet block">{t.rich('notSince', { day: () => <Day at={failedSince} /> })}</span>
      )}
    </>
  );
}

/** Each registry that says something about the issuer, or does not answer, with the date of its word. */
export function Vouchers({ vouchers, name }: { vouchers: readonly VoucherOutput[]; name: string | null }) {
  const t = useTranslations('issuer.vouchers');
  return (
    <Section title={t('title')}>
      <p className="t13 quiet">{t('note')}</p>
      {vouchers.length === 0 ? (
        <p className="soft">{t('nobody')}</p>
      ) : (
        <StackTable label={t('title')} head={[t('source'), t('says'), t('since'), t('read')]}>
          {vouchers.map((voucher) => (
            <Row key={voucher.registry}>
              <RowHead>
                <span className="row flex-nowrap">
                  <Mark kind={marks[voucher.state]} label={t(voucher.state)} />
                  {voucher.link === null ? (
                    <bdi>{voucher.registry}</bdi>
                  ) : (
                    <AppLink href={voucher.link}>{voucher.registry}</AppLink>
                  )}
                </span>
              </RowHead>
              <Cell label={t('says')}>
                <Says voucher={voucher} shown={name} />
              </Cell>
              <Cell label={t('since')}>{voucher.since === null ? '–' : <Day at={voucher.since} />}</Cell>
              <Cell label={t('read')}>
                {voucher.asOf === null ? (
                  <span className="quiet">{t('never')}</span>
                ) : (
                  <Moment at={voucher.asOf} />
                )}
              </Cell>
            </Row>
          ))}
        </StackTable>
      )}
    </Section>
  );
}
