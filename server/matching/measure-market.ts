import type { z } from 'zod';
import { getJob } from '#server/jobs/index.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { listBroaderSkills } from '#server/skills/index.ts';
import { type Holders, type LineFacts, lintPosting, type Mend, type Warning } from './core/lint-posting.ts';
import { readMarket, showFigure } from './core/market.ts';
import type { MarketOutput, marketInput } from './schemas.ts';
import { type AskedSkill, countGroups, countHolders } from './store/market.ts';

type Input = z.output<typeof marketInput>;
type Line = Input['lines'][number];

/** A line as it is asked, and each way of asking less of it. */
interface Variant {
  at: number;
  minLevel: number | null;
  minTier: number;
}

function toAsked(line: Line, { at, minLevel, minTier }: Variant): AskedSkill[] {
  return line.skillKeys.map((skillKey) => ({ line: at, skillKey, minLevel, minTier }));
}

/** Lower levels down to any, the nearest first; then weaker proof, the strongest first. */
function easierOf({ minLevel, minTier }: Line) {
  const levels = minLevel === null ? [] : [...range(minLevel - 1, 1), null];
  return { levels, tiers: range(minTier - 1, 0) };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, step) => from - step);
}

const nobody: Holders = { people: 0, issuers: 0, newestAt: null };

/** Asks once about every line as it is and about every way of asking less. */
async function gatherFacts(
  scope: OrgScope,
  { jobId, lines }: Input,
  now: Date,
): Promise<{ asked: AskedSkill[]; facts: () => Promise<LineFacts[]> }> {
  const variants: { line: Line; variant: Variant }[] = [];
  const add = (line: Line, changed: Partial<Variant>) => {
    const at = variants.length;
    variants.push({ line, variant: { at, minLevel: line.minLevel, minTier: line.minTier, ...changed } });
    return at;
  };
  const plans = lines.map((line) => {
    const { levels, tiers } = easierOf(line);
    return {
      asked: add(line, {}),
      levels: levels.map((minLevel) => ({ minLevel, at: add(line, { minLevel }) })),
      tiers: tiers.map((minTier) => ({ minTier, at: add(line, { minTier }) })),
    };
  });
  const asked = lines.flatMap((line, at) =>
    toAsked(line, { at, minLevel: line.minLevel, minTier: line.minTier }),
  );
  const facts = async () => {
    const rows = await countHolders(
      scope,
      jobId,
      variants.flatMap(({ line, variant }) => toAsked(line, variant)),
      now,
    );
    const found = new Map(rows.map(({ line, ...holders }) => [line, holders]));
    const holdersOf = (at: number): Holders => found.get(at) ?? nobody;
    return plans.map((plan) => ({
      asked: holdersOf(plan.asked),
      easierLevels: plan.levels.map(({ minLevel, at }) => ({ minLevel, holders: holdersOf(at) })),
      easierTiers: plan.tiers.map(({ minTier, at }) => ({ minTier, holders: holdersOf(at) })),
    }));
  };
  return { asked, facts };
}

function presentMend(mend: Mend): MarketOutput['warnings'][number]['mend'] {
  return 'gains' in mend ? { ...mend, gains: showFigure(mend.gains) } : mend;
}

const presentWarning = (warning: Warning) => ({ ...warning, mend: presentMend(warning.mend) });

/**
 * How many people the employer may see meet what a posting asks, as it stands in the editor, and what the posting may
 * regret. Numbers of one to four people are not told. Errors: `job.unknown`.
 */
export async function measureMarket(scope: OrgScope, input: Input, now: Date): Promise<MarketOutput> {
  const began = performance.now();
  if (input.jobId !== null) await getJob(scope, input.jobId);
  const { asked, facts } = await gatherFacts(scope, input, now);
  const [groups, known, broader] = await Promise.all([
    countGroups(scope, input.jobId, asked, now),
    facts(),
    listBroaderSkills(asked.map((each) => each.skillKey)),
  ]);
  const { lines, degreeNeeded } = input;
  const field = groups.reduce((sum, group) => sum + group.people, 0);
  const warnings = lintPosting({ lines, facts: known, degreeNeeded, field, broader, now });
  return {
    ...readMarket(lines, groups),
    warnings: warnings.map(presentWarning),
    tookMs: Math.round(performance.now() - began),
  };
}

/** How many people the employer may see have proven each of some skills; null = one to four. */
export async function countSkillHolders(
  scope: OrgScope,
  skillKeys: readonly number[],
  now: Date,
): Promise<Map<number, number | null>> {
  const asked = skillKeys.map((skillKey, line) => ({ line, skillKey, minLevel: null, minTier: 0 }));
  const rows = await countHolders(scope, null, asked, now);
  const found = new Map(rows.map((row) => [row.line, row.people]));
  return new Map(skillKeys.map((skillKey, line) => [skillKey, showFigure(found.get(line) ?? 0)]));
}
