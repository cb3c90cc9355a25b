import { z } from 'zod';
import {
  checkBadge,
  decideProposal,
  dismissItems,
  getCard,
  getProof,
  getWallet,
  getWalletOverview,
  listImports,
  listSharing,
  listWalletPage,
  readSubmission,
  receiveImport,
  removeCredential,
  requestRecheck,
  sharePublicly,
  showOnProfile,
} from '#server/credentials/index.ts';
import {
  cardOutput,
  credentialIdInput,
  credentialOutput,
  decideProposalInput,
  dismissInput,
  importForm,
  importItemOutput,
  onProfileInput,
  proofInput,
  proofOutput,
  publicLinkInput,
  reportOutput,
  walletOutput,
  walletOverviewOutput,
  walletPageInput,
  walletPageOutput,
} from '#server/credentials/schemas.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { checkRate } from '../check-rate.ts';
import { candidateProcedure, publicProcedure } from '../procedures.ts';
import { admitReader } from '../proof-access.ts';
import { t } from '../trpc.ts';

const importRate = { name: 'import', points: 500, seconds: 3_600 };
const recheckRate = { name: 'recheck', points: 300, seconds: 900 };
const email = z.email().nullable().catch(null);

export const credentialsRouter = t.router({
  wallet: candidateProcedure.output(walletOutput).query(({ ctx }) => getWallet(ctx.scope)),
  walletOverview: candidateProcedure
    .output(walletOverviewOutput)
    .query(({ ctx }) => getWalletOverview(ctx.scope, ctx.now)),
  walletPage: candidateProcedure
    .input(walletPageInput)
    .output(walletPageOutput)
    .query(({ ctx, input }) => listWalletPage(ctx.scope, input, ctx.now)),
  import: candidateProcedure
    .input(importForm)
    .output(z.object({ id: z.uuid() }))
    .mutation(async ({ ctx, input }) => {
      await takePoint(importRate, ctx.account.accountId);
      return receiveImport(ctx.scope, await readSubmission(input));
    }),
  imports: candidateProcedure.output(importItemOutput.array()).query(({ ctx }) => listImports(ctx.scope)),
  dismissImports: candidateProcedure
    .input(dismissInput)
    .mutation(({ ctx, input }) => dismissItems(ctx.scope, input.id)),
  recheck: candidateProcedure.input(credentialIdInput).mutation(async ({ ctx, input }) => {
    await takePoint(recheckRate, ctx.account.accountId);
    return requestRecheck(ctx.scope, input.id);
  }),
  remove: candidateProcedure
    .input(credentialIdInput)
    .mutation(({ ctx, input }) => removeCredential(ctx.scope, input.id)),
  share: candidateProcedure
    .input(publicLinkInput)
    .mutation(({ ctx, input }) => sharePublicly(ctx.scope, input.id, input.publicLink)),
  sharing: candidateProcedure.output(credentialOutput.array()).query(({ ctx }) => listSharing(ctx.scope)),
  showOnProfile: candidateProcedure
    .input(onProfileInput)
    .mutation(({ ctx, input }) => showOnProfile(ctx.scope, input.id, input.onProfile)),
  card: publicProcedure
    .input(proofInput)
    .output(cardOutput)
    .query(({ ctx, input }) => getCard(input.candidateId, input.credentialId, ctx.now)),
  decideProposal: candidateProcedure
    .input(decideProposalInput)
    .mutation(({ ctx, input }) =>
      decideProposal(ctx.scope, input.id, input.skillKey, input.decision, ctx.now),
    ),
  proof: publicProcedure
    .input(proofInput)
    .output(proofOutput)
    .query(async ({ ctx, input }) => {
      const reader = await admitReader(ctx.person, input);
      return getProof(input.candidateId, input.credentialId, reader, ctx.now);
    }),
  check: publicProcedure
    .input(importForm)
    .output(reportOutput)
    .mutation(async ({ ctx, input }) => {
      await takePoint(checkRate, ctx.person?.accountId ?? ctx.address);
      return checkBadge(await readSubmission(input), email.parse(input.get('email') || null), ctx.now);
    }),
});
