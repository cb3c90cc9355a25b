import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { findHouse, foundOrRefused } from '#app/hire/house.ts';
import { RefusalPage } from '#app/hire/refusal-page.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { PageHead } from '#app/ui/base/page-head.tsx';
import { api } from '#server/api/caller.ts';
import type { CandidateForEmployerOutput } from '#server/applications/schemas.ts';
import type { Query } from '#server/matching/schemas.ts';
import { readCameFrom } from './came-from.ts';
import { CandidateCoverage } from './candidate-coverage.tsx';
import { CandidateSide } from './candidate-side.tsx';
import { DecisionBar } from './decision.tsx';
import { Disclosed } from './disclosed.tsx';
import { Watch } from './watch.tsx';

type Props = {
  params: Promise<{ org: string; jobId: string; candidateId: string }>;
  searchParams: Promise<Query>;
};
type Where = ReturnType<typeof readCameFrom>;

/** Asked once a request: title and page need it. `cameFrom` is text, so that the same question is the same. */
const read = cache(async (org: string, jobId: string, candidateId: string, cameFrom: string) => {
  const { from, filter } = JSON.parse(cameFrom) as Where;
  const asked = { org, jobId, candidateId, from, ...(filter ? { filter } : {}) };
  return foundOrRefused((await api()).pipeline.candidate(asked));
});

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { org, jobId, candidateId } = await params;
  const where = readCameFrom(await searchParams);
  const [t] = await Promise.all([
    getTranslations('hire.candidate'),
    findHouse(org, `/hire/${org}/jobs/${jobId}/candidates/${candidateId}`),
  ]);
  const { value } = await read(org, jobId, candidateId, JSON.stringify(where));
  return { title: value ? t('pageTitle', { name: value.name, job: value.job.title }) : t('gone') };
}

async function Facts({ candidate }: { candidate: CandidateForEmployerOutput }) {
  const t = await getTranslations('hire.candidate');
  const { headline, place, application, rank, ranked } = candidate;
  const facts = [headline, place, rank === null ? null : t('rank', { rank, of: ranked })].filter(Boolean);
  return (
    <p className="t13 soft facts-line">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
      {application && <span>{t.rich('applied', { time: () => <Moment at={application.appliedAt} /> })}</span>}
    </p>
  );
}

export default async function CandidatePage({ params, searchParams }: Props) {
  const { org, jobId, candidateId } = await params;
  const where = readCameFrom(await searchParams);
  const base = `/hire/${org}/jobs/${jobId}`;
  const [t, stage, { rights }] = await Promise.all([
    getTranslations('hire.candidate'),
    getTranslations('hire.decide.stage'),
    findHouse(org, `${base}/candidates/${candidateId}`),
  ]);
  const { value: candidate, refusal } = await read(org, jobId, candidateId, JSON.stringify(where));
  const list = where.from === 'board' ? `${base}/pipeline` : `${base}/ranked${where.list}`;
  if (refusal) return <RefusalPage refusal={refusal} back={list} />;
  const { job, coverage, application, position, positions } = candidate;
  const crumbs = [
    { label: t('jobs'), href: `/hire/${org}/jobs` },
    { label: job.title, href: `${base}/edit` },
    { label: t(where.from === 'board' ? 'board' : 'ranked'), href: list },
    { label: position === null ? candidate.name : t('position', { position, of: positions }) },
  ];
  return (
    <>
      <PageHead
        title={<bdi>{candidate.name}</bdi>}
        crumbs={crumbs}
        actions={
          <DecisionBar
            key={candidateId}
            org={org}
            candidate={candidate}
            rest={where.rest}
            mayDecide={rights.decide}
          />
        }
      />
      <div className="hire-two">
        <div className="stack-6">
          {candidate.nameHidden && job.namesHiddenUntil && (
            <Note>{t('nameHidden', { stage: stage(job.namesHiddenUntil) })}</Note>
          )}
          {application && (
            <Watch
              key={candidateId}
              org={org}
              jobId={jobId}
              candidateId={candidateId}
              version={application.version}
              name={candidate.name}
            />
          )}
          <Facts candidate={candidate} />
          {coverage && <CandidateCoverage org={org} coverage={coverage} />}
          <Disclosed candidate={candidate} />
        </div>
        <CandidateSide org={org} candidate={candidate} mayDecide={rights.decide} />
      </div>
    </>
  );
}
