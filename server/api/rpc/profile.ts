import {
  blockOrganization,
  getOwnPage,
  getProfile,
  getPublicPage,
  removeBlock,
  removeStatedSkill,
  renewPage,
  stateSkill,
  updateCandidate,
} from '#server/candidates/index.ts';
import {
  blockInput,
  noticeMailInput,
  ownPageOutput,
  profileOutput,
  publicPageInput,
  publicPageOutput,
  statedSkillInput,
  unblockInput,
  updateProfileInput,
} from '#server/candidates/schemas.ts';
import { accountScope } from '#server/platform/scope.ts';
import { candidateProcedure, publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const profileRouter = t.router({
  get: candidateProcedure.output(profileOutput).query(({ ctx }) => getProfile(ctx.scope)),
  update: candidateProcedure
    .input(updateProfileInput)
    .mutation(({ ctx, input }) => updateCandidate(ctx.scope, input)),
  setNoticeMail: candidateProcedure
    .input(noticeMailInput)
    .mutation(({ ctx, input }) => updateCandidate(ctx.scope, input)),
  page: candidateProcedure.output(ownPageOutput).query(({ ctx }) => getOwnPage(ctx.scope)),
  renewPage: candidateProcedure.output(ownPageOutput).mutation(({ ctx }) => renewPage(ctx.scope)),
  publicPage: publicProcedure
    .input(publicPageInput)
    .output(publicPageOutput)
    .query(({ ctx, input }) => getPublicPage(ctx.person && accountScope(ctx.person.accountId), input.handle)),
  stateSkill: candidateProcedure
    .input(statedSkillInput)
    .mutation(({ ctx, input }) => stateSkill(ctx.scope, input.skillKey)),
  unstateSkill: candidateProcedure
    .input(statedSkillInput)
    .mutation(({ ctx, input }) => removeStatedSkill(ctx.scope, input.skillKey)),
  block: candidateProcedure
    .input(blockInput)
    .mutation(({ ctx, input }) => blockOrganization(ctx.scope, input.slug)),
  unblock: candidateProcedure
    .input(unblockInput)
    .mutation(({ ctx, input }) => removeBlock(ctx.scope, input.organizationId)),
});
