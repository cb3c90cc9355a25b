import { useTranslations } from 'next-intl';
import { Day } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import type { ProvenDidOutput } from '#server/accounts/schemas.ts';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { ProveDid } from './prove-did.tsx';
import { RemoveDid } from './remove-did.tsx';

/** The person's proven DIDs with what each binds; proving another one. */
export function Dids({
  dids,
  credentials,
}: {
  dids: readonly ProvenDidOutput[];
  credentials: readonly CredentialOutput[];
}) {
  const t = useTranslations('holder.dids');
  const names = (did: string) => credentials.filter(({ recipient }) => recipient === did).length;
  return (
    <div id="dids">
      <Section title={t('title')}>
        <p className="sm soft">{t('help')}</p>
        {dids.length === 0 ? (
          <p className="sm soft">{t('none')}</p>
        ) : (
          <StackTable
            label={t('title')}
            head={[
              t('did'),
              t('state'),
              t('binds'),
              { key: 'actions', label: <span className="vh">{t('actions')}</span>, end: true },
            ]}
          >
            {dids.map(({ did, provenAt }) => (
              <Row key={did}>
                <RowHead>
                  <span className="break-all font-mono t13">{did}</span>
                </RowHead>
                <Cell label={t('state')}>{t.rich('proven', { day: () => <Day at={provenAt} /> })}</Cell>
                <Cell label={t('binds')}>{t('bindsCount', { count: names(did) })}</Cell>
                <Cell label="" className="r">
                  <RemoveDid did={did} />
                </Cell>
              </Row>
            ))}
          </StackTable>
        )}
        <ProveDid />
      </Section>
    </div>
  );
}
