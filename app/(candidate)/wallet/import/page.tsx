import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { api } from '#server/api/caller.ts';
import { requirePerson } from '../../who.ts';
import { ImportDesk } from './import-desk.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('candidate.import');
  return { title: t('title') };
}

export default async function ImportPage() {
  await requirePerson('/wallet/import');
  const items = await (await api()).credentials.imports();
  return <ImportDesk initial={items} />;
}
