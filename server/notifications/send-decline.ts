import { findAccount } from '#server/accounts/index.ts';
import { findDeclineToTell, markDeclineTold } from '#server/applications/index.ts';
import { env } from '#server/platform/env.ts';
import { canSendMail, sendMail } from '#server/platform/mail.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { wordDecline } from './core/decline-words.ts';
import { notify } from './notify-account.ts';

/**
 * Tells a candidate of a decline whose hour has come, in their bell and by mail. Nothing leaves when it was taken back, when it was told already,
 * or when the candidate withdrew. Throws when the mail does not leave: the queue then tries again. Between the mail
 * and its note a crash sends it twice; the other order would lose it.
 */
export async function sendDecline(candidateId: string, applicationId: string, now: Date): Promise<void> {
  const scope = candidateScope(candidateId);
  const news = await findDeclineToTell(scope, applicationId, now);
  if (!news) return;
  const href = '/applications';
  const { jobTitle: job, employer: organization } = news;
  await notify({
    ...{ accountId: candidateId, key: `declined:${applicationId}`, href, at: now },
    news: { kind: 'application-declined', job, organization },
  });
  if (!canSendMail()) return;
  const account = await findAccount(accountScope(candidateId));
  if (account !== null) {
    const link = new URL(href, env().NEXTAUTH_URL).href;
    await sendMail({ to: account.email, ...wordDecline(news), link });
  }
  await markDeclineTold(scope, applicationId, now);
}
