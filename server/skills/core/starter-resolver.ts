import { buildSkillIndex, type IndexedSkill, type SkillIndex } from './skill-index.ts';
import { starterSkills } from './starter-scheme.ts';

/**
 * The starter scheme with numbers of its own (1, 2, …): for tools without a database. The numbers are those of no
 * database and must not be stored.
 */
export function listStarterSkills(): IndexedSkill[] {
  return starterSkills.map((skill, position) => ({
    skillKey: position + 1,
    uri: skill.id,
    label: skill.label,
    synonyms: skill.synonyms,
    sameAs: skill.sameAs,
  }));
}

/** A resolver over the starter scheme alone, for the command line. */
export const starterResolver: SkillIndex = buildSkillIndex(listStarterSkills());
