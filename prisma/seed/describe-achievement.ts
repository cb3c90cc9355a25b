import type { Achievement } from '#server/issuing/index.ts';
import { starterSkills } from '#server/skills/core/starter-scheme.ts';
import type { AlignedSkill } from './plan.ts';
import type { PlannedCredential } from './plan-wallets.ts';
import { chanceOf } from './random.ts';

const skillById = new Map(starterSkills.map((skill) => [skill.id, skill]));

/** A skill of the starter scheme by the end of its id. */
export function starterSkill(slug: string) {
  const skill = skillById.get(`urn:assay:skill:${slug}`);
  if (!skill) throw new Error(`The plan names a skill that is not in the starter scheme: ${slug}`);
  return skill;
}

/** Issuers point at ESCO where it has the concept, else at the scheme that they share with us. */
function align([slug, level]: AlignedSkill, levels: boolean) {
  const { id, label, sameAs } = starterSkill(slug);
  const esco = sameAs.find((uri) => uri.includes('/esco/skill/'));
  return { name: label, uri: esco ?? id, level: levels ? level : null };
}

/** What a planned credential says: only reviewed work, examinations and licences show levels. */
export function describeAchievement({ key, achievement, owner }: PlannedCredential): Achievement {
  const { proof, kind = 'Badge', title, description, criteria, skills, tags = [] } = achievement;
  const levels = proof === 'exam' || proof === 'reviewed' || proof === 'licence';
  const chance = chanceOf(`${owner} ${key} result`);
  const person = owner.split('@')[0] ?? '';
  const work = { id: `https://work.example/${key}/${person}`, name: `Reviewed work: ${title}` };
  const percent = { kind: 'percent' as const, value: String(chance.between(68, 98)) };
  const passed = { kind: 'statement' as const, value: 'Passed' };
  return {
    key,
    type: kind,
    title,
    description,
    criteria,
    skills: skills.map((skill) => align(skill, levels)),
    tags,
    evidence: proof === 'reviewed' ? [work] : [],
    result: proof === 'exam' ? percent : proof === 'quiz' ? passed : null,
  };
}
