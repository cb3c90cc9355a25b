import { z } from 'zod';

/** What a person typed into the skill picker. */
export const searchSkillsInput = z.object({
  q: z.string().trim().max(80),
  limit: z.int().min(1).max(20).default(8),
});

/** A skill that matches, with the name that matched. */
export const skillHitOutput = z.object({
  skillKey: z.int(),
  label: z.string(),
  uri: z.string(),
  matched: z.string(),
  kind: z.enum(['label', 'synonym']),
});
export type SkillHitOutput = z.output<typeof skillHitOutput>;

/** A skill of an organisation's own. */
export const ownSkillInput = z.object({
  label: z.string().trim().min(2, 'Use 2 letters at least').max(80, 'Use 80 letters at most'),
});
/** `own` is false when the name belongs to a shared skill, which then is the one. */
export const ownSkillOutput = z.object({ skillKey: z.int(), label: z.string(), own: z.boolean() });
