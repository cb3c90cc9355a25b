import { createOrganization, listMemberships } from '#server/organizations/index.ts';
import { createOrganizationInput, organizationOutput } from '#server/organizations/schemas.ts';
import { accountProcedure, orgProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const organizationsRouter = t.router({
  mine: accountProcedure.output(organizationOutput.array()).query(({ ctx }) => listMemberships(ctx.account)),
  create: accountProcedure
    .input(createOrganizationInput)
    .output(organizationOutput)
    .mutation(({ ctx, input }) => createOrganization(ctx.account, input)),
  get: orgProcedure('organization:read')
    .output(organizationOutput)
    .query(({ ctx }) => ctx.organization),
});
