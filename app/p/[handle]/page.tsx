import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { kinds } from '#app/(candidate)/wallet/wallet-view.ts';
import { PublicPage } from './public-page.tsx';
import { readPage } from './read-page.ts';

type Props = {
  params: Promise<{ handle: string }>;
  searchParams: Promise<{ kind?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { handle } = await params;
  const [t, page] = await Promise.all([getTranslations('share'), readPage(handle)]);
  if (page === null) return { title: t('missing.title'), robots: { index: false } };
  const counting = page.credentials.filter((credential) => credential.counts).length;
  const title = t('profile.pageTitle', { name: page.displayName });
  const description = t('profile.description', { counting, total: page.credentials.length });
  return {
    title,
    description,
    // Search engines come only where everybody may.
    robots: { index: page.visibility === 'public', follow: false },
    openGraph: { type: 'profile', title, description, siteName: t('profile.site') },
  };
}

export default async function PublicProfilePage({ params, searchParams }: Props) {
  const [{ handle }, query] = await Promise.all([params, searchParams]);
  const page = await readPage(handle);
  if (page === null) notFound();
  const kind = kinds.find((known) => known === query.kind) ?? null;
  return <PublicPage page={page} handle={handle} kind={kind} />;
}
