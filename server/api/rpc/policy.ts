import { listMetIssuers, namePolicy, tryPolicy } from '#server/matching/index.ts';
import {
  metIssuersInput,
  metIssuersOutput,
  policyNamesOutput,
  policyTrialOutput,
  tryPolicyInput,
} from '#server/matching/policy-schemas.ts';
import {
  applyPolicy,
  getPolicy,
  getPolicyVersion,
  listPolicies,
  restorePolicy,
} from '#server/organizations/index.ts';
import {
  applyPolicyInput,
  policyHistoryInput,
  policyHistoryOutput,
  policyVersionInput,
  policyVersionOutput,
  restorePolicyInput,
} from '#server/organizations/schemas.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { orgProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

/** A dry run counts everybody in every open job twice. */
const trialRate = { name: 'policy-trial', points: 60, seconds: 600 };

export const policyRouter = t.router({
  get: orgProcedure('organization:read')
    .output(policyVersionOutput)
    .query(({ ctx }) => getPolicy(ctx.scope)),
  names: orgProcedure('organization:read')
    .output(policyNamesOutput)
    .query(({ ctx }) => namePolicy(ctx.scope)),
  metIssuers: orgProcedure('candidates:read')
    .input(metIssuersInput)
    .output(metIssuersOutput)
    .query(({ ctx, input }) => listMetIssuers(ctx.scope, input)),
  version: orgProcedure('organization:read')
    .input(policyVersionInput)
    .output(policyVersionOutput)
    .query(({ ctx, input }) => getPolicyVersion(ctx.scope, input.version)),
  history: orgProcedure('organization:read')
    .input(policyHistoryInput)
    .output(policyHistoryOutput)
    .query(({ ctx, input }) => listPolicies(ctx.scope, input.cursor ?? null)),
  // A mutation by its method only: a whole policy is too long for an address, and nothing of it may be cached.
  dryRun: orgProcedure('candidates:read')
    .input(tryPolicyInput)
    .output(policyTrialOutput)
    .mutation(async ({ ctx, input }) => {
      await takePoint(trialRate, ctx.account.accountId);
      return tryPolicy(ctx.scope, input.policy, ctx.now);
    }),
  put: orgProcedure('policy:write')
    .input(applyPolicyInput)
    .output(policyVersionOutput)
    .mutation(({ ctx, input }) => applyPolicy(ctx.scope, input, ctx.now)),
  restore: orgProcedure('policy:write')
    .input(restorePolicyInput)
    .output(policyVersionOutput)
    .mutation(({ ctx, input }) => restorePolicy(ctx.scope, input, ctx.now)),
});
