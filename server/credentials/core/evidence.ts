import type { Report } from './report.ts';

/** Version of the rules below; stored with each row, so that old rows can be found and derived anew. */
export const evidenceRuleSet = 1;

/** A skill that a credential proves, as the rankings read it. */
export interface DerivedEvidence {
  skillKey: number;
  level: number | null;
  standing: 'stands' | 'unknown';
  origin: 'alignment' | 'tag-confirmed';
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

/**
 * Derives evidence from a report. Nothing counts unless the credential is bound to the person and valid; while
 * its verdict is unknown the rows stay, marked so, for rankings to show what could count. Skills count by exact
 * alignment at once, and by the issuer's own tag once the candidate has confirmed it.
 */
export function deriveEvidence(
  report: Report,
  confirmedTags: readonly { skillKey: number; level: number | null }[],
): DerivedEvidence[] {
  if (report.bound !== 'yes' || report.verdict === 'invalid') return [];
  const standing = report.verdict === 'valid' ? 'stands' : 'unknown';
  const rows = new Map<number, DerivedEvidence>();
  const add = (skillKey: number, level: number | null, origin: DerivedEvidence['origin']) => {
    const known = rows.get(skillKey);
    if (!known || (level ?? 0) > (known.level ?? 0))
      rows.set(skillKey, { skillKey, level, standing, origin });
  };
  for (const skill of report.skills)
    if (skill.source === 'alignment' && skill.skillKey !== null)
      add(skill.skillKey, skill.level, 'alignment');
  for (const tag of confirmedTags) if (!rows.has(tag.skillKey)) add(tag.skillKey, tag.level, 'tag-confirmed');
  return [...rows.values()].sort((a, b) => a.skillKey - b.skillKey);
}

/** The proposals of a report: best reading per skill, without skills that an alignment names already. */
export function deriveProposals(report: Report): DerivedProposal[] {
  if (!report.credential?.signed) return [];
  const aligned = new Set(
    report.skills.filter((skill) => skill.source === 'alignment').map((skill) => skill.skillKey),
  );
  const best = new Map<number, DerivedProposal>();
  for (const skill of report.skills) {
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

/** When to look again: after `everyMs`, or at the moment its own dates change what it is, whichever is sooner. */
export function nextCheckAt(report: Report, now: Date, everyMs: number): Date {
  const soon = [report.watch.validFrom, report.watch.validUntil]
    .map((text) => (text === null ? Number.NaN : Date.parse(text)))
    .filter((time) => time > now.getTime());
  return new Date(Math.min(now.getTime() + everyMs, ...soon));
}
