import { z } from 'zod';
import { listDemoAccounts } from '#server/accounts/index.ts';
import { listIssuedCredentials, revokeIssued } from '#server/issuing/index.ts';
import { issuedOutput, revokeInput } from '#server/issuing/schemas.ts';
import { listOutbox } from '#server/platform/mail.ts';
import { demoPeople } from '../demo-people.ts';
import { demoProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

const mailOutput = z.object({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  link: z.string().nullable(),
  createdAt: z.date(),
});

const personOutput = z.object({ id: z.uuid(), name: z.string(), email: z.string(), shows: z.string(), to: z.string() });

export const demoRouter = t.router({
  people: demoProcedure.output(personOutput.array()).query(async () => demoPeople(await listDemoAccounts(12))),
  outbox: demoProcedure.output(mailOutput.array()).query(() => listOutbox(50)),
  issuers: demoProcedure.output(issuedOutput.array()).query(() => listIssuedCredentials(300)),
  revoke: demoProcedure
    .input(revokeInput)
    .mutation(({ ctx, input }) => revokeIssued(input.credentialId, input.reason, ctx.now)),
});
