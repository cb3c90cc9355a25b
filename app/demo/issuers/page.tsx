import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Empty } from '#app/ui/base/empty.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { api } from '#server/api/caller.ts';
import { LookAgain } from '../look-again.tsx';
import { onlyInDemo } from '../only-in-demo.ts';
import { IssuersDesk } from './issuers-desk.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('demo.desk');
  return { title: t('title'), robots: { index: false } };
}

export default async function DeskPage() {
  const [t, note, caller] = await Promise.all([getTranslations('demo.desk'), getTranslations('demo'), api()]);
  const issued = await onlyInDemo(caller.demo.issuers());
  return (
    <div className="wrap stack">
      <PageTitle title={t('title')} actions={<LookAgain />}>
        {t('lead')}
      </PageTitle>
      <Note>
        <p>{note('note')}</p>
      </Note>
      {issued.length === 0 ? (
        <Empty title={t('empty')}>{t('emptyText')}</Empty>
      ) : (
        <IssuersDesk issued={issued} />
      )}
    </div>
  );
}
