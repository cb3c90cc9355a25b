import { findAccount } from '#server/accounts/index.ts';
import { findToldStage } from '#server/applications/index.ts';
import { findCandidate } from '#server/candidates/index.ts';
import { env } from '#server/platform/env.ts';
import { canSendMail, sendMail } from '#server/platform/mail.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { wordStage } from './core/stage-words.ts';
import { notify } from './notify-account.ts';
import { dropNotifications, isMailDue, markMailed } from './store/notifications.ts';

const href = '/applications';
/** Older news is in the bell; a mail about it would only be late. */
const mailWithinMs = 3 * 86_400_000;

/**
 * Tells a candidate where their application is now, once a stage; what was told and undone goes from the bell. With
 * `byMail` it leaves by mail, too, unless that happened, is not wanted, or is old.
 */
export async function tellStage(
  { candidateId, applicationId, byMail }: { candidateId: string; applicationId: string; byMail: boolean },
  now: Date,
): Promise<void> {
  const scope = candidateScope(candidateId);
  const account = accountScope(candidateId);
  const told = await findToldStage(scope, applicationId, now);
  if (!told) return;
  const key = `stage:${applicationId}:${told.since.toISOString()}`;
  await dropNotifications(account, { startsWith: `stage:${applicationId}:`, gt: key });
  // A decline is told by its own task, at its own hour.
  if (!told.isMove) return;
  const { stage, job, organization } = told;
  const news = { kind: 'stage-moved', job, organization, stage } as const;
  await notify({ accountId: candidateId, key, href, news, at: told.since });
  if (!byMail || !canSendMail() || now.getTime() - told.since.getTime() > mailWithinMs) return;
  const [person, candidate] = await Promise.all([findAccount(account), findCandidate(scope)]);
  if (!person || !candidate?.noticeMail || !(await isMailDue(account, key))) return;
  const link = new URL(href, env().NEXTAUTH_URL).href;
  // The queue hands a task to one worker; after a crash between the two the mail leaves twice, and is not lost.
  await sendMail({ to: person.email, ...wordStage(told), link });
  await markMailed(account, key, now);
}
