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
