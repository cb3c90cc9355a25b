import type { z } from 'zod';
import { describeLines } from '#server/jobs/index.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { compareRankings, type RankMove } from './core/compare-rankings.ts';
import { rankCandidates } from './core/rank.ts';
import { getRankedJob } from './get-ranked-job.ts';
import { identifyPeople, notApplied } from './identify-people.ts';
import { coverPeople } from './rank-candidates.ts';
import { type FieldEntry, scanField } from './scan-field.ts';
import type { CoverageOutput, PostingPreviewOutput, postingPreviewInput } from './schemas.ts';

const mostShown = 20;

/** The order among those who applied: people who were merely found come and go with what is asked. */
const orderOf = (entries: readonly FieldEntry[]) =>
  rankCandidates(entries.filter((entry) => entry.applicant !== null));

type Why = PostingPreviewOutput['moves'][number]['why'];

/** The requirement that gained or lost the most points. */
function explainMove(before: CoverageOutput | undefined, after: CoverageOutput | undefined): Why {
  const partsOf = (coverage: CoverageOutput | undefined) =>
    coverage?.kind === 'score' ? coverage.parts : [];
  const old = new Map(partsOf(before).map((part) => [part.requirementId, part]));
  const changes = partsOf(after).map((part) => {
    const beforeTenths = old.get(part.requirementId)?.pointsTenths ?? 0;
    old.delete(part.requirementId);
    return { label: part.label, beforeTenths, afterTenths: part.pointsTenths };
  });
  const gone = [...old.values()].map(({ label, pointsTenths }) => ({
    label,
    beforeTenths: pointsTenths,
    afterTenths: 0,
  }));
  const size = (change: { beforeTenths: number; afterTenths: number }) =>
    Math.abs(change.afterTenths - change.beforeTenths);
  const [most] = [...changes, ...gone].sort((a, b) => size(b) - size(a));
  return most && size(most) > 0 ? most : null;
}

const totalOf = (coverage: CoverageOutput | undefined) =>
  coverage?.kind === 'score' ? coverage.totalTenths : null;

/**
 * What publishing these lines would change in today's order of the people who applied: how many move, who moves
 * furthest, and which requirement moves them. Nothing is stored. Errors: `job.unknown`, `job.closed`,
 * `job.skill_unknown`.
 */
export async function previewPosting(
  scope: OrgScope,
  { jobId, lines }: z.output<typeof postingPreviewInput>,
  now: Date,
): Promise<PostingPreviewOutput> {
  const before = await getRankedJob(scope, jobId);
  const after: JobOutput = { ...before, requirements: await describeLines(lines) };
  const [old, fresh] = await Promise.all([scanField(scope, before, now), scanField(scope, after, now)]);
  const order = orderOf(old.entries);
  const { moves, ...counts } = compareRankings(order, orderOf(fresh.entries));
  const shown = moves.slice(0, mostShown);
  const applicants = new Map(old.entries.map((entry) => [entry.candidateId, entry.applicant]));
  const people = shown.map(({ candidateId }) => ({ candidateId, applied: true }));
  const [was, would, identities] = await Promise.all([
    coverPeople(scope, before, people, now),
    coverPeople(scope, after, people, now),
    identifyPeople(
      before,
      shown.map(({ candidateId }) => ({ ...(applicants.get(candidateId) ?? notApplied), candidateId })),
    ),
  ]);
  const present = (move: RankMove) => {
    const [own, next] = [was.get(move.candidateId)?.coverage, would.get(move.candidateId)?.coverage];
    return {
      ...move,
      name: identities.get(move.candidateId)?.name ?? '',
      fromTenths: totalOf(own),
      toTenths: totalOf(next),
      why: explainMove(own, next),
    };
  };
  return { applicants: order.length, ...counts, moves: shown.map(present) };
}
