'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Count } from '#app/ui/base/figure.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Ruler } from '#app/ui/coverage/ruler.tsx';
import type { JobOutput } from '#server/jobs/schemas.ts';

/** Beside the editor: how the bar will be divided, and how many people one may see fit what is asked today. */
export function WhoFits({ org, job, mayRank }: { org: string; job: JobOutput; mayRank: boolean }) {
  const t = useTranslations('hire.fits');
  const client = useTRPCClient();
  const asked = job.requirements.length > 0;
  const ranking = useQuery({
    queryKey: ['who-fits', job.id, job.version],
    queryFn: () => client.ranking.list.query({ org, jobId: job.id }),
    enabled: asked && mayRank && job.status !== 'closed',
    placeholderData: (before) => before,
  });
  const musts = job.requirements.filter((line) => line.must).length;
  return (
    <aside className="stack-6" aria-label={t('title')}>
      <Section title={t('bar')}>
        {asked ? (
          <>
            <Ruler
              parts={job.requirements.map((line) => ({
                requirementId: line.id,
                short: line.shortLabel,
                weight: line.weight,
                must: line.must,
              }))}
            />
            <p className="t13 quiet">{t('barText')}</p>
          </>
        ) : (
          <p className="t13 soft">{t('noBar')}</p>
        )}
      </Section>
      {mayRank && asked && (
        <Section title={t('title')}>
          {ranking.data ? (
            <div aria-live="polite">
              <p className="big-number">
                <b>
                  <Count value={ranking.data.first} />
                </b>{' '}
                {t('first', { count: ranking.data.first, musts })}
              </p>
              <p className="t13 soft">{t('second', { count: ranking.data.second })}</p>
            </div>
          ) : (
            <p className="t13 quiet">{ranking.isError ? t('failed') : t('looking')}</p>
          )}
          <p className="t13 quiet">{t('who')}</p>
          <p>
            <AppLink href={`/hire/${org}/jobs/${job.id}/ranked`}>{t('see')}</AppLink>
          </p>
        </Section>
      )}
      <p className="t13 quiet">{t('sees')}</p>
    </aside>
  );
}
