import { z } from 'zod';
import {
  acceptInvitation,
  changeRole,
  getInvitation,
  getTeam,
  inviteMember,
  listAudit,
  removeMember,
  updateOrganization,
  withdrawInvitation,
} from '#server/organizations/index.ts';
import {
  auditInput,
  auditOutput,
  changeRoleInput,
  invitationIdInput,
  invitationOutput,
  invitationTokenInput,
  inviteInput,
  memberIdInput,
  teamOutput,
  updateOrganizationInput,
} from '#server/organizations/schemas.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { accountScope } from '#server/platform/scope.ts';
import { accountProcedure, orgProcedure, publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

/** Tokens cannot be guessed; this keeps anybody from trying. */
const tokenRate = { name: 'invitation', points: 60, seconds: 600 };

export const teamRouter = t.router({
  get: orgProcedure('organization:read')
    .output(teamOutput)
    .query(({ ctx }) => getTeam(ctx.scope, ctx.now)),
  update: orgProcedure('organization:write')
    .input(updateOrganizationInput)
    .mutation(({ ctx, input }) => updateOrganization(ctx.scope, input)),
  invite: orgProcedure('members:write')
    .input(inviteInput)
    .mutation(({ ctx, input }) => inviteMember(ctx.scope, ctx.organization.name, input, ctx.now)),
  withdrawInvitation: orgProcedure('members:write')
    .input(invitationIdInput)
    .mutation(({ ctx, input }) => withdrawInvitation(ctx.scope, input.id)),
  changeRole: orgProcedure('members:write')
    .input(changeRoleInput)
    .mutation(({ ctx, input }) => changeRole(ctx.scope, input.accountId, input.role)),
  remove: orgProcedure('members:write')
    .input(memberIdInput)
    .mutation(({ ctx, input }) => removeMember(ctx.scope, input.accountId)),
  leave: orgProcedure('organization:read').mutation(({ ctx }) =>
    removeMember(ctx.scope, ctx.account.accountId),
  ),
  audit: orgProcedure('audit:read')
    .input(auditInput)
    .output(auditOutput)
    .query(({ ctx, input }) => listAudit(ctx.scope, input)),
  invitation: publicProcedure
    .input(invitationTokenInput)
    .output(invitationOutput)
    .query(async ({ ctx, input }) => {
      await takePoint(tokenRate, ctx.person?.accountId ?? ctx.address);
      const scope = ctx.person ? accountScope(ctx.person.accountId) : null;
      return getInvitation(scope, input.token, ctx.now);
    }),
  accept: accountProcedure
    .input(invitationTokenInput)
    .output(z.object({ slug: z.string() }))
    .mutation(async ({ ctx, input }) => {
      await takePoint(tokenRate, ctx.account.accountId);
      return acceptInvitation(ctx.account, input.token, ctx.now);
    }),
});
