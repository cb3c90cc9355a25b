import type { ResolvedSkill } from './skill-resolver.ts';

/** One name of one joined skill: as it is written, and its normal form. */
export type SkillName = { skill: ResolvedSkill; text: string; norm: string; kind: 'label' | 'synonym' };
