import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { api } from '#server/api/caller.ts';
import { LookAgain } from '../look-again.tsx';
import { onlyInDemo } from '../only-in-demo.ts';

type Mail = Awaited<ReturnType<Awaited<ReturnType<typeof api>>['demo']['outbox']>>[number];

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('demo.outbox');
  return { title: t('title'), robots: { index: false } };
}

async function MailItem({ mail }: { mail: Mail }) {
  const t = await getTranslations('demo.outbox');
  return (
    <li className="stack-2 border-b border-rule py-4">
      <div className="row between top">
        <h2 className="text-md">{mail.subject}</h2>
        <span className="t13 quiet">
          <Moment at={mail.createdAt} seconds />
        </span>
      </div>
      <p className="t13 soft">{t.rich('toRich', { a: () => <bdi dir="ltr">{mail.to}</bdi> })}</p>
      <p className="prose sm whitespace-pre-line">{mail.text}</p>
      {mail.link !== null && (
        // A plain link: sign-in links answer with a redirect and a cookie, which a page change in place would miss.
        <a
          className="btn sm"
          href={mail.link}
          aria-label={mail.action === null ? t('openNamed', { subject: mail.subject }) : undefined}
        >
          {mail.action ?? t('open')}
        </a>
      )}
    </li>
  );
}

export default async function OutboxPage() {
  const [t, note, caller] = await Promise.all([
    getTranslations('demo.outbox'),
    getTranslations('demo'),
    api(),
  ]);
  const mails = await onlyInDemo(caller.demo.outbox());
  return (
    <div className="wrap form stack">
      <PageTitle title={t('title')} actions={<LookAgain />}>
        {t('lead')}
      </PageTitle>
      <Note>
        <p>{note('note')}</p>
      </Note>
      {mails.length === 0 ? (
        <Empty title={t('empty')} action={<ButtonLink href="/sign-in">{t('signIn')}</ButtonLink>}>
          {t('emptyText')}
        </Empty>
      ) : (
        <ol className="border-t-2 border-ink" aria-label={t('list')}>
          {mails.map((mail) => (
            <MailItem key={mail.id} mail={mail} />
          ))}
        </ol>
      )}
    </div>
  );
}
