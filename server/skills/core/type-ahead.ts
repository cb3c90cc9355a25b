import { normaliseLabel } from './normalise-label.ts';
import type { SkillName } from './skill-name.ts';
import type { ResolvedSkill } from './skill-resolver.ts';

/** A hit of the type-ahead: the skill, the name that matched as it is written, and whether that is its label. */
export type SkillHit = ResolvedSkill & { matched: string; kind: 'label' | 'synonym' };

/** A place in a name where typing may start: its beginning or a word. */
type Entry = { tail: string; atStart: boolean; name: SkillName };

/** Ranks of a match, best first. */
const rank = { exactLabel: 0, exactSynonym: 1, labelStart: 2, labelWord: 3, synonymStart: 4, synonymWord: 5 };

/** One mistyped letter is forgiven from this length on. */
const forgivingLength = 4;

/**
 * Builds the search behind skill pickers.
 *
 * Order: the whole label, a whole synonym ("js"), the start of a label, the start of a word of a label, the start of a
 * synonym, the start of a word of a synonym; within these shorter names first, then by name. When nothing matches,
 * names within one wrong, missing, extra or swapped letter of the query are offered (same first letter).
 */
export function buildTypeAhead(names: readonly SkillName[]): (query: string, limit: number) => SkillHit[] {
  const entries = names.flatMap(entriesOf).sort((a, b) => compareText(a.tail, b.tail));
  return (query, limit) => {
    const norm = normaliseLabel(query);
    if (norm === '' || limit <= 0) return [];
    const found = entriesFrom(entries, norm);
    if (found.length > 0 || norm.length < forgivingLength) return bestHits(found, norm, limit);
    const near = entriesFrom(entries, norm.slice(0, 1)).filter((entry) => startsNearly(entry.tail, norm));
    return bestHits(near, norm, limit);
  };
}

function entriesOf(name: SkillName): Entry[] {
  const entries: Entry[] = [{ tail: name.norm, atStart: true, name }];
  for (let at = name.norm.indexOf(' '); at !== -1; at = name.norm.indexOf(' ', at + 1)) {
    entries.push({ tail: name.norm.slice(at + 1), atStart: false, name });
  }
  return entries;
}

/** Binary search to the first tail that is not before the prefix, then on while it fits. */
function entriesFrom(entries: readonly Entry[], prefix: string): Entry[] {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareText(entries[middle]?.tail ?? '', prefix) < 0) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (entries[end]?.tail.startsWith(prefix)) end += 1;
  return entries.slice(low, end);
}

function bestHits(entries: readonly Entry[], norm: string, limit: number): SkillHit[] {
  const best = new Map<number, { rank: number; name: SkillName }>();
  for (const entry of entries) {
    const candidate = { rank: rankOf(entry, norm), name: entry.name };
    const before = best.get(entry.name.skill.skillKey);
    if (!before || compareHits(candidate, before) < 0) best.set(entry.name.skill.skillKey, candidate);
  }
  return [...best.values()]
    .sort(compareHits)
    .slice(0, limit)
    .map(({ name }) => ({ ...name.skill, matched: name.text, kind: name.kind }));
}

function rankOf(entry: Entry, norm: string): number {
  if (entry.name.kind === 'label') {
    if (entry.name.norm === norm) return rank.exactLabel;
    return entry.atStart ? rank.labelStart : rank.labelWord;
  }
  if (entry.name.norm === norm) return rank.exactSynonym;
  return entry.atStart ? rank.synonymStart : rank.synonymWord;
}

type Ranked = { rank: number; name: SkillName };

function compareHits(a: Ranked, b: Ranked): number {
  return (
    a.rank - b.rank ||
    a.name.norm.length - b.name.norm.length ||
    compareText(a.name.norm, b.name.norm) ||
    a.name.skill.skillKey - b.name.skill.skillKey
  );
}

/** By code units: the same on every machine, unlike a locale's order. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the query is one edit (wrong, missing, extra, swapped letter) away from some beginning of the text. */
function startsNearly(text: string, query: string): boolean {
  let at = 0;
  while (at < query.length && query[at] === text[at]) at += 1;
  const rest = query.slice(at + 1);
  return (
    text.startsWith(rest, at + 1) ||
    text.startsWith(rest, at) ||
    text.startsWith(query.slice(at), at + 1) ||
    (query[at] === text[at + 1] && query[at + 1] === text[at] && text.startsWith(query.slice(at + 2), at + 2))
  );
}
