'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Ruler } from '#app/ui/coverage/ruler.tsx';
import type { JobOutput } from '#server/jobs/schemas.ts';
import type { MarketOutput, MendOutput } from '#server/matching/schemas.ts';
import { type Draft, nameOf } from './draft.ts';
import { Funnel, PeopleFigure, useFigureWords } from './funnel.tsx';
import { IfPublished } from './if-published.tsx';
import { Warnings } from './warnings.tsx';

const spokenMs = 2_000;

/** The latest words, given to screen readers every two seconds at most. */
function useSpoken(words: string): string {
  const [spoken, setSpoken] = useState('');
  const last = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, spokenMs - (Date.now() - last.current));
    const timer = setTimeout(() => {
      last.current = Date.now();
      setSpoken(words);
    }, wait);
    return () => clearTimeout(timer);
  }, [words]);
  return spoken;
}

function MarketNumbers({ draft, market }: { draft: Draft; market: MarketOutput }) {
  const t = useTranslations('hire.market');
  const words = useFigureWords();
  const musts = market.funnel.length;
  const main = musts > 0 ? market.musts : market.anything;
  const meaning = t('meets', { musts });
  const spoken = useSpoken(`${words(main)} ${meaning}`);
  return (
    <>
      <p className="market-main">
        <b>
          <PeopleFigure value={main} />
        </b>{' '}
        <span>{meaning}</span>
      </p>
      <p className="vh" role="status">
        {spoken}
      </p>
      <Funnel
        rows={[
          ...market.funnel.map(({ line, people }, at) => ({
            key: draft.lines[line]?.key ?? String(line),
            label: t(at === 0 ? 'first' : 'then', { name: nameOf(draft.lines[line], t('or')) }),
            people,
          })),
          {
            key: 'all',
            label: t(musts > 0 ? 'everything' : 'everythingAlone'),
            people: market.all,
            quiet: true,
          },
        ]}
        most={market.funnel[0]?.people ?? market.anything}
      />
    </>
  );
}

/** Beside the editor: the market live, what the posting may regret, what publishing changes, and the bar. */
export function MarketColumn({
  org,
  job,
  draft,
  market,
  failed,
  changed,
  mayRank,
  onMend,
}: {
  org: string;
  job: JobOutput;
  draft: Draft;
  market: MarketOutput | undefined;
  failed: boolean;
  /** True while lines are not saved. */
  changed: boolean;
  mayRank: boolean;
  onMend: (mend: MendOutput) => void;
}) {
  const t = useTranslations('hire.market');
  const asked = draft.lines.length > 0;
  return (
    <aside className="stack-6 market" aria-label={t('label')}>
      <Section title={t('title')} aside={market && asked ? t('took', { ms: market.tookMs }) : undefined}>
        {!asked && <p className="t13 soft">{t('nothing')}</p>}
        {asked && market && <MarketNumbers draft={draft} market={market} />}
        {asked && !market && <p className="t13 quiet">{t(failed ? 'failed' : 'looking')}</p>}
        <p className="t13 quiet">{t('who')}</p>
        {mayRank && job.requirements.length > 0 && job.status !== 'draft' && (
          <p className="t13">
            <AppLink href={`/hire/${org}/jobs/${job.id}/ranked`}>{t('see')}</AppLink>
          </p>
        )}
      </Section>
      {asked && market && <Warnings draft={draft} warnings={market.warnings} onMend={onMend} />}
      {mayRank && job.status === 'published' && (
        <IfPublished org={org} job={job} draft={draft} changed={changed} />
      )}
      <Section title={t('bar')}>
        {job.requirements.length > 0 ? (
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
      <p className="t13 quiet">{t('sees')}</p>
    </aside>
  );
}
