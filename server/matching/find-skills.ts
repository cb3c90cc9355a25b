import type { OrgScope } from '#server/platform/scope.ts';
import { findOwnSkills, findSharedSkills } from '#server/skills/index.ts';
import { countSkillHolders } from './measure-market.ts';
import type { FoundSkillOutput } from './schemas.ts';

/**
 * Skills for the picker of a posting, by any of their names, an abbreviation or a URI in any spelling; the same skill of
 * several schemes is one. Skills of the organisation itself come last.
 */
export async function findSkills(
  scope: OrgScope,
  { q, limit }: { q: string; limit: number },
  now: Date,
): Promise<FoundSkillOutput[]> {
  if (q === '') return [];
  const [shared, own] = await Promise.all([findSharedSkills(q, limit), findOwnSkills(scope, q, limit)]);
  const found = [...shared, ...own].slice(0, limit);
  const people = await countSkillHolders(
    scope,
    found.map((skill) => skill.skillKey),
    now,
  );
  return found.map((skill) => ({ ...skill, people: people.get(skill.skillKey) as number | null }));
}
