import { z } from 'zod';
import { normalizeAddress } from '#server/accounts/core/address.ts';
import {
  addAddress,
  confirmAddress,
  deleteSessions,
  findAccount,
  listAddresses,
  removeAddress,
} from '#server/accounts/index.ts';
import {
  addAddressInput,
  addressIdInput,
  addressOutput,
  confirmAddressInput,
} from '#server/accounts/schemas.ts';
import { accountProcedure, publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

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
  signOutEverywhere: accountProcedure
    .output(z.object({ ended: z.int() }))
    .mutation(async ({ ctx }) => ({ ended: await deleteSessions(ctx.account) })),
});
