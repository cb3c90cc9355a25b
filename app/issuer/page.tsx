import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { Fault } from '#app/ui/base/fault.tsx';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { InHouses } from './in-houses.tsx';
import { Issuer } from './issuer.tsx';
import { readIssuer } from './read-issuer.ts';

type Search = Promise<{ id?: string | string[] }>;

async function idOf(search: Search): Promise<string | null> {
  const { id } = await search;
  return typeof id === 'string' && id !== '' ? id : null;
}

export async function generateMetadata({ searchParams }: { searchParams: Search }): Promise<Metadata> {
  const [t, id] = await Promise.all([getTranslations('issuer'), idOf(searchParams)]);
  const read = id === null ? null : await readIssuer(id);
  const quiet = { robots: { index: false } };
  if (read?.state !== 'found') return { title: t('title'), ...quiet };
  const { name, host, id: own } = read.issuer.trust;
  const state = name === null ? 'other' : 'recognised';
  return { title: t('pageTitle', { state, name: name ?? host ?? own }), ...quiet };
}

async function Whole({ id }: { id: string }) {
  const [t, read] = await Promise.all([getTranslations('issuer'), readIssuer(id)]);
  if (read.state === 'found')
    return (
      <div className="stack-6">
        <Issuer page={read.issuer} />
        <InHouses issuerId={id} />
      </div>
    );
  return (
    <Fault code={read.state === 'unknown' ? '404' : '429'} title={t(`${read.state}.title`)}>
      <p>{t(`${read.state}.help`)}</p>
    </Fault>
  );
}

/** `?id=` names the issuer by its DID or address, exactly as its credentials do. */
export default async function IssuerPage({ searchParams }: { searchParams: Search }) {
  const id = await idOf(searchParams);
  if (id === null) notFound();
  return (
    <div className="wrap stack">
      <Suspense fallback={<LoadingRows whole rows={10} />}>
        <Whole id={id} />
      </Suspense>
    </div>
  );
}
