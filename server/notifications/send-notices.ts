import { findAccount } from '#server/accounts/index.ts';
import type { Stake } from '#server/matching/core/stake.ts';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { log } from '#server/platform/log.ts';
import { canSendMail, sendMail } from '#server/platform/mail.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { type NoticeKind, newsOf, reminderWindows, silentDays, wordNotice } from './core/notices.ts';
import { findStake } from './find-stake.ts';
import { notify } from './notify-account.ts';
import {
  claimNotice,
  findRestored,
  findWithdrawn,
  listEnding,
  listSilent,
  markSent,
  markShown,
  type Noticeable,
  releaseNotice,
} from './store/credential-notices.ts';

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
 * Reminds holders of what ends within 90, 30 and 7 days, and tells of issuers that have not answered for a week: in the
 * bell, and by mail to whoever wants it. Each leaves once, whoever runs this and however often; a mail that did not is
 * tried again.
 */
export async function sendDueNotices(now: Date): Promise<SentNotices> {
  const done: SentNotices = { sent: 0, failed: 0 };
  const moment = { now, canMail: canSendMail() };
  for (const window of reminderWindows(now))
    await sendAll(window.kind, () => listEnding(window, moment, pageSize), now, done);
  const before = new Date(now.getTime() - silentDays * dayMs);
  await sendAll('unreachable', () => listSilent(before, moment, pageSize), now, done);
  if (done.sent + done.failed > 0) log.info({ event: 'notices.sent', ...done }, 'told holders');
  return done;
}

/**
 * Tells the holder that an issuer withdrew a credential or put it on hold, or that it stands again, unless that is over
 * or was told. Throws when the mail does not leave, or somebody else is just sending it: the queue then tries again.
 */
export async function sendChange(
  candidateId: string,
  credentialId: string,
  kind: 'revoked' | 'suspended' | 'restored',
  now: Date,
): Promise<void> {
  const scope = candidateScope(candidateId);
  const canMail = canSendMail();
  const notice =
    kind === 'restored'
      ? await findRestored(scope, credentialId, canMail)
      : await findWithdrawn(scope, credentialId, kind, canMail);
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

type Outcome = 'sent' | 'taken' | 'unwanted';

const hrefOf = ({ candidateId, credentialId }: Noticeable) => `/proof/${candidateId}/${credentialId}`;

/** Into the bell first. Both writes or none: the key would keep it single, but not the mark true. */
async function showOnce(kind: NoticeKind, notice: Noticeable, stake: Stake, now: Date): Promise<void> {
  const { candidateId: accountId, credentialId, about } = notice;
  await inTransaction(async () => {
    if (!(await markShown(candidateScope(accountId), { credentialId, kind, about }, now))) return;
    const key = `credential:${credentialId}:${kind}:${about.toISOString()}`;
    await notify({ accountId, key, href: hrefOf(notice), news: newsOf(kind, notice, stake), at: now });
  });
}

/** Claims, sends, notes. Between the last two a crash sends a mail twice; the other order would lose it. */
async function sendOnce(kind: NoticeKind, notice: Noticeable, now: Date): Promise<Outcome> {
  const { candidateId, credentialId, about } = notice;
  const scope = candidateScope(candidateId);
  const key = { credentialId, kind, about };
  const stake = await findStake(scope, kind, credentialId, now);
  await showOnce(kind, notice, stake, now);
  if (!notice.wantsMail || !canSendMail()) return 'unwanted';
  if (!(await claimNotice(scope, key, now, new Date(now.getTime() + claimMs)))) return 'taken';
  const account = await findAccount(accountScope(candidateId));
  if (account !== null) {
    const words = wordNotice(kind, notice, stake, now, env().TIME_ZONE);
    await sendMail({ to: account.email, ...words, link: new URL(hrefOf(notice), env().NEXTAUTH_URL).href });
  }
  await markSent(scope, key, now);
  return account === null ? 'unwanted' : 'sent';
}
