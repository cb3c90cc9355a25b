import type { OrgScope } from '#server/platform/scope.ts';
import { loadSkillIndex } from './load-skill-index.ts';
import { describeSkills, ownScheme, searchScheme } from './store.ts';

/** A skill as a picker of employers shows it. */
export interface FoundSkill {
  skillKey: number;
  label: string;
  /** The name that matched, as it is written. */
  matched: string;
  kind: 'label' | 'synonym' | 'uri';
  own: boolean;
  scheme: string;
  joins: string[];
}

/** Skills of the schemes that everybody shares, by name, abbreviation or URI. */
export async function findSharedSkills(text: string, limit: number): Promise<FoundSkill[]> {
  const index = await loadSkillIndex();
  const named = index.byUri(text);
  const hits = named
    ? [{ ...named, matched: text, kind: 'uri' as const }]
    : index.search(text.slice(0, 80), limit);
  const described = await describeSkills(hits.map((hit) => hit.skillKey));
  return hits.map(({ skillKey, label, matched, kind }) => ({
    ...{ skillKey, label, matched, kind, own: false },
    ...(described.get(skillKey) ?? { scheme: '', joins: [] }),
  }));
}

/** Skills that the organisation made itself; nobody else sees them in a picker. */
export async function findOwnSkills(scope: OrgScope, text: string, limit: number): Promise<FoundSkill[]> {
  const rows = await searchScheme(ownScheme(scope.organizationId), text, limit);
  return rows.map(({ key, label, scheme }) => ({
    ...{ skillKey: key, label, matched: label, kind: 'label' as const },
    ...{ own: true, scheme: scheme.name, joins: [] },
  }));
}
