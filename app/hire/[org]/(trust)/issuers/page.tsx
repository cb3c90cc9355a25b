import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { found, foundOrRefused } from '#app/hire/house.ts';
import { RuleWords } from '#app/hire/policy/rule-words.tsx';
import { RefusalPage } from '#app/hire/refusal-page.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { Count } from '#app/ui/base/figure.tsx';
import { PageHead } from '#app/ui/base/page-head.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { IssuerName } from '#app/ui/proof/issuer-name.tsx';
import { api } from '#server/api/caller.ts';

type Query = Promise<{ q?: string | string[]; cursor?: string | string[] }>;

const textOf = (value: string | string[] | undefined) =>
  typeof value === 'string' ? value.slice(0, 100) : '';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('house.issuers');
  return { title: t('title') };
}

async function Search({ action, q }: { action: string; q: string }) {
  const t = await getTranslations('house.issuers');
  return (
    <search className="tools">
      <form action={action} className="flex items-center gap-2">
        <label className="vh" htmlFor="issuer-search">
          {t('search')}
        </label>
        <input id="issuer-search" className="in" type="search" name="q" defaultValue={q} maxLength={100} />
        <Button type="submit">{t('searchSend')}</Button>
      </form>
    </search>
  );
}

/** Issuers of what was disclosed to this organisation, with who recognises them and how they count here. */
export default async function IssuersPage({
  params,
  searchParams,
}: {
  params: Promise<{ org: string }>;
  searchParams: Query;
}) {
  const [{ org }, query, t, caller] = await Promise.all([
    params,
    searchParams,
    getTranslations('house.issuers'),
    api(),
  ]);
  const q = textOf(query.q).trim();
  const cursor = typeof query.cursor === 'string' ? query.cursor : null;
  const base = `/hire/${org}/issuers`;
  const [page, active] = await Promise.all([
    foundOrRefused(caller.policy.metIssuers({ org, ...(q ? { q } : {}), cursor })),
    found(caller.policy.get({ org })),
  ]);
  if (page.refusal) return <RefusalPage refusal={page.refusal} back={`/hire/${org}/jobs`} />;
  const { items, nextCursor } = page.value;
  const rules = new Map(active.policy.issuers.map((rule) => [rule.id, rule]));
  const search = q ? `&q=${encodeURIComponent(q)}` : '';
  return (
    <>
      <PageHead title={t('title')} />
      <Search action={base} q={q} />
      <div className="hire-body">
        {items.length === 0 ? (
          <Empty
            title={q ? t('noneFound', { q }) : t('none')}
            action={q ? <AppLink href={base}>{t('all')}</AppLink> : undefined}
          >
            {q ? t('noneFoundText') : t('noneText')}
          </Empty>
        ) : (
          <StackTable
            label={t('title')}
            head={[
              t('issuer'),
              t('standing'),
              t('rule'),
              { key: 'people', label: t('people'), end: true },
              { key: 'credentials', label: t('credentials'), end: true },
            ]}
          >
            {items.map(({ id, name, recognised, registry, people, credentials }) => (
              <Row key={id}>
                <RowHead>
                  <IssuerName
                    name={name}
                    claimedName={null}
                    recognised={recognised}
                    href={`/hire/${org}/issuer?id=${encodeURIComponent(id)}`}
                  />
                  <span className="block mono xs quiet wrap-anywhere" dir="ltr">
                    {id}
                  </span>
                </RowHead>
                <Cell label={t('standing')}>
                  {registry === null ? <span className="quiet">{t('nobody')}</span> : <bdi>{registry}</bdi>}
                </Cell>
                <Cell label={t('rule')}>
                  <RuleWords rule={rules.get(id) ?? null} />
                </Cell>
                <Cell label={t('people')} className="r">
                  <Count value={people} />
                </Cell>
                <Cell label={t('credentials')} className="r">
                  <Count value={credentials} />
                </Cell>
              </Row>
            ))}
          </StackTable>
        )}
        {nextCursor && (
          <p className="mt-4">
            <AppLink href={`${base}?cursor=${nextCursor}${search}`}>{t('more')}</AppLink>
          </p>
        )}
      </div>
    </>
  );
}
