import type { z } from 'zod';
import { isHidden } from '#server/jobs/core/hidden-names.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import {
  compareKeys,
  type OrderKey,
  orderKey,
  type RankingSort,
  readCursor,
  writeCursor,
} from './core/list-order.ts';
import { credentialKinds, type RankingFilter } from './core/ranking-filter.ts';
import { getRankedJob } from './get-ranked-job.ts';
import { notApplied } from './identify-people.ts';
import { namePeople } from './name-people.ts';
import { offerIssuers } from './offer-issuers.ts';
import { presentEntries } from './rank-candidates.ts';
import { type Field, type FieldEntry, scanField } from './scan-field.ts';
import type {
  RankingChoicesOutput,
  RankingListOutput,
  rankingListInput,
  rankingSelectionOutput,
  rankingViewInput,
} from './schemas.ts';
import { listGrantedEvidence } from './store/evidence.ts';
import { listCredentialFacts, listProvenSkills, listShown, listSkillLabels } from './store/search.ts';
import { getMark, noteLook } from './watch-ranks.ts';

const pageSize = 50;
/** As many as one move takes. */
const mostSelected = 200;
const mostChoices = 100;

type View = { jobId: string; filter: RankingFilter; sort: RankingSort };

/** A list in its order: who passes the filters, each with the place in it. */
interface OrderedField extends Field {
  job: JobOutput;
  passing: { entry: FieldEntry; key: OrderKey }[];
}

/** Everybody who passes a list's filters, in its order. Errors: `job.unknown`, `job.closed`. */
export async function readList(scope: OrgScope, view: View, now: Date): Promise<OrderedField> {
  const job = await getRankedJob(scope, view.jobId);
  const field = await scanField(scope, job, now, view.filter);
  const entries = field.entries.filter((entry) => entry.passes);
  const known = view.sort === 'name' ? await namePeople(job, entries) : null;
  const passing = entries.map((entry) => {
    const { applicant, candidateId } = entry;
    const name = known?.get(candidateId)?.name ?? '';
    return { entry, key: orderKey({ ...entry, appliedAt: applicant?.appliedAt ?? null, name }, view.sort) };
  });
  // By coverage they stand in the order of the ranks already.
  if (view.sort !== 'coverage') passing.sort((a, b) => compareKeys(a.key, b.key));
  return { ...field, job, passing };
}

/** Where the next page begins: at the first entry behind the cursor, also when the cursor's own row is gone. */
function positionAfter(
  passing: OrderedField['passing'],
  sort: RankingSort,
  cursor: string | null | undefined,
): number {
  if (!cursor) return 0;
  const last = readCursor(sort, cursor);
  if (!last)
    throw new AppError(
      'ranking.cursor_malformed',
      'bad-input',
      'This page of the list does not exist.',
      'Start at the first page.',
    );
  const next = passing.findIndex(({ key }) => compareKeys(key, last) > 0);
  return next === -1 ? passing.length : next;
}

function countGains(entries: readonly FieldEntry[]): Record<string, number> {
  const gains: Record<string, number> = {};
  for (const key of entries.flatMap((entry) => entry.keptOutBy)) gains[key] = (gains[key] ?? 0) + 1;
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
  // Read before the people: what changes meanwhile makes another mark, and is noticed.
  const mark = await getMark(scope, input.jobId);
  const field = await readList(scope, input, now);
  const { job, entries, passing } = field;
  const offset = positionAfter(passing, input.sort, input.cursor);
  const page = passing.slice(offset, offset + pageSize);
  const last = page.at(-1);
  const second = passing.filter(({ entry }) => entry.queue === 'second').length;
  const asked = input.filter.skills.map((skill) => skill.skillKey);
  const [items, issuers, labels, moves] = await Promise.all([
    presentEntries(
      scope,
      job,
      page.map(({ entry }) => entry),
      now,
    ),
    offerIssuers(job, field),
    listSkillLabels(asked),
    noteLook(scope, job.id, entries, now),
  ]);
  return {
    items,
    nextCursor: last && passing.length > offset + pageSize ? writeCursor(input.sort, last.key) : null,
    offset,
    first: passing.length - second,
    second,
    total: entries.length,
    policyVersion: field.policyVersion,
    mark,
    moves,
    gains: countGains(entries),
    hidden: entries.length - passing.length,
    issuers,
    skills: asked.flatMap((skillKey) => {
      const label = labels.get(skillKey);
      return label === undefined ? [] : [{ skillKey, label }];
    }),
  };
}

function countValues(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * What a job's list can be narrowed by beside what the job asks: skills that its applicants have proven, places that
 * people show, kinds of proof. At most 100 of each. Errors: `job.unknown`, `job.closed`.
 */
export async function listRankingChoices(
  scope: OrgScope,
  jobId: string,
  now: Date,
): Promise<RankingChoicesOutput> {
  const job = await getRankedJob(scope, jobId);
  const { entries } = await scanField(scope, job, now);
  const ids = entries.map((entry) => entry.candidateId);
  const known = entries.filter((entry) => !isHidden(job, entry.applicant ?? notApplied));
  const [skills, shown, rows] = await Promise.all([
    listProvenSkills(scope, jobId, mostChoices),
    listShown(
      scope,
      known.map((entry) => entry.candidateId),
    ),
    listGrantedEvidence(scope, jobId, ids, null),
  ]);
  const facts = await listCredentialFacts(rows);
  const owned = rows.flatMap((row) => {
    const kind = facts.get(row.credentialId)?.kind;
    return kind ? [`${kind} ${row.candidateId}`] : [];
  });
  const kinds = countValues([...new Set(owned)].map((text) => text.split(' ')[0] ?? ''));
  const places = countValues([...shown.values()].flatMap(({ place }) => (place ? [place] : [])));
  return {
    skills,
    places: [...places]
      .map(([place, people]) => ({ place, people }))
      .sort((a, b) => b.people - a.people || (a.place < b.place ? -1 : 1))
      .slice(0, mostChoices),
    kinds: credentialKinds.flatMap((kind) => {
      const people = kinds.get(kind);
      return people ? [{ kind, people }] : [];
    }),
  };
}

/** The first 200 people of a list who applied, to be moved together. Errors: `job.unknown`, `job.closed`. */
export async function selectFromRanking(
  scope: OrgScope,
  input: z.output<typeof rankingViewInput>,
  now: Date,
): Promise<z.output<typeof rankingSelectionOutput>> {
  const { job, passing } = await readList(scope, input, now);
  const applied = passing.flatMap(({ entry }) => (entry.applicant ? [entry] : []));
  const chosen = applied.slice(0, mostSelected);
  const known = await namePeople(job, chosen);
  return {
    of: applied.length,
    people: chosen.flatMap(({ candidateId, applicant }) => {
      if (!applicant) return [];
      const { version, stage } = applicant;
      return [{ candidateId, name: known.get(candidateId)?.name ?? '', version, stage }];
    }),
  };
}
