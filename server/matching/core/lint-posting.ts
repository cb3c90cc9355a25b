/** One line of a posting as the linter sees it. */
export interface LintedLine {
  skillKeys: readonly number[];
  must: boolean;
  weight: number;
  minLevel: number | null;
  minTier: number;
}

/** Who holds what a line asks, or would hold it if it asked less. */
export interface Holders {
  people: number;
  issuers: number;
  /** When the newest of their proofs was issued; null when nobody says. */
  newestAt: Date | null;
}

/** What is known about the market of a line: as it is asked, and for each way of asking less. */
export interface LineFacts {
  asked: Holders;
  easierLevels: readonly { minLevel: number | null; holders: Holders }[];
  easierTiers: readonly { minTier: number; holders: Holders }[];
}

/** A change that mends a warning, made by one press. Lines by their place. */
export type Mend =
  | { kind: 'level'; line: number; minLevel: number | null; gains: number }
  | { kind: 'tier'; line: number; minTier: number; gains: number }
  | { kind: 'nice'; line: number }
  | { kind: 'weight'; line: number; weight: number }
  | { kind: 'remove'; line: number }
  | { kind: 'add'; skillKey: number; label: string }
  | { kind: 'degree' };

/** What a posting may regret. `line` is null when it is about the whole. */
export interface Warning {
  code: 'nobody' | 'one-issuer' | 'foundation' | 'degree' | 'stale' | 'everyone';
  line: number | null;
  /** For `everyone`: how many in a hundred. */
  share: number | null;
  mend: Mend;
}

/** Everything the linter reads. */
export interface Posting {
  lines: readonly LintedLine[];
  facts: readonly LineFacts[];
  degreeNeeded: boolean;
  /** People who meet anything that is asked. */
  field: number;
  /** Broader skills of those asked, by the skill they are broader than. */
  broader: readonly { of: number; skillKey: number; label: string }[];
  now: Date;
}

const yearMs = 365 * 86_400_000;
const staleYears = 3;
/** From this share on, a skill tells nobody apart. */
const everyoneShare = 0.9;
/** In a smaller field a share says nothing. */
const smallestField = 10;
/** From so many lines on, a posting without a foundation asks for a specialist of specialists. */
const manyLines = 3;

/** The six warnings, line by line, those about the whole last. A line has one warning: the gravest. */
export function lintPosting(posting: Posting): Warning[] {
  const ofLines = posting.lines.flatMap((line, at) => lintLine(posting, line, at));
  return [...ofLines, ...lintFoundation(posting), ...lintDegree(posting)];
}

function lintLine({ facts, field, now }: Posting, line: LintedLine, at: number): Warning[] {
  const known = facts[at];
  if (!known) return [];
  const { asked } = known;
  const about = { line: at, share: null };
  if (asked.people === 0) return [{ ...about, code: 'nobody', mend: ease(line, at, known) }];
  if (asked.issuers === 1)
    return [{ ...about, code: 'one-issuer', mend: ease(line, at, known, asked.issuers) }];
  if (asked.newestAt && now.getTime() - asked.newestAt.getTime() > staleYears * yearMs)
    return [{ ...about, code: 'stale', mend: relax(line, at) }];
  const share = asked.people / Math.max(field, 1);
  if (field >= smallestField && share >= everyoneShare && line.weight > 1) {
    const mend: Mend = { kind: 'weight', line: at, weight: Math.ceil(line.weight / 2) };
    return [{ line: at, code: 'everyone', share: Math.round(share * 100), mend }];
  }
  return [];
}

/** Asks as little less as brings more people (and more issuers, when there was one). */
function ease(line: LintedLine, at: number, facts: LineFacts, issuers = 0): Mend {
  const better = ({ holders }: { holders: Holders }) =>
    holders.people > facts.asked.people && holders.issuers > issuers;
  const level = facts.easierLevels.find(better);
  if (level)
    return {
      kind: 'level',
      line: at,
      minLevel: level.minLevel,
      gains: level.holders.people - facts.asked.people,
    };
  const tier = facts.easierTiers.find(better);
  if (tier)
    return { kind: 'tier', line: at, minTier: tier.minTier, gains: tier.holders.people - facts.asked.people };
  return relax(line, at);
}

/** A must-have becomes nice to have; what is nice already counts less; what counts least goes. */
function relax(line: LintedLine, at: number): Mend {
  if (line.must) return { kind: 'nice', line: at };
  return line.weight > 1 ? { kind: 'weight', line: at, weight: 1 } : { kind: 'remove', line: at };
}

function lintFoundation({ lines, broader }: Posting): Warning[] {
  const asked = new Set(lines.flatMap((line) => line.skillKeys));
  const narrow = lines.every((line) =>
    line.skillKeys.every((key) => broader.some((link) => link.of === key)),
  );
  const founded = broader.some((link) => asked.has(link.skillKey));
  if (lines.length < manyLines || !narrow || founded) return [];
  const times = new Map<number, { label: string; times: number }>();
  for (const { skillKey, label } of broader)
    times.set(skillKey, { label, times: (times.get(skillKey)?.times ?? 0) + 1 });
  const [best] = [...times].sort(([keyA, a], [keyB, b]) => b.times - a.times || keyA - keyB);
  if (!best) return [];
  const mend: Mend = { kind: 'add', skillKey: best[0], label: best[1].label };
  return [{ code: 'foundation', line: null, share: null, mend }];
}

function lintDegree({ degreeNeeded, lines }: Posting): Warning[] {
  if (!degreeNeeded || lines.length === 0) return [];
  return [{ code: 'degree', line: null, share: null, mend: { kind: 'degree' } }];
}
