import { findSkills } from '#server/matching/index.ts';
import { findSkillsInput, foundSkillOutput } from '#server/matching/schemas.ts';
import { makeOwnSkill, searchSkills } from '#server/skills/index.ts';
import { ownSkillInput, ownSkillOutput, searchSkillsInput, skillHitOutput } from '#server/skills/schemas.ts';
import { orgProcedure, publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const skillsRouter = t.router({
  search: publicProcedure
    .input(searchSkillsInput)
    .output(skillHitOutput.array())
    .query(({ input }) => searchSkills(input.q, input.limit)),
  find: orgProcedure('jobs:write')
    .input(findSkillsInput)
    .output(foundSkillOutput.array())
    .query(({ ctx, input }) => findSkills(ctx.scope, input, ctx.now)),
  makeOwn: orgProcedure('jobs:write')
    .input(ownSkillInput)
    .output(ownSkillOutput)
    .mutation(({ ctx, input }) => makeOwnSkill(ctx.scope, ctx.organization.name, input.label)),
});
