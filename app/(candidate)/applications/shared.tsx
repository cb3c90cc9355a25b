import { useFormatter, useTranslations } from 'next-intl';
import type { MyApplicationOutput } from '#server/applications/schemas.ts';

/** What the employer may see through this application, and until when. */
export function Shared({ application }: { application: MyApplicationOutput }) {
  const t = useTranslations('candidate.applications');
  const format = useFormatter();
  const { shared, displayName, job } = application;
  const until = job.validThrough
    ? format.dateTime(job.validThrough, { day: 'numeric', month: 'short', year: 'numeric' })
    : 'none';
  const line = t('shared', { count: shared.length, name: displayName, until });
  if (shared.length === 0) return <span className="soft">{line}</span>;
  return (
    <details className="soft">
      <summary>{line}</summary>
      <ul className="stack-1 py-1">
        {shared.map(({ id, title }) => (
          <li key={id}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
}
