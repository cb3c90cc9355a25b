import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { readDemoPeople } from '../read-demo-people.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signin.sent');
  return { title: t('title') };
}

export default async function SentPage() {
  const [t, people] = await Promise.all([getTranslations('signin.sent'), readDemoPeople()]);
  return (
    <div className="wrap narrow stack">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      {people !== null && (
        <Note>{t.rich('outbox', { a: (words) => <AppLink href="/demo/outbox">{words}</AppLink> })}</Note>
      )}
      <p className="soft">{t('none')}</p>
      <ButtonLink href="/sign-in">{t('again')}</ButtonLink>
    </div>
  );
}
