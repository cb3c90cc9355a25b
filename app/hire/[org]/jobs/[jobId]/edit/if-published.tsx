'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Section } from '#app/ui/base/section.tsx';
import type { JobOutput } from '#server/jobs/schemas.ts';
import type { PostingPreviewOutput } from '#server/matching/schemas.ts';
import type { Draft } from './draft.ts';
import { usePreview } from './use-market.ts';

function Moves({ org, jobId, moves }: { org: string; jobId: string; moves: PostingPreviewOutput['moves'] }) {
  const t = useTranslations('hire.change');
  const format = useFormatter();
  const points = (tenths: number) =>
    format.number(tenths / 10, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <details>
      <summary className="t13">{t('who')}</summary>
      <ol className="moves t13">
        {moves.map((move) => (
          <li key={move.candidateId}>
            <AppLink href={`/hire/${org}/jobs/${jobId}/candidates/${move.candidateId}`}>
              <bdi>{move.name}</bdi>
            </AppLink>{' '}
            <span className="num">{t('fromTo', { from: move.from, to: move.to })}</span>
            {move.fromQueue !== move.toQueue && <span className="block">{t(`queue.${move.toQueue}`)}</span>}
            {move.why && (
              <span className="block quiet">
                {t('why', {
                  name: move.why.label,
                  before: points(move.why.beforeTenths),
                  after: points(move.why.afterTenths),
                })}
              </span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What publishing the changes would do to today's order: how many move, who, and why. */
export function IfPublished({
  org,
  job,
  draft,
  changed,
}: {
  org: string;
  job: JobOutput;
  draft: Draft;
  changed: boolean;
}) {
  const t = useTranslations('hire.change');
  const { data, isError } = usePreview(org, job, draft, changed);
  const still = !changed || (data && data.moves.length === 0);
  return (
    <Section title={t('title')}>
      {changed && isError && <p className="t13 quiet">{t('failed')}</p>}
      {changed && !data && !isError && <p className="t13 quiet">{t('looking')}</p>}
      {still && <p className="t13 soft">{t(changed ? 'same' : 'unchanged')}</p>}
      {changed && data && data.moves.length > 0 && (
        <>
          <p className="t13 soft">{t('order', { count: data.applicants })}</p>
          <p className="t13">
            {t.rich('counts', {
              up: data.up,
              down: data.down,
              leave: data.leaveFirst,
              join: data.joinFirst,
              b: (words) => <b>{words}</b>,
            })}
          </p>
          <Moves org={org} jobId={job.id} moves={data.moves} />
        </>
      )}
    </Section>
  );
}
