import { z } from 'zod';
import { takePoint } from '#server/platform/rate-limit.ts';
import { eraseAccount, listExports, requestExport } from '#server/privacy/index.ts';
import { dataExportOutput, eraseInput } from '#server/privacy/schemas.ts';
import { accountProcedure, candidateProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

/** Archives cost time and room. */
const exportRate = { name: 'export', points: 5, seconds: 86_400 };
const eraseRate = { name: 'erase', points: 10, seconds: 3_600 };

export const privacyRouter = t.router({
  exports: candidateProcedure
    .output(dataExportOutput.array())
    .query(({ ctx }) => listExports(ctx.scope, ctx.now)),
  requestExport: candidateProcedure.output(z.object({ id: z.uuid() })).mutation(async ({ ctx }) => {
    await takePoint(exportRate, ctx.person.accountId);
    return requestExport(ctx.scope, ctx.now);
  }),
  erase: accountProcedure
    .input(eraseInput)
    .output(z.void())
    .mutation(async ({ ctx, input }) => {
      await takePoint(eraseRate, ctx.person.accountId);
      await eraseAccount(ctx.account, input.email, ctx.now);
    }),
});
