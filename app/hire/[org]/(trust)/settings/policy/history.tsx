import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import type { PolicyVersionOutput } from '#server/organizations/schemas.ts';

/** The versions of the policy, newest first: who made each, when and why. */
export function History({
  org,
  page,
}: {
  org: string;
  page: { items: PolicyVersionOutput[]; nextCursor: number | null };
}) {
  const t = useTranslations('policy.page');
  const { items, nextCursor } = page;
  return (
    <Section title={t('history')}>
      {items.length === 0 ? (
        <p className="soft">{t('historyNone')}</p>
      ) : (
        <StackTable label={t('history')} head={[t('made'), t('by'), t('at'), t('why')]}>
          {items.map(({ version, author, at, reason, restores }) => (
            <Row key={version}>
              <RowHead className="num">v{version}</RowHead>
              <Cell label={t('by')}>{author === null ? t('someone') : <bdi>{author}</bdi>}</Cell>
              <Cell label={t('at')}>{at && <Moment at={at} />}</Cell>
              <Cell label={t('why')}>
                {restores === null ? (
                  <bdi className="prewrap">{reason || '–'}</bdi>
                ) : (
                  t('restored', { version: restores })
                )}
              </Cell>
            </Row>
          ))}
        </StackTable>
      )}
      {nextCursor !== null && (
        <p>
          <AppLink href={`/hire/${org}/settings/policy?cursor=${nextCursor}`}>{t('older')}</AppLink>
        </p>
      )}
    </Section>
  );
}
