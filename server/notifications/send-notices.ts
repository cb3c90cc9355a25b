import { findAccount } from '#server/accounts/index.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { log } from '#server/platform/log.ts';
import { canSendMail, sendMail } from '#server/platform/mail.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { type NoticeKind, reminderWindows, silentDays, wordNotice } from './core/notices.ts';
import {
  claimNotice,
  findWithdrawn,
  listEnding,
  listSilent,
  markSent,
  type Noticeable,
  releaseNotice,
} from './store.ts';

const dayMs = 86_400_000;
const claimMs = 10 * 60_000;
const pageSize = 200;
const mostAtOnce = 5_000;
const mostFailures = 5;

/** How many mails left, and how many did not. */
export interface SentNotices {
  sent: number;
  failed: number;
}

/**
 * Reminds holders of what ends within 90, 30 and 7 days, and tells of issuers that have not answered for a week. Each
 * mail leaves once, whoever runs this and however often; after a fault it is tried again.
 */
export async function sendDueNotices(now: Date): Promise<SentNotices> {
  const done: SentNotices = { sent: 0, failed: 0 };
  if (!canSendMail()) return done;
  for (const window of reminderWindows(now))
    await sendAll(window.kind, () => listEnding(window, now, pageSize), now, done);
  const before = new Date(now.getTime() - silentDays * dayMs);
  await sendAll('unreachable', () => listSilent(before, now, pageSize), now, done);
  if (done.sent + done.failed > 0) log.info({ event: 'notices.sent', ...done }, 'told holders');
  return done;
}

/**
 * Tells the holder that an issuer withdrew a credential or put it on hold, unless that is over or was told. Throws
 * when the mail does not leave, or somebody else is just sending it: the queue then tries again.
 */
export async function sendWithdrawal(
  candidateId: string,
  credentialId: string,
  kind: 'revoked' | 'suspended',
  now: Date,
): Promise<void> {
  if (!canSendMail()) return;
  const scope = candidateScope(candidateId);
  const notice = await findWithdrawn(scope, credentialId, kind);
  if (!notice) return;
  try {
    if ((await sendOnce(kind, notice, now)) === 'taken')
      throw new Error('the notice is being sent elsewhere');
  } catch (error) {
    if (error instanceof AppError) await releaseNotice(scope, { credentialId, kind, about: notice.about });
    throw error;
  }
}

/** Pages by what is left: what was sent or claimed is no longer listed. Gives up when nothing leaves any more. */
async function sendAll(
  kind: NoticeKind,
  list: () => Promise<Noticeable[]>,
  now: Date,
  done: SentNotices,
): Promise<void> {
  let failedInARow = 0;
  for (let seen = 0; seen < mostAtOnce && failedInARow < mostFailures; ) {
    const page = await list();
    if (page.length === 0) return;
    seen += page.length;
    for (const notice of page) {
      if (failedInARow >= mostFailures) return;
      try {
        done.sent += (await sendOnce(kind, notice, now)) === 'sent' ? 1 : 0;
        failedInARow = 0;
      } catch (error) {
        // One address that no server takes must not keep the others from their mail.
        done.failed += 1;
        failedInARow += 1;
        const words = error instanceof Error ? error.message : 'unknown';
        log.warn({ event: 'notice.failed', kind, error: words }, 'a notice did not leave');
      }
    }
  }
}

type Outcome = 'sent' | 'taken' | 'nobody';

/** Claims, sends, notes. Between the last two a crash sends a mail twice; the other order would lose it. */
async function sendOnce(kind: NoticeKind, notice: Noticeable, now: Date): Promise<Outcome> {
  const { candidateId, credentialId, about } = notice;
  const scope = candidateScope(candidateId);
  const key = { credentialId, kind, about };
  if (!(await claimNotice(scope, key, now, new Date(now.getTime() + claimMs)))) return 'taken';
  const account = await findAccount(accountScope(candidateId));
  if (account !== null) {
    const words = wordNotice(kind, notice, now, env().TIME_ZONE);
    const link = new URL(`/proof/${candidateId}/${credentialId}`, env().NEXTAUTH_URL).href;
    await sendMail({ to: account.email, ...words, link });
  }
  await markSent(scope, key, now);
  return account === null ? 'nobody' : 'sent';
}
