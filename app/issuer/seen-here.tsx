import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Count } from '#app/ui/base/figure.tsx';
import { KeyValue, KeyValues } from '#app/ui/base/kv.tsx';
import { Day, Moment } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { Tier } from '#app/ui/proof/tier.tsx';
import type { SeenOutput, UsedListOutput } from '#server/credentials/schemas.ts';

type Some = Extract<SeenOutput, { state: 'some' }>;

function Figure({ value, children }: { value: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dd className="text-xl font-semibold num">{value}</dd>
      <dt className="t13 soft">{children}</dt>
    </div>
  );
}

function Figures({ seen }: { seen: Some }) {
  const t = useTranslations('issuer.seen');
  const format = useFormatter();
  const { credentials, people, revoked, expired } = seen;
  const share = (some: number) =>
    format.number(some / credentials, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <dl className="grid grid-cols-2 gap-4 phone:grid-cols-4">
      <Figure value={<Count value={credentials} />}>{t('credentials', { count: credentials })}</Figure>
      <Figure value={<Count value={people} />}>{t('people')}</Figure>
      <Figure value={share(revoked)}>{t('revoked', { some: revoked, all: credentials })}</Figure>
      <Figure value={share(expired)}>{t('expired', { some: expired, all: credentials })}</Figure>
    </dl>
  );
}

/** What was seen of the issuer's credentials, as counts over at least five people. */
export function SeenHere({ seen }: { seen: SeenOutput }) {
  const t = useTranslations('issuer.seen');
  if (seen.state !== 'some')
    return (
      <Section title={t('title')}>
        <p className="soft prose">{t(seen.state)}</p>
      </Section>
    );
  return (
    <Section title={t('title')} gap={4}>
      <p className="t13 quiet">{t.rich('note', { at: () => <Moment at={seen.asOf} /> })}</p>
      <Figures seen={seen} />
      {seen.titles.length > 0 && (
        <StackTable
          label={t('title')}
          head={[t('credential'), t('evidence'), { key: 'holders', label: t('holders'), end: true }]}
        >
          {seen.titles.map(({ title, tier, people }) => (
            <Row key={title}>
              <RowHead>
                <bdi>{title}</bdi>
              </RowHead>
              <Cell label={t('evidence')}>
                <Tier level={tier} />
              </Cell>
              <Cell label={t('holders')} className="r num">
                <Count value={people} />
              </Cell>
            </Row>
          ))}
        </StackTable>
      )}
      {seen.untold > 0 && <p className="t13 quiet">{t('untold', { count: seen.untold })}</p>}
    </Section>
  );
}

/** How it issues: what its credentials say about how they were earned, and whether they end. */
export function Rigour({ seen }: { seen: Some }) {
  const t = useTranslations('issuer.rigour');
  const format = useFormatter();
  const of = (some: number) => t('of', { some, all: seen.credentials });
  const kinds = seen.kinds.map(({ kind, credentials: count }) =>
    kind === null ? t('kindless', { count }) : t('kind', { kind, count }),
  );
  return (
    <Section title={t('title')}>
      <p className="t13 quiet">{t('note', { count: seen.credentials })}</p>
      <KeyValues>
        <KeyValue term={t('kinds')}>{format.list(kinds, { type: 'unit' })}</KeyValue>
        <KeyValue term={t('tiers')}>
          <ul>
            {seen.tiers.map(({ tier, credentials }) => (
              <li key={tier} className="row">
                <Tier level={tier} /> <span className="soft">{t('tier', { count: credentials })}</span>
              </li>
            ))}
          </ul>
        </KeyValue>
        <KeyValue term={t('evidence')}>{of(seen.withEvidence)}</KeyValue>
        <KeyValue term={t('ends')}>{of(seen.withEnd)}</KeyValue>
        <KeyValue term={t('endorsed')}>{of(seen.endorsed)}</KeyValue>
      </KeyValues>
    </Section>
  );
}

/** The lists in which the issuer says what it withdrew, and whether they answer. */
export function StatusLists({ lists }: { lists: readonly UsedListOutput[] }) {
  const t = useTranslations('issuer.lists');
  return (
    <Section title={t('title')}>
      <p className="t13 quiet">{t('note')}</p>
      {lists.length === 0 ? (
        <p className="soft">{t('none')}</p>
      ) : (
        <StackTable label={t('title')} head={[t('list'), t('state'), t('last')]}>
          {lists.map(({ url, state, lastGoodAt, unreachableSince }) => (
            <Row key={url}>
              <RowHead>
                <span className="mono t13 wrap-anywhere" dir="ltr">
                  {url}
                </span>
              </RowHead>
              <Cell label={t('state')}>
                {unreachableSince === null
                  ? t(state)
                  : t.rich('since', { day: () => <Day at={unreachableSince} /> })}
              </Cell>
              <Cell label={t('last')}>{lastGoodAt === null ? '–' : <Moment at={lastGoodAt} />}</Cell>
            </Row>
          ))}
        </StackTable>
      )}
    </Section>
  );
}
