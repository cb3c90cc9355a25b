// What the editor of a posting asks the market and hears; handed on by `schemas.ts`.
import { z } from 'zod';

const place = z.int().min(0).max(39);
const levelShape = z.int().min(1).max(4).nullable();
const tierShape = z.int().min(0).max(5);

/** A number of people; null = one to four, told as "fewer than 5". */
const figureShape = z.int().nullable();

/** One line of a posting as it stands in the editor. */
const marketLineInput = z.object({
  skillKeys: z.array(z.int().positive()).min(1).max(6),
  must: z.boolean(),
  weight: z.int().min(1).max(9),
  minLevel: levelShape,
  minTier: tierShape,
});

/** A posting as it stands in the editor; without a job it is counted over people who let employers find them. */
export const marketInput = z.object({
  jobId: z.uuid().nullable(),
  degreeNeeded: z.boolean(),
  lines: z.array(marketLineInput).max(40),
});

const mendShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('level'), line: place, minLevel: levelShape, gains: figureShape }),
  z.object({ kind: z.literal('tier'), line: place, minTier: tierShape, gains: figureShape }),
  z.object({ kind: z.literal('nice'), line: place }),
  z.object({ kind: z.literal('weight'), line: place, weight: z.int() }),
  z.object({ kind: z.literal('remove'), line: place }),
  z.object({ kind: z.literal('add'), skillKey: z.int(), label: z.string() }),
  z.object({ kind: z.literal('degree') }),
]);
export type MendOutput = z.output<typeof mendShape>;

/** The numbers beside a posting, and what it may regret. Lines by their place in the input. */
export const marketOutput = z.object({
  lines: figureShape.array(),
  funnel: z.array(z.object({ line: place, people: figureShape })),
  musts: figureShape,
  all: figureShape,
  anything: figureShape,
  warnings: z.array(
    z.object({
      code: z.enum(['nobody', 'one-issuer', 'foundation', 'degree', 'stale', 'everyone']),
      line: place.nullable(),
      share: z.int().nullable(),
      mend: mendShape,
    }),
  ),
  tookMs: z.int(),
});
export type MarketOutput = z.output<typeof marketOutput>;

const queueShape = z.enum(['first', 'second']);

/** What publishing would change in the order of those who applied; the twenty who move furthest. */
export const postingPreviewOutput = z.object({
  applicants: z.int(),
  up: z.int(),
  down: z.int(),
  leaveFirst: z.int(),
  joinFirst: z.int(),
  moves: z.array(
    z.object({
      candidateId: z.uuid(),
      name: z.string(),
      from: z.int(),
      to: z.int(),
      fromQueue: queueShape,
      toQueue: queueShape,
      fromTenths: z.int().nullable(),
      toTenths: z.int().nullable(),
      /** The requirement whose points change the most. */
      why: z.object({ label: z.string(), beforeTenths: z.int(), afterTenths: z.int() }).nullable(),
    }),
  ),
});
export type PostingPreviewOutput = z.output<typeof postingPreviewOutput>;

/** What an employer typed into the skill picker. */
export const findSkillsInput = z.object({
  q: z.string().trim().max(300),
  limit: z.int().min(1).max(20).default(8),
});

/** A skill for the picker: why it matched, where it comes from, and how many people one may see have proven it. */
export const foundSkillOutput = z.object({
  skillKey: z.int(),
  label: z.string(),
  matched: z.string(),
  kind: z.enum(['label', 'synonym', 'uri']),
  /** Made by the organisation itself. */
  own: z.boolean(),
  scheme: z.string(),
  /** Schemes whose entries are the same skill. */
  joins: z.string().array(),
  people: figureShape,
});
export type FoundSkillOutput = z.output<typeof foundSkillOutput>;

/** Three skills to begin with, and the market for them, for an employer who has typed nothing yet. */
export const sampleMarketOutput = z.object({
  lines: z.array(z.object({ skillKey: z.int(), label: z.string(), must: z.boolean(), weight: z.int() })),
  market: marketOutput,
});
export type SampleMarketOutput = z.output<typeof sampleMarketOutput>;
