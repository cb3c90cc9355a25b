import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import type { Coverage } from './core/coverage.ts';
import { compareText } from './core/evidence.ts';
import { compareStanding } from './core/rank.ts';
import { askedSkillKeys } from './count-coverage.ts';
import { identifyPeople, notApplied } from './identify-people.ts';
import { type CoverageFacts, maskFacts, presentCoverages } from './present-coverage.ts';
import { type FieldEntry, scanField } from './scan-field.ts';
import type { RankedRowOutput, RankingListOutput, rankingListInput } from './schemas.ts';
import { listFindableEvidence, listGrantedEvidence, listIssuerNames } from './store/evidence.ts';

const pageSize = 50;

/** A job whose people may be ranked. Errors: `job.unknown`, `job.closed`: then what was disclosed has ended. */
export async function getRankedJob(scope: OrgScope, jobId: string): Promise<JobOutput> {
  const job = await getJob(scope, jobId);
  if (job.status === 'closed')
    throw new AppError(
      'job.closed',
      'gone',
      'This job is closed; what people disclosed for it is no longer shown.',
      'The pipeline still says who is where.',
    );
  return job;
}

function writeCursor({ coverage, candidateId }: FieldEntry): string {
  const state =
    coverage.kind === 'no-score' ? 'n0' : `${coverage.mustsMet ? 'f' : 's'}${coverage.totalMicro}`;
  return `${state}_${candidateId}`;
}

function readCursor(cursor: string): { candidateId: string; coverage: Coverage } {
  const [, state, total, candidateId] = /^([nfs])(\d{1,9})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (!state || !candidateId)
    throw new AppError(
      'ranking.cursor_malformed',
      'bad-input',
      'This page of the list does not exist.',
      'Start at the first page.',
    );
  const points = { totalMicro: Number(total), unknownMicro: 0, missingMicro: 0, parts: [] };
  const coverage: Coverage =
    state === 'n' ? { kind: 'no-score' } : { kind: 'score', mustsMet: state === 'f', ...points };
  return { candidateId, coverage };
}

/** Where the next page begins: at the first entry behind the cursor, also when the cursor's own row is gone. */
function positionAfter(entries: readonly FieldEntry[], cursor: string | null | undefined): number {
  if (!cursor) return 0;
  const last = readCursor(cursor);
  const next = entries.findIndex(
    (entry) =>
      (compareStanding(entry.coverage, last.coverage) || compareText(entry.candidateId, last.candidateId)) >
      0,
  );
  return next === -1 ? entries.length : next;
}

/** Coverages with their parts and proofs, of applicants and of people found by their visibility. */
export async function coverPeople(
  scope: OrgScope,
  job: JobOutput,
  people: readonly { candidateId: string; applied: boolean }[],
  now: Date,
): Promise<Map<string, CoverageFacts>> {
  const keys = askedSkillKeys(job.requirements);
  const applied = people.filter((person) => person.applied).map((person) => person.candidateId);
  const found = people.filter((person) => !person.applied).map((person) => person.candidateId);
  const [granted, open] = await Promise.all([
    listGrantedEvidence(scope, job.id, applied, keys),
    listFindableEvidence(scope, found, keys),
  ]);
  return presentCoverages(job.requirements, [...applied, ...found], [...granted, ...open], now);
}

const nothingCovered: CoverageFacts = { coverage: { kind: 'no-score' }, bestTier: null, issuers: [] };

/** Rows for entries of the field. */
export async function presentEntries(
  scope: OrgScope,
  job: JobOutput,
  entries: readonly FieldEntry[],
  now: Date,
): Promise<RankedRowOutput[]> {
  const people = entries.map((entry) => ({
    candidateId: entry.candidateId,
    applied: entry.applicant !== null,
  }));
  const [covered, identities] = await Promise.all([
    coverPeople(scope, job, people, now),
    identifyPeople(
      job,
      entries.map(({ candidateId, applicant }) => ({ ...(applicant ?? notApplied), candidateId })),
    ),
  ]);
  return entries.map(({ candidateId, applicant, rank, queue }) => ({
    candidateId,
    name: identities.get(candidateId)?.name ?? '',
    nameHidden: identities.get(candidateId)?.hidden ?? true,
    rank,
    queue,
    stage: applicant?.stage ?? null,
    version: applicant?.version ?? null,
    appliedAt: applicant?.appliedAt ?? null,
    ...maskFacts(covered.get(candidateId) ?? nothingCovered, identities.get(candidateId)),
  }));
}

function countGains(entries: readonly FieldEntry[]): Record<string, number> {
  const gains: Record<string, number> = {};
  for (const { fails } of entries) {
    const [only, another] = fails;
    if (only !== undefined && another === undefined) gains[only] = (gains[only] ?? 0) + 1;
  }
  return gains;
}

/**
 * A page of 50 people of a job's ranking: those who applied and did not withdraw, and those who let employers find
 * them and did not block this one. Errors: `job.unknown`, `job.closed`, `ranking.cursor_malformed`.
 */
export async function rankForJob(
  scope: OrgScope,
  input: z.output<typeof rankingListInput>,
  now: Date,
): Promise<RankingListOutput> {
  const job = await getRankedJob(scope, input.jobId);
  const { entries, issuers } = await scanField(scope, job, now, input.filter);
  const passing = entries.filter((entry) => entry.fails.length === 0);
  const offset = positionAfter(passing, input.cursor);
  const page = passing.slice(offset, offset + pageSize);
  const last = page.at(-1);
  const second = passing.filter((entry) => entry.queue === 'second').length;
  const names = await listIssuerNames([...issuers.keys()]);
  return {
    items: await presentEntries(scope, job, page, now),
    nextCursor: last && passing.length > offset + pageSize ? writeCursor(last) : null,
    offset,
    first: passing.length - second,
    second,
    total: entries.length,
    gains: countGains(entries),
    issuers: names.map(({ id, name }) => ({ id, name, people: issuers.get(id) ?? 0 })),
  };
}
