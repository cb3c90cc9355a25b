import { normaliseLabel } from './normalise-label.ts';
import type { SkillName } from './skill-name.ts';
import type { ProposedSkill, ResolvedSkill } from './skill-resolver.ts';

/** A name cut into stems once, so that proposing compares stems only. */
export type TokenizedLabel = { skill: ResolvedSkill; norm: string; stems: readonly string[] };

/** Words of titles that name no skill: grades, kinds of documents, small words. */
const noise = new Set(
  normaliseLabel(
    `a an and at by for from in into of on or the to with using your level course courses class training workshop
     certificate certification certified certificates credential badge award diploma exam module unit part programme
     program introduction intro introductory basic basics beginner beginners fundamental fundamentals essentials
     foundation foundations intermediate advanced expert professional practitioner specialist associate master mastery
     skills skill knowledge practical complete completion 101 i ii iii 1 2 3`,
  ).split(' '),
);

const maxProposals = 10;
const leastOverlap = 0.6;

/** Cuts a name into stems. */
export function tokenizeLabel(name: SkillName): TokenizedLabel {
  return { skill: name.skill, norm: name.norm, stems: name.norm.split(' ').map(stem) };
}

/**
 * Proposals for words that are no name of a skill, best first, at most ten; the text must be normalised.
 *
 * Confidence, by stated rule: 0.9 when only filler words ("introduction to …") stand beside a name; 0.5 to 0.85 when
 * a name of at least three letters stands in the text as a phrase, growing with the share of the text it makes up;
 * below 0.5 when at least 60 % of the words are shared (Dice). Never 1: words alone are not certain.
 */
export function proposeSkills(norm: string, labels: readonly TokenizedLabel[]): ProposedSkill[] {
  const core = norm.split(' ').filter((word) => !noise.has(word));
  if (core.length === 0) return [];
  const coreText = core.join(' ');
  const stems = core.map(stem);
  const best = new Map<number, ProposedSkill>();
  for (const label of labels) {
    const confidence = label.norm === coreText ? 0.9 : confidenceOf(label, stems);
    if (confidence === 0 || confidence <= (best.get(label.skill.skillKey)?.confidence ?? 0)) continue;
    best.set(label.skill.skillKey, { ...label.skill, confidence });
  }
  return [...best.values()]
    .sort((a, b) => b.confidence - a.confidence || a.skillKey - b.skillKey)
    .slice(0, maxProposals);
}

function confidenceOf(label: TokenizedLabel, stems: readonly string[]): number {
  if (label.norm.length >= 3 && containsPhrase(stems, label.stems)) {
    return round(0.5 + (0.35 * label.stems.length) / stems.length);
  }
  if (label.stems.length < 2) return 0;
  const shared = label.stems.filter((word) => stems.includes(word)).length;
  const dice = (2 * shared) / (label.stems.length + stems.length);
  return dice >= leastOverlap ? round(dice / 2) : 0;
}

function containsPhrase(text: readonly string[], phrase: readonly string[]): boolean {
  return text.some((_, start) => phrase.every((word, offset) => text[start + offset] === word));
}

/** Plurals meet their singulars; nothing cleverer, since wrong stems join wrong skills ("testing", "test"). */
function stem(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('js')
    ? word.slice(0, -1)
    : word;
}

function round(value: number): number {
  return Math.min(Math.round(value * 100) / 100, 0.85);
}
