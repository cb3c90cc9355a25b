import { Check, Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Day } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import type { AddressOutput } from '#server/accounts/schemas.ts';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { AddAddress } from './add-address.tsx';
import { AddressActions } from './address-actions.tsx';

/** How a credential's page shows this address: first letter and domain. */
function masked(address: string): string {
  return `${address.slice(0, 1)}•••${address.slice(address.lastIndexOf('@'))}`;
}

function State({ confirmedAt }: { confirmedAt: Date | null }) {
  const t = useTranslations('candidate.profile');
  if (confirmedAt === null) {
    return (
      <span className="row tight">
        <Clock className="ic" aria-hidden />
        {t('waiting')}
      </span>
    );
  }
  return (
    <span className="row tight">
      <Check className="ic" aria-hidden />
      <span>{t.rich('confirmed', { day: () => <Day at={confirmedAt} /> })}</span>
    </span>
  );
}

/** The person's addresses with what each binds; adding one sends the mail that confirms it. */
export function Addresses({
  addresses,
  credentials,
}: {
  addresses: readonly AddressOutput[];
  credentials: readonly CredentialOutput[];
}) {
  const t = useTranslations('candidate.profile');
  const names = (address: string) =>
    credentials.filter(({ recipient }) => recipient?.toLowerCase() === masked(address).toLowerCase()).length;
  const hashed = credentials.filter(
    ({ recipient }) => recipient !== null && !/@|^did:/.test(recipient),
  ).length;
  return (
    <div id="addresses">
      <Section title={t('addresses')}>
        <p className="sm soft">{t('addressesHelp')}</p>
        <StackTable
          label={t('addresses')}
          head={[
            t('address'),
            t('state'),
            t('badges'),
            { key: 'actions', label: <span className="vh">{t('actions')}</span>, end: true },
          ]}
        >
          {addresses.map((entry) => (
            <Row key={entry.id}>
              <RowHead>
                <span className="break-all">{entry.address}</span>
              </RowHead>
              <Cell label={t('state')}>
                <State confirmedAt={entry.confirmedAt} />
              </Cell>
              <Cell label={t('badges')}>{t('bindsOpen', { count: names(entry.address) })}</Cell>
              <Cell label="" className="r">
                {entry.isPrimary ? (
                  <span className="quiet t13">{t('forSignIn')}</span>
                ) : (
                  <AddressActions entry={entry} />
                )}
              </Cell>
            </Row>
          ))}
        </StackTable>
        {hashed > 0 && <p className="t13 quiet">{t('bindsNote', { count: hashed })}</p>}
        <AddAddress />
      </Section>
    </div>
  );
}
