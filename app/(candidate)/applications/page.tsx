import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { api } from '#server/api/caller.ts';
import { RefreshOnReturn } from '../wallet/refresh-on-return.tsx';
import { requirePerson } from '../who.ts';
import { isClosed } from './application-state.ts';
import styles from './applications.module.css';
import { ClosedApplication } from './closed-application.tsx';
import { OpenApplication } from './open-application.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('candidate.applications');
  return { title: t('title') };
}

export default async function ApplicationsPage() {
  await requirePerson('/applications');
  const [t, applications] = await Promise.all([
    getTranslations('candidate.applications'),
    (await api()).applications.mine(),
  ]);
  const open = applications.filter((application) => !isClosed(application));
  const closed = applications.filter(isClosed);
  if (applications.length === 0) {
    return (
      <div className="wrap form stack">
        <h1>{t('title')}</h1>
        <Empty
          title={t('emptyTitle')}
          action={
            <ButtonLink tone="go" href="/jobs">
              {t('emptyLook')}
            </ButtonLink>
          }
        >
          {t('empty')}
        </Empty>
      </div>
    );
  }
  return (
    <div className="wrap max-w-256 stack-6">
      <RefreshOnReturn />
      <PageTitle title={t('title')}>{t('summary', { open: open.length, closed: closed.length })}</PageTitle>
      {open.length > 0 && (
        <section aria-labelledby="open-applications" className={styles.list}>
          <h2 id="open-applications" className="vh">
            {t('open')}
          </h2>
          {open.map((application) => (
            <OpenApplication key={application.id} application={application} />
          ))}
        </section>
      )}
      {closed.length > 0 && (
        <section aria-labelledby="closed-applications" className="sec">
          <h2 id="closed-applications">{t('closed')}</h2>
          {closed.map((application) => (
            <ClosedApplication key={application.id} application={application} />
          ))}
        </section>
      )}
    </div>
  );
}
