import { normaliseLabel } from './normalise-label.ts';
import { proposeSkills, type TokenizedLabel, tokenizeLabel } from './propose-skills.ts';
import type { SkillName } from './skill-name.ts';
import type { ProposedSkill, ResolvedSkill, SkillResolver } from './skill-resolver.ts';
import { canonicalSkillUri } from './skill-uri.ts';
import { buildTypeAhead, type SkillHit } from './type-ahead.ts';

/** A skill as the index takes it in: its number, its URI in its scheme, its names, and the URIs it is the same as. */
export type IndexedSkill = {
  skillKey: number;
  uri: string;
  label: string;
  synonyms: readonly string[];
  sameAs: readonly string[];
};

/** Look-ups over a fixed set of skills: a resolver for credentials, and type-ahead for pickers. */
export type SkillIndex = SkillResolver & {
  /** Type-ahead, best first, at most `limit` skills, each once. Empty query, no hits. */
  search(query: string, limit: number): SkillHit[];
  /** The number under which a skill counts; another one when it was joined to the same skill of another scheme. */
  joinedKey(skillKey: number): number | null;
};

/**
 * Builds the look-ups. The order of `skills` does not matter.
 *
 * Skills that are the same by `sameAs` are joined and answer as the one with the lowest key, so that loading one more
 * scheme later never moves a skill that is already in use; the names of all of them lead to it.
 */
export function buildSkillIndex(skills: readonly IndexedSkill[]): SkillIndex {
  const sorted = [...skills].sort((a, b) => a.skillKey - b.skillKey);
  const { uriOwner, heads } = joinSkills(sorted);
  const names = collectNames(sorted, heads);
  const exact = groupByNorm(names);
  const tokenized: TokenizedLabel[] = names.map(tokenizeLabel);
  const typeAhead = buildTypeAhead(names);
  return {
    byUri: (uri) => {
      const canonical = canonicalSkillUri(uri);
      return (canonical === null ? undefined : uriOwner.get(canonical)) ?? null;
    },
    byLabel: (text) => resolveLabel(text, exact, tokenized),
    search: typeAhead,
    joinedKey: (skillKey) => heads.get(skillKey)?.skillKey ?? null,
  };
}

/** Union by lowest key: walking up the keys, a skill joins the group that already owns one of its URIs. */
function joinSkills(sorted: readonly IndexedSkill[]) {
  const parent = new Map<number, number>(sorted.map((skill) => [skill.skillKey, skill.skillKey]));
  const find = (key: number): number => {
    let root = key;
    for (let next = parent.get(root) ?? root; next !== root; next = parent.get(root) ?? root) root = next;
    parent.set(key, root);
    return root;
  };
  const firstKey = new Map<string, number>();
  for (const skill of sorted) {
    for (const uri of urisOf(skill)) {
      const [one, other] = [find(skill.skillKey), find(firstKey.get(uri) ?? skill.skillKey)];
      parent.set(Math.max(one, other), Math.min(one, other));
      if (!firstKey.has(uri)) firstKey.set(uri, skill.skillKey);
    }
  }
  const own = new Map<number, ResolvedSkill>(
    sorted.map(({ skillKey, label, uri }) => [skillKey, { skillKey, label, uri }]),
  );
  const heads = new Map<number, ResolvedSkill>();
  for (const skill of sorted) {
    const head = own.get(find(skill.skillKey));
    if (head) heads.set(skill.skillKey, head);
  }
  const uriOwner = new Map<string, ResolvedSkill>();
  for (const [uri, key] of firstKey) {
    const head = heads.get(key);
    if (head) uriOwner.set(uri, head);
  }
  return { uriOwner, heads };
}

function urisOf(skill: IndexedSkill): string[] {
  return [skill.uri, ...skill.sameAs].flatMap((uri) => canonicalSkillUri(uri) ?? []);
}

function collectNames(
  sorted: readonly IndexedSkill[],
  heads: ReadonlyMap<number, ResolvedSkill>,
): SkillName[] {
  const seen = new Set<string>();
  const names: SkillName[] = [];
  for (const skill of sorted) {
    const head = heads.get(skill.skillKey);
    if (!head) continue;
    for (const text of [skill.label, ...skill.synonyms]) {
      const norm = normaliseLabel(text);
      const key = `${head.skillKey} ${norm}`;
      if (norm === '' || seen.has(key)) continue;
      seen.add(key);
      const isLabel = skill.skillKey === head.skillKey && text === skill.label;
      names.push({ skill: head, text, norm, kind: isLabel ? 'label' : 'synonym' });
    }
  }
  return names;
}

function groupByNorm(names: readonly SkillName[]): ReadonlyMap<string, readonly SkillName[]> {
  const groups = new Map<string, SkillName[]>();
  for (const name of names) {
    const group = groups.get(name.norm);
    if (group) group.push(name);
    else groups.set(name.norm, [name]);
  }
  return groups;
}

/** A name shared by several skills proposes them all and is never certain. */
const sharedNameConfidence = 0.7;

function resolveLabel(
  text: string,
  exact: ReadonlyMap<string, readonly SkillName[]>,
  tokenized: readonly TokenizedLabel[],
): ProposedSkill[] {
  const norm = normaliseLabel(text);
  if (norm === '') return [];
  const found = exact.get(norm);
  if (!found) return proposeSkills(norm, tokenized);
  const labelFirst = [...found].sort(
    (a, b) => Number(b.kind === 'label') - Number(a.kind === 'label') || a.skill.skillKey - b.skill.skillKey,
  );
  const confidence = found.length === 1 ? 1 : sharedNameConfidence;
  return labelFirst.map(({ skill }) => ({ ...skill, confidence }));
}
