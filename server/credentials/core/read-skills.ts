import { classifyAlignmentTarget } from '#server/skills/core/alignment-target.ts';
import type { SkillResolver } from '#server/skills/core/skill-resolver.ts';
import type { AlignmentView, CredentialView, SkillLevel, SkillReading } from './report.ts';

export type { SkillResolver } from '#server/skills/core/skill-resolver.ts';

const lowestProposal = 0.5;
const mostProposals = 3;

/**
 * Reads the skills of a credential (V10; taxonomy.md §5).
 *
 * An alignment whose URI is exactly that of a known skill counts, if `mayCount` says that the credential is valid
 * and secured. Occupations, credentials and frameworks are no skills and are left out. Tags and the title only
 * propose, with a confidence. A result that is not completed yields nothing.
 */
export function readSkills(view: CredentialView, resolver: SkillResolver, mayCount: boolean): SkillReading[] {
  const open = view.results.some((result) => result.status !== null && result.status !== 'Completed');
  if (open) return [];
  const aligned = view.alignments.flatMap((alignment) => readAlignment(alignment, view, resolver, mayCount));
  const proposed = [
    ...view.tags.flatMap((tag) => propose(tag, 'tag', resolver, 1)),
    ...(view.title === null || isProgramme(view) ? [] : propose(view.title, 'name', resolver, mostProposals)),
  ];
  return dropRepeated([...aligned, ...proposed]);
}

/** What a degree or a membership is called is a field or a body, and no skill. */
function isProgramme({ achievementType }: CredentialView): boolean {
  return /(?:Degree|Diploma|Doctorate)$|^Membership$/.test(achievementType ?? '');
}

function readAlignment(
  alignment: AlignmentView,
  view: CredentialView,
  resolver: SkillResolver,
  mayCount: boolean,
): SkillReading[] {
  const target = classifyAlignmentTarget(alignment);
  const named = target.uri !== null && (target.kind === 'skill' || target.kind === 'other');
  const known = named && target.uri !== null ? resolver.byUri(target.uri) : null;
  if (known === null && target.kind !== 'skill') return [];
  const words = alignment.targetName ?? alignment.targetUrl ?? '';
  return [
    {
      label: known?.label ?? words,
      words,
      uri: known?.uri ?? target.uri,
      skillKey: known?.skillKey ?? null,
      level: levelFor(alignment.targetUrl, view),
      source: 'alignment',
      confidence: 1,
      counts: known !== null && mayCount,
    },
  ];
}

/** The level of a result that names this alignment, else the lowest that the issuer states for the whole. */
function levelFor(url: string | null, view: CredentialView): SkillLevel | null {
  const own = view.results.filter((result) => url !== null && result.alignmentUrls.includes(url));
  const general = view.results.filter((result) => result.alignmentUrls.length === 0);
  const levels = (own.length > 0 ? own : general).flatMap((result) =>
    result.level === null ? [] : [result.level],
  );
  return levels.length === 0 ? null : (Math.min(...levels) as SkillLevel);
}

function propose(
  words: string,
  source: 'tag' | 'name',
  resolver: SkillResolver,
  most: number,
): SkillReading[] {
  const proposals = resolver.byLabel(words).filter((proposal) => proposal.confidence >= lowestProposal);
  return proposals.slice(0, most).map(({ label, uri, skillKey, confidence }) => ({
    label,
    words,
    uri,
    skillKey,
    level: null,
    source,
    confidence,
    counts: false,
  }));
}

/** One reading a skill: an alignment before a proposal, and among proposals the surest. */
function dropRepeated(readings: SkillReading[]): SkillReading[] {
  const best = new Map<string, SkillReading>();
  for (const reading of readings) {
    const key = reading.skillKey === null ? `uri ${reading.uri}` : `key ${reading.skillKey}`;
    const known = best.get(key);
    const stronger = known?.source !== 'alignment' && (known?.confidence ?? -1) < reading.confidence;
    if (!known || stronger) best.set(key, reading);
  }
  return [...best.values()];
}
