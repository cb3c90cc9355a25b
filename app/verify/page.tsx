import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { VerifyDesk } from './verify-desk.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verify');
  return { title: t('title'), description: t('lead') };
}

/** `?url=` checks a link at once: the way to hand on a check without keeping its result. */
export default async function VerifyPage({
  searchParams,
}: {
  searchParams: Promise<{ url?: string | string[] }>;
}) {
  const { url } = await searchParams;
  const address = typeof url === 'string' && /^https?:\/\/\S+$/i.test(url) ? url.slice(0, 2_000) : '';
  return <VerifyDesk address={address} />;
}
