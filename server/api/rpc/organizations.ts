import { countOpenJobs } from '#server/jobs/index.ts';
import { createOrganization, getActivePolicy, listMemberships } from '#server/organizations/index.ts';
import { createOrganizationInput, organizationOutput, railOutput } from '#server/organizations/schemas.ts';
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
  rail: orgProcedure('organization:read')
    .output(railOutput)
    .query(async ({ ctx }) => {
      const [jobs, policy] = await Promise.all([
        countOpenJobs(ctx.scope),
        getActivePolicy(ctx.scope.organizationId),
      ]);
      return { jobs, policyVersion: policy.version };
    }),
});
