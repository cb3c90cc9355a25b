import { z } from 'zod';
import { listDemoAccounts } from '#server/accounts/index.ts';
import { listIssuedCredentials, revokeIssued } from '#server/issuing/index.ts';
import { issuedOutput, revokeInput } from '#server/issuing/schemas.ts';
import { computeSample } from '#server/matching/core/sample-ranking.ts';
import { listOutbox } from '#server/platform/mail.ts';
import { demoPeople } from '../demo-people.ts';
import { demoProcedure, publicProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

const mailOutput = z.object({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  action: z.string().nullable(),
  createdAt: z.date(),
});

const personOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  shows: z.string(),
  to: z.string(),
});

const sampleRow = z.object({
  name: z.string(),
  rank: z.int(),
  points: z.number(),
  segments: z
    .object({
      label: z.string(),
      weight: z.int(),
      must: z.boolean(),
      status: z.enum(['met', 'partly', 'unmet', 'unknown']),
      share: z.number(),
    })
    .array(),
});

export const demoRouter = t.router({
  sample: publicProcedure
    .output(z.object({ before: sampleRow.array(), after: sampleRow.array() }))
    .query(({ ctx }) => ({ before: computeSample(false, ctx.now), after: computeSample(true, ctx.now) })),
  people: demoProcedure
    .output(personOutput.array())
    .query(async () => demoPeople(await listDemoAccounts(12))),
  outbox: demoProcedure.output(mailOutput.array()).query(() => listOutbox(50)),
  issuers: demoProcedure.output(issuedOutput.array()).query(() => listIssuedCredentials(300)),
  revoke: demoProcedure
    .input(revokeInput)
    .mutation(({ ctx, input }) => revokeIssued(input.credentialId, input.reason, ctx.now)),
});
