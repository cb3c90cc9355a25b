import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { api } from '#server/api/caller.ts';
import { requirePerson } from '../../who.ts';
import { ImportDesk } from './import-desk.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('candidate.import');
  return { title: t('title') };
}

type ImportProps = { searchParams: Promise<{ link?: string | string[] }> };

export default async function ImportPage({ searchParams }: ImportProps) {
  await requirePerson('/wallet/import');
  const { link } = await searchParams;
  const items = await (await api()).credentials.imports();
  return <ImportDesk initial={items} link={typeof link === 'string' ? link.slice(0, 2_000) : ''} />;
}
