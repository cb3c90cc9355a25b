import { listBlocks } from '#server/candidates/index.ts';
import { type AskingJobs, getPublishedJob, listJobsAsking } from '#server/jobs/index.ts';
import type { PublicJobRowOutput } from '#server/jobs/schemas.ts';
import { countGaining, getMyCoverages, getMySkillKeys, rankMe, surveyJobs } from '#server/matching/index.ts';
import type { MyRankOutput } from '#server/matching/schemas.ts';
import { AppError } from '#server/platform/errors.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { JobForMeOutput, JobsForMeInput, JobsForMeOutput } from './schemas.ts';
import { listOwnByJobs } from './store/applications.ts';

const pageSize = 20;
/** People who are counted for the places of one page of jobs, and for the place in one job. */
const peopleForPage = 5_000;
const peopleForJob = 100_000;

type Survey = Awaited<ReturnType<typeof surveyJobs>>;

/** What the candidate has proven of open jobs, jobs of blocked employers left out. */
async function lookAtJobs(scope: CandidateScope, now: Date) {
  const [keys, blocks] = await Promise.all([getMySkillKeys(scope), listBlocks(scope)]);
  const blocked = blocks.map((block) => block.organizationId);
  const found = await listJobsAsking(keys, blocked, now);
  const survey = await surveyJobs(scope, new Map(found.jobs.map((job) => [job.id, job])), now);
  return { found, blocks, survey };
}

/** Jobs in the asked order: most proven first, among equals the one where more is unknown, then the newer one. */
function sortJobs(jobs: readonly PublicJobRowOutput[], { points }: Survey, sort: JobsForMeInput['sort']) {
  if (sort === 'newest') return jobs;
  const of = (job: PublicJobRowOutput) => points.get(job.id) ?? { totalMicro: 0, unknownMicro: 0 };
  // The list comes newest first, and the sort is stable.
  return [...jobs].sort((a, b) => {
    const [one, two] = [of(a), of(b)];
    return two.totalMicro - one.totalMicro || two.unknownMicro - one.unknownMicro;
  });
}

function pageOf(jobs: readonly PublicJobRowOutput[], after: string | null | undefined) {
  const start = after ? jobs.findIndex((job) => job.id === after) + 1 : 0;
  if (after && start === 0)
    throw new AppError(
      'job.cursor_malformed',
      'bad-input',
      'This page of the list does not exist.',
      'Start at the first page.',
    );
  const page = jobs.slice(start, start + pageSize);
  return { page, nextCursor: start + page.length < jobs.length ? (page.at(-1)?.id ?? null) : null };
}

async function presentPage(
  scope: CandidateScope,
  page: readonly PublicJobRowOutput[],
  now: Date,
): Promise<JobForMeOutput[]> {
  const asked = new Map(page.map((job) => [job.id, job.requirements]));
  const [coverages, ranks, own] = await Promise.all([
    getMyCoverages(scope, asked, now),
    rankMe(scope, new Map(page.map((job) => [job.id, job])), now, peopleForPage),
    listOwnByJobs(
      scope,
      page.map((job) => job.id),
    ),
  ]);
  const applied = new Map(own.map((each) => [each.jobId, each.appliedAt]));
  return page.map((job) => ({
    job,
    coverage: coverages.get(job.id) ?? { kind: 'no-score' },
    rank: ranks.get(job.id) ?? { kind: 'uncounted' },
    appliedAt: applied.get(job.id) ?? null,
  }));
}

function sayNotShown(
  { jobs, asking, askingOther, scoreless, apart }: AskingJobs,
  blocks: readonly { organizationId: string; name: string }[],
): JobsForMeOutput['notShown'] {
  const blocked = blocks.flatMap(({ organizationId, name }) => {
    const count = apart.get(organizationId) ?? 0;
    return count > 0 ? [{ name, count }] : [];
  });
  return { askingOther, scoreless, older: Math.max(0, asking - jobs.length), blocked };
}

/**
 * Open jobs that ask for something the candidate has proven or may have proven, most of it proven first; with the place
 * today, what is not shown and why, and what would open most. Errors: `job.cursor_malformed`.
 */
export async function listJobsForMe(
  scope: CandidateScope,
  { sort, cursor }: JobsForMeInput,
  now: Date,
): Promise<JobsForMeOutput> {
  const { found, blocks, survey } = await lookAtJobs(scope, now);
  const { page, nextCursor } = pageOf(sortJobs(found.jobs, survey, sort), cursor);
  return {
    items: await presentPage(scope, page, now),
    nextCursor,
    total: found.jobs.length,
    notShown: sayNotShown(found, blocks),
    openings: survey.openings,
    waiting: survey.waiting.map(({ source, jobs }) => ({
      candidateId: source.candidateId,
      credentialId: source.credentialId,
      title: source.title,
      issuerName: source.issuerName,
      issuerRecognised: source.issuerRecognised,
      unreachableSince: source.unreachableSince,
      jobs,
    })),
  };
}

/** Where all the candidate's evidence would stand in one job today. Errors: `job.unknown`, `job.closed`. */
export async function getMyRank(scope: CandidateScope, jobId: string, now: Date): Promise<MyRankOutput> {
  const job = await getPublishedJob(jobId, now);
  const ranks = await rankMe(scope, new Map([[job.id, job]]), now, peopleForJob);
  return ranks.get(job.id) ?? { kind: 'uncounted' };
}

/** In how many open jobs the candidate's coverage is higher for one of their credentials. */
export async function countJobsGaining(
  scope: CandidateScope,
  credentialId: string,
  now: Date,
): Promise<{ jobs: number }> {
  const [keys, blocks] = await Promise.all([getMySkillKeys(scope), listBlocks(scope)]);
  const found = await listJobsAsking(
    keys,
    blocks.map((block) => block.organizationId),
    now,
  );
  const jobs = new Map(found.jobs.map((job) => [job.id, job]));
  return { jobs: await countGaining(scope, credentialId, jobs, now) };
}
