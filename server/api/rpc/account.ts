import { z } from 'zod';
import { normalizeAddress } from '#server/accounts/core/address.ts';
import {
  addAddress,
  confirmAddress,
  deleteSessions,
  findAccount,
  listAddresses,
  listProvenDids,
  openDidChallenge,
  removeAddress,
  removeDid,
} from '#server/accounts/index.ts';
import {
  addAddressInput,
  addressIdInput,
  addressOutput,
  confirmAddressInput,
  didChallengeOutput,
  didInput,
  proveDidInput,
  provenDidOutput,
} from '#server/accounts/schemas.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { proveDid } from '#server/presentations/index.ts';
import { accountProcedure, publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

const proveRate = { name: 'did-prove', points: 30, seconds: 3_600 };

export const accountRouter = t.router({
  addresses: accountProcedure.output(addressOutput.array()).query(async ({ ctx }) => {
    const [account, addresses] = await Promise.all([findAccount(ctx.account), listAddresses(ctx.account)]);
    const primary = account && normalizeAddress(account.email);
    return addresses.map((entry) => ({ ...entry, isPrimary: entry.normalized === primary }));
  }),
  addAddress: accountProcedure
    .input(addAddressInput)
    .mutation(({ ctx, input }) => addAddress(ctx.account, input.address, ctx.now)),
  confirmAddress: publicProcedure
    .input(confirmAddressInput)
    .output(z.object({ address: z.string() }))
    .mutation(({ ctx, input }) => confirmAddress(input.token, ctx.now)),
  removeAddress: accountProcedure
    .input(addressIdInput)
    .mutation(({ ctx, input }) => removeAddress(ctx.account, input.id)),
  dids: accountProcedure.output(provenDidOutput.array()).query(({ ctx }) => listProvenDids(ctx.account)),
  openDidChallenge: accountProcedure
    .output(didChallengeOutput)
    .mutation(({ ctx }) => openDidChallenge(ctx.account, ctx.now)),
  proveDid: accountProcedure
    .input(proveDidInput)
    .output(didInput)
    .mutation(async ({ ctx, input }) => {
      await takePoint(proveRate, ctx.account.accountId);
      return proveDid(ctx.account, input, ctx.now);
    }),
  removeDid: accountProcedure.input(didInput).mutation(({ ctx, input }) => removeDid(ctx.account, input.did)),
  signOutEverywhere: accountProcedure
    .output(z.object({ ended: z.int() }))
    .mutation(async ({ ctx }) => ({ ended: await deleteSessions(ctx.account) })),
});
