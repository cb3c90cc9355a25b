import { getIssuer } from '#server/credentials/index.ts';
import { issuerInput, issuerPageOutput } from '#server/credentials/schemas.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

const rate = { name: 'issuer', points: 120, seconds: 300 };

export const issuersRouter = t.router({
  get: publicProcedure
    .input(issuerInput)
    .output(issuerPageOutput)
    .query(async ({ ctx, input }) => {
      await takePoint(rate, ctx.person?.accountId ?? ctx.address);
      return getIssuer(input.id, ctx.now);
    }),
});
