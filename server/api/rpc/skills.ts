import { searchSkills } from '#server/skills/index.ts';
import { searchSkillsInput, skillHitOutput } from '#server/skills/schemas.ts';
import { publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const skillsRouter = t.router({
  search: publicProcedure
    .input(searchSkillsInput)
    .output(skillHitOutput.array())
    .query(({ input }) => searchSkills(input.q, input.limit)),
});
