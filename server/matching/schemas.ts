import { z } from 'zod';

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

/** How much of what a job asks is proven; parts in the fixed order of the job's bars, adding up to the total. */
export const coverageOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('no-score') }),
  z.object({
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
  }),
]);
export type CoverageOutput = z.output<typeof coverageOutput>;

/** Filters of the ranked list. Several of a kind: all skills must be proven; any issuer, any stage is enough. */
export const rankingFilterInput = z.object({
  skills: z
    .array(z.object({ skillKey: z.int(), minLevel: z.int().min(1).max(4).nullable() }))
    .max(10)
    .default([]),
  minTier: z.int().min(0).max(5).nullable().default(null),
  issuerIds: z.array(z.string().max(2_000)).max(20).default([]),
  /** Stages of the application; `none` stands for people who did not apply. */
  stages: z.array(z.string().max(20)).max(10).default([]),
});
export type RankingFilter = z.output<typeof rankingFilterInput>;

/** A page of the ranking of one job. */
export const rankingListInput = z.object({
  jobId: z.uuid(),
  filter: rankingFilterInput.prefault({}),
  cursor: z.string().max(200).nullish(),
});

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
  coverage: coverageOutput,
  bestTier: z.int().nullable(),
  issuers: z.array(z.object({ name: z.string(), recognised: z.boolean() })),
});
export type RankedRowOutput = z.output<typeof rankedRowOutput>;

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
  /** How many more there would be without one filter; keys are `skill:<key>`, `evidence` (tier, issuer), `stage`. */
  gains: z.record(z.string(), z.int()),
  /** Issuers behind the evidence of all people in the list, to filter by. */
  issuers: z.array(z.object({ id: z.string(), name: z.string(), people: z.int() })),
});
export type RankingListOutput = z.output<typeof rankingListOutput>;

/** One person of a job's ranking. */
export const rankedPersonInput = z.object({ jobId: z.uuid(), candidateId: z.uuid() });

/** Why somebody stands where they stand. */
export const explanationOutput = rankedRowOutput.extend({
  /** How many have a rank. */
  ranked: z.int(),
  /** Credentials disclosed with the application; null when found by visibility. */
  disclosed: z.int().nullable(),
  /** Rank and total if everything unknown turned out to stand; null when nothing is unknown. */
  ifKnown: z.object({ totalTenths: z.int(), rank: z.int().nullable() }).nullable(),
});
export type ExplanationOutput = z.output<typeof explanationOutput>;
