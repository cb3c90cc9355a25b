import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { findHouse, found } from '#app/hire/house.ts';
import { IssuerPolicy } from '#app/hire/policy/issuer-policy.tsx';
import { Issuer } from '#app/issuer/issuer.tsx';
import { readIssuer } from '#app/issuer/read-issuer.ts';
import { Breadcrumb } from '#app/ui/base/breadcrumb.tsx';
import { Fault } from '#app/ui/base/fault.tsx';
import { api } from '#server/api/caller.ts';

type Search = Promise<{ id?: string | string[] }>;

async function idOf(search: Search): Promise<string> {
  const { id } = await search;
  if (typeof id !== 'string' || id === '') notFound();
  return id;
}

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  const [t, id] = await Promise.all([getTranslations('issuer'), idOf(searchParams)]);
  const read = await readIssuer(id);
  if (read.state !== 'found') return { title: t('title') };
  const { name, host, id: own } = read.issuer.trust;
  return {
    title: t('pageTitle', { state: name === null ? 'other' : 'recognised', name: name ?? host ?? own }),
  };
}

/** An issuer inside the organisation: what is known about it, and what the organisation makes of it. */
export default async function HouseIssuerPage({
  params,
  searchParams,
}: {
  params: Promise<{ org: string }>;
  searchParams: Search;
}) {
  const [{ org }, id, t, caller] = await Promise.all([
    params,
    idOf(searchParams),
    getTranslations('issuer'),
    api(),
  ]);
  const [read, active, { rights }] = await Promise.all([
    readIssuer(id),
    found(caller.policy.get({ org })),
    findHouse(org, `/hire/${org}/issuers`),
  ]);
  if (read.state !== 'found')
    return (
      <div className="wrap">
        <Fault code={read.state === 'unknown' ? '404' : '429'} title={t(`${read.state}.title`)}>
          <p>{t(`${read.state}.help`)}</p>
        </Fault>
      </div>
    );
  const { trust } = read.issuer;
  const crumbs = [
    { href: `/hire/${org}/issuers`, label: t('crumb') },
    { label: trust.name ?? trust.host ?? trust.id },
  ];
  return (
    <div className="hire-two">
      <div className="stack-2 min-w-0">
        <Breadcrumb items={crumbs} />
        <Issuer page={read.issuer} />
      </div>
      <div className="issuer-side">
        <IssuerPolicy
          key={active.version}
          org={org}
          active={active}
          issuerId={id}
          recognised={trust.recognised}
          mayWrite={rights.writePolicy}
          mayTry={rights.seeCandidates}
        />
      </div>
    </div>
  );
}
