import { z } from 'zod';
import { requirementInput } from '#server/jobs/schemas.ts';
import { hitSources } from './core/hits.ts';
import { rankingSorts } from './core/list-order.ts';
import { credentialKinds, rankingFilterShape } from './core/ranking-filter.ts';

export {
  type ListView,
  parseListView,
  type Query,
  readListView,
  writeListView,
} from './core/filter-address.ts';
export { type RankingSort, rankingSorts } from './core/list-order.ts';
export {
  type FoundSkillOutput,
  findSkillsInput,
  foundSkillOutput,
  type MarketOutput,
  type MendOutput,
  marketInput,
  marketOutput,
  type PostingPreviewOutput,
  postingPreviewOutput,
  type SampleMarketOutput,
  sampleMarketOutput,
} from './core/market-shapes.ts';
export {
  type FilterPart,
  freshYears,
  listFilterParts,
  openRanking,
  type RankingFilter,
  rankingFilterShape,
} from './core/ranking-filter.ts';

/** How a requirement is met. */
export const coverageStatusShape = z.enum(['met', 'partly', 'unmet', 'unknown']);

/** The credential that a point rests on; its report is at `/proof/<candidateId>/<credentialId>`. */
const coverageProofOutput = z.object({
  candidateId: z.uuid(),
  credentialId: z.uuid(),
  title: z.string(),
  kind: z.enum(['badge', 'certificate', 'portfolio']),
  /** True when the title is covered by a signature that was checked: only then it may be set in serif. */
  signed: z.boolean(),
  issuerId: z.string().nullable(),
  /** The registry's name when recognised, else what the issuer calls itself. */
  issuerName: z.string(),
  issuerRecognised: z.boolean(),
  /** The skill of the requirement that it proves. */
  skillKey: z.int(),
  skillLabel: z.string(),
  level: z.int().nullable(),
  tier: z.int(),
  validUntil: z.date().nullable(),
  checkedAt: z.date(),
  standing: z.enum(['stands', 'unknown']),
});

/** One requirement in an explanation. Micro-points are exact: 100 points are 100 000 000. */
const coveragePartOutput = z.object({
  requirementId: z.uuid(),
  label: z.string(),
  shortLabel: z.string(),
  must: z.boolean(),
  weight: z.int(),
  minLevel: z.int().nullable(),
  minTier: z.int(),
  status: coverageStatusShape,
  pointsMicro: z.int(),
  unknownMicro: z.int(),
  ofMicro: z.int(),
  /** Tenths of a point, rounded so that everything shown adds up. */
  pointsTenths: z.int(),
  unknownTenths: z.int(),
  ofTenths: z.int(),
  /** Why, as codes of the word catalogue (`coverage.reason.<code>`) with their parameters; the reason first. */
  pieces: z.array(
    z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) }),
  ),
  proof: coverageProofOutput.nullable(),
});
export type CoveragePartOutput = z.output<typeof coveragePartOutput>;

const noScoreOutput = z.object({ kind: z.literal('no-score') });
const scoreOutput = z.object({
  kind: z.literal('score'),
  totalMicro: z.int(),
  unknownMicro: z.int(),
  missingMicro: z.int(),
  totalTenths: z.int(),
  unknownTenths: z.int(),
  missingTenths: z.int(),
  mustsMet: z.boolean(),
  musts: z.object({ met: z.int(), asked: z.int() }),
  parts: coveragePartOutput.array(),
});

/** How much of what a job asks is proven; parts in the fixed order of the job's bars, adding up to the total. */
export const coverageOutput = z.discriminatedUnion('kind', [noScoreOutput, scoreOutput]);
export type CoverageOutput = z.output<typeof coverageOutput>;

/** A requirement as a bar draws it. A page of a list holds hundreds, so that a field more is felt. */
const barPartOutput = coveragePartOutput.pick({
  requirementId: true,
  label: true,
  shortLabel: true,
  must: true,
  weight: true,
  status: true,
  pointsMicro: true,
  ofMicro: true,
});

/** What a bar shows of a coverage, for lists of many people; why, and by which proof, is asked for one of them. */
export const barOutput = z.discriminatedUnion('kind', [
  noScoreOutput,
  scoreOutput.extend({ parts: barPartOutput.array() }),
]);
export type BarOutput = z.output<typeof barOutput>;

/**
 * Where a candidate's own evidence would stand today among everybody the employer sees. `few`: so few people that a
 * place would say too much about them; `uncounted`: no score, or more people than are counted for one page.
 */
export const myRankOutput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('ranked'),
    rank: z.int(),
    ranked: z.int(),
    queue: z.enum(['first', 'second']),
  }),
  z.object({ kind: z.literal('few') }),
  z.object({ kind: z.literal('uncounted') }),
]);
export type MyRankOutput = z.output<typeof myRankOutput>;

/** A page of the ranking of one job. */
export const rankingListInput = z.object({
  jobId: z.uuid(),
  filter: rankingFilterShape.prefault({}),
  sort: z.enum(rankingSorts).default('coverage'),
  cursor: z.string().max(600).nullish(),
});

/** A ranking as it is listed, without a page. */
export const rankingViewInput = rankingListInput.omit({ cursor: true });

/** One person in the ranking. */
const rankedRowOutput = z.object({
  candidateId: z.uuid(),
  /** "Candidate 4471" while the job hides names. */
  name: z.string(),
  nameHidden: z.boolean(),
  /** Equal coverage, equal rank, over both queues; null where there is no score. */
  rank: z.int().nullable(),
  /** The second queue holds people without proof of every must-have. Nobody is dropped. Null: no score. */
  queue: z.enum(['first', 'second']).nullable(),
  /** Null: found by their own visibility, without having applied. */
  stage: z.string().nullable(),
  /** Version of the application, for moving from the list. */
  version: z.int().nullable(),
  appliedAt: z.date().nullable(),
  coverage: barOutput,
  bestTier: z.int().nullable(),
  issuers: z.array(z.object({ name: z.string(), recognised: z.boolean() })),
  /** Where the words of a search were found, with the words marked. */
  hits: z.array(
    z.object({
      source: z.enum(hitSources),
      pieces: z.array(z.object({ text: z.string(), hit: z.boolean() })),
    }),
  ),
});
export type RankedRowOutput = z.output<typeof rankedRowOutput>;

/** Who moved since the member's visit before, which ended at `since`: places won or lost, by candidate id. */
const rankMovesOutput = z.object({ since: z.date(), by: z.record(z.string(), z.int()) });
export type RankMoves = z.output<typeof rankMovesOutput>;

/** A page of the ranking, with counts for its head. */
export const rankingListOutput = z.object({
  items: rankedRowOutput.array(),
  nextCursor: z.string().nullable(),
  /** Position of the first row of this page among all that pass the filters, from 0. */
  offset: z.int(),
  /** People who pass the filters, by queue; those without a score are in `first`. */
  first: z.int(),
  second: z.int(),
  /** Everybody, whatever the filters. */
  total: z.int(),
  /** The version of the organisation's trust policy that it is counted by; 0 = none yet. */
  policyVersion: z.int(),
  /** Another mark (`ranking.mark`) means that there may be a newer order. */
  mark: z.string(),
  moves: rankMovesOutput,
  /** How many more there would be without one filter, by its key (`listFilterParts`). */
  gains: z.record(z.string(), z.int()),
  /** How many more there would be without any filter. */
  hidden: z.int(),
  /** Issuers behind the evidence of all people in the list, to filter by. */
  issuers: z.array(z.object({ id: z.string(), name: z.string(), people: z.int() })),
  /** Names of the skills that the filters ask. */
  skills: z.array(z.object({ skillKey: z.int(), label: z.string() })),
});
export type RankingListOutput = z.output<typeof rankingListOutput>;

/** The ranking of one job. */
export const rankedJobInput = z.object({ jobId: z.uuid() });

/** What a list can be narrowed by beside what the job asks: what its people have. */
export const rankingChoicesOutput = z.object({
  skills: z.array(z.object({ skillKey: z.int(), label: z.string(), people: z.int() })),
  places: z.array(z.object({ place: z.string(), people: z.int() })),
  kinds: z.array(z.object({ kind: z.enum(credentialKinds), people: z.int() })),
});
export type RankingChoicesOutput = z.output<typeof rankingChoicesOutput>;

/** People of a list who applied, to be moved together; at most as many as one move takes. */
export const rankingSelectionOutput = z.object({
  people: z.array(z.object({ candidateId: z.uuid(), name: z.string(), version: z.int(), stage: z.string() })),
  /** People of the list who applied, in all. */
  of: z.int(),
});

/** A list to take away: a file for spreadsheets. */
export const rankingFileOutput = z.object({ name: z.string(), csv: z.string() });

/** One person of a job's ranking. */
export const rankedPersonInput = z.object({ jobId: z.uuid(), candidateId: z.uuid() });

/** Why somebody stands where they stand. */
export const explanationOutput = rankedRowOutput.extend({
  coverage: coverageOutput,
  /** How many have a rank. */
  ranked: z.int(),
  /** Credentials disclosed with the application; null when found by visibility. */
  disclosed: z.int().nullable(),
  /** Rank and total if everything unknown turned out to stand; null when nothing is unknown. */
  ifKnown: z.object({ totalTenths: z.int(), rank: z.int().nullable() }).nullable(),
});
export type ExplanationOutput = z.output<typeof explanationOutput>;
/** A row of the list with all that stands behind its points. */
export type ExplainedRow = Omit<ExplanationOutput, 'ranked' | 'disclosed' | 'ifKnown'>;

const searchName = z.string().trim().min(1, 'Enter a name').max(80, 'Use 80 letters at most');

/** Filters and order of a list, kept under a name; `query` is the query part of the list's address. */
export const saveSearchInput = z.object({
  jobId: z.uuid(),
  name: searchName,
  query: z.string().max(6_000),
  bell: z.boolean(),
});

/** A new name, or the bell on or off. */
export const changeSearchInput = z.object({
  id: z.uuid(),
  name: searchName.optional(),
  bell: z.boolean().optional(),
});

/** Names one saved search. */
export const searchIdInput = z.object({ id: z.uuid() });

/** A saved search of the member who asks. */
export const savedSearchOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  query: z.string(),
  bell: z.boolean(),
  createdAt: z.date(),
});
export type SavedSearchOutput = z.output<typeof savedSearchOutput>;

/** What a published job would ask after the next save. */
export const postingPreviewInput = z.object({ jobId: z.uuid(), lines: z.array(requirementInput).max(40) });
