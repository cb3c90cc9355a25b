import type { Report, Tier } from './report.ts';

/** Version of the rules below; stored with each row, so that old rows can be found and derived anew. */
export const evidenceRuleSet = 2;

/** A skill that a credential proves, as the rankings read it, with the strength, issuer and dates of what proves it. */
export interface DerivedEvidence {
  skillKey: number;
  level: number | null;
  standing: 'stands' | 'unknown';
  origin: 'alignment' | 'tag-confirmed';
  tier: Tier['level'];
  issuerId: string | null;
  validFrom: string | null;
  validUntil: string | null;
}

/** A skill read from the issuer's words, for the candidate to confirm or dismiss. */
export interface DerivedProposal {
  skillKey: number;
  source: 'tag' | 'name';
  words: string;
  confidence: number;
  level: number | null;
  namedByIssuer: boolean;
}

/** A credential that may count, with how it stands and for how long: never better or longer than what it lies in. */
type Counting = Pick<DerivedEvidence, 'standing' | 'validFrom' | 'validUntil'> & { report: Report };

/**
 * Derives evidence from a report and from the credentials inside. Nothing counts unless it is bound to the person
 * and valid, and so is every credential around it; while a verdict is unknown the rows stay, marked so, for
 * rankings to show what could count. Skills count by exact alignment at once, and by the issuer's own tag once the
 * candidate has confirmed it. A skill that several credentials inside prove is one row: that of the best proof.
 */
export function deriveEvidence(
  report: Report,
  confirmedTags: readonly { skillKey: number; level: number | null }[],
): DerivedEvidence[] {
  const counting = listCounting(report);
  const aligned = counting.flatMap((entry) =>
    entry.report.skills
      .filter((skill) => skill.source === 'alignment')
      .flatMap(({ skillKey, level }) =>
        skillKey === null ? [] : rowOf(entry, skillKey, level, 'alignment'),
      ),
  );
  const best = new Map<number, DerivedEvidence>();
  const add = (row: DerivedEvidence) => {
    const known = best.get(row.skillKey);
    if (!known || compareRows(row, known) < 0) best.set(row.skillKey, row);
  };
  aligned.forEach(add);
  const named = new Set(best.keys());
  for (const { skillKey, level } of confirmedTags.filter((tag) => !named.has(tag.skillKey)))
    for (const entry of counting.filter(({ report: own }) => hasTag(own, skillKey)))
      add(rowOf(entry, skillKey, level, 'tag-confirmed'));
  return [...best.values()].sort((a, b) => a.skillKey - b.skillKey);
}

/** The credentials of a report that may count. A wrapper that is no credential itself has no say about what is in it. */
function listCounting(report: Report, around: Counting | null = null): Counting[] {
  const isWrapper = report.credential === null;
  if (!isWrapper && (report.bound !== 'yes' || report.verdict === 'invalid')) return [];
  const { validFrom, validUntil } = report.watch;
  const own: Counting = {
    report,
    standing: report.verdict === 'valid' && around?.standing !== 'unknown' ? 'stands' : 'unknown',
    validFrom: pickDate(validFrom, around?.validFrom ?? null, Math.max),
    validUntil: pickDate(validUntil, around?.validUntil ?? null, Math.min),
  };
  const inside = report.parts.flatMap((part) => listCounting(part, isWrapper ? around : own));
  return isWrapper ? inside : [own, ...inside];
}

function pickDate(a: string | null, b: string | null, pick: (x: number, y: number) => number): string | null {
  if (a === null || b === null) return a ?? b;
  const [first, second] = [Date.parse(a), Date.parse(b)];
  if (Number.isNaN(first) || Number.isNaN(second)) return Number.isNaN(first) ? b : a;
  return pick(first, second) === first ? a : b;
}

function rowOf(
  { report, standing, validFrom, validUntil }: Counting,
  skillKey: number,
  level: number | null,
  origin: DerivedEvidence['origin'],
): DerivedEvidence {
  const issuerId = report.credential?.issuer.id ?? null;
  return { skillKey, level, standing, origin, tier: report.tier.level, issuerId, validFrom, validUntil };
}

/** The better proof first: one that stands, then as rankings order them (`matching/core/evidence.ts`). */
function compareRows(a: DerivedEvidence, b: DerivedEvidence): number {
  const stands = (row: DerivedEvidence) => (row.standing === 'stands' ? 1 : 0);
  const until = (row: DerivedEvidence) => Date.parse(row.validUntil ?? '') || Number.MAX_SAFE_INTEGER;
  return stands(b) - stands(a) || b.tier - a.tier || (b.level ?? 0) - (a.level ?? 0) || until(b) - until(a);
}

function hasTag(report: Report, skillKey: number): boolean {
  return report.skills.some((skill) => skill.source === 'tag' && skill.skillKey === skillKey);
}

/**
 * The proposals of a report and of the credentials inside that may count: best reading per skill, without skills
 * that an alignment names already.
 */
export function deriveProposals(report: Report): DerivedProposal[] {
  const inside = listCounting(report).map((entry) => entry.report);
  const reports = [...new Set([report, ...inside])].filter(({ credential }) => credential?.signed === true);
  const skills = reports.flatMap((each) => each.skills);
  const aligned = new Set(
    skills.filter((skill) => skill.source === 'alignment').map((skill) => skill.skillKey),
  );
  const best = new Map<number, DerivedProposal>();
  for (const skill of skills) {
    if (skill.source === 'alignment' || skill.skillKey === null || aligned.has(skill.skillKey)) continue;
    const known = best.get(skill.skillKey);
    if (known && known.confidence >= skill.confidence) continue;
    best.set(skill.skillKey, {
      skillKey: skill.skillKey,
      source: skill.source,
      words: skill.words,
      confidence: skill.confidence,
      level: skill.level,
      namedByIssuer: skill.source === 'tag' && skill.confidence === 1,
    });
  }
  return [...best.values()];
}
