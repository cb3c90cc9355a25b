import { dataSkills } from './starter/data.ts';
import { energySkills } from './starter/energy.ts';
import { healthSkills } from './starter/health.ts';
import { infrastructureSkills } from './starter/infrastructure.ts';
import { officeSkills } from './starter/office.ts';
import { softwareSkills } from './starter/software.ts';
import type { StarterEntry } from './starter/starter-entry.ts';
import { tradesSkills } from './starter/trades.ts';

/** The part of working life a starter skill is listed under. */
export type SkillArea = 'software' | 'data' | 'infrastructure' | 'health' | 'energy' | 'trades' | 'office';

/** One concept of the starter scheme; `id` and `broader` are URNs, `sameAs` canonical URIs of other schemes. */
export type StarterSkill = {
  id: string;
  label: string;
  synonyms: readonly string[];
  area: SkillArea;
  broader?: string;
  sameAs: readonly string[];
};

/** The starter scheme itself: the row that `skill_scheme` holds. Raise `version` with every change of a concept. */
export const starterScheme = {
  id: 'assay-starter',
  name: 'Assay starter skills',
  version: '1',
  licence: 'Apache-2.0',
  attribution:
    'Written for Assay. Links to ESCO and O*NET are facts about identity; no text of theirs is included.',
} as const;

/**
 * All skills of the starter scheme, in a fixed order.
 *
 * Knowing a subject and applying it are one skill here (the level tells them apart), so a skill may be the same as
 * both an ESCO knowledge concept and the matching ESCO skill.
 */
export const starterSkills: readonly StarterSkill[] = [
  ...toSkills('software', softwareSkills),
  ...toSkills('data', dataSkills),
  ...toSkills('infrastructure', infrastructureSkills),
  ...toSkills('health', healthSkills),
  ...toSkills('energy', energySkills),
  ...toSkills('trades', tradesSkills),
  ...toSkills('office', officeSkills),
];

/** The URN of a starter skill from its slug. */
function starterUrn(slug: string): string {
  return `urn:assay:skill:${slug}`;
}

function toSkills(area: SkillArea, entries: readonly StarterEntry[]): StarterSkill[] {
  return entries.map((entry) => ({
    id: starterUrn(entry.slug),
    label: entry.label,
    synonyms: entry.synonyms,
    area,
    ...(entry.broader === undefined ? {} : { broader: starterUrn(entry.broader) }),
    sameAs: entry.sameAs,
  }));
}
