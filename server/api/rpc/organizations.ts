import { createOrganization, listMemberships } from '#server/organizations/index.ts';
import { createOrganizationInput, organizationOutput } from '#server/organizations/schemas.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { accountProcedure, orgProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

/** Names are taken for good, so one person founds only so many a day. */
const foundingRate = { name: 'organization', points: 20, seconds: 86_400 };

export const organizationsRouter = t.router({
  mine: accountProcedure.output(organizationOutput.array()).query(({ ctx }) => listMemberships(ctx.account)),
  create: accountProcedure
    .input(createOrganizationInput)
    .output(organizationOutput)
    .mutation(async ({ ctx, input }) => {
      await takePoint(foundingRate, ctx.account.accountId);
      return createOrganization(ctx.account, input);
    }),
  get: orgProcedure('organization:read')
    .output(organizationOutput)
    .query(({ ctx }) => ctx.organization),
});
