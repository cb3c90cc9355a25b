import { findAccount } from '#server/accounts/index.ts';
import { env } from '#server/platform/env.ts';
import { canSendMail, sendMail } from '#server/platform/mail.ts';
import { accountScope } from '#server/platform/scope.ts';
import type { NoticeWords } from './core/notices.ts';

/** Mails words to a person, with a link to a page of ours. Nothing leaves where no mail can, or to an account that is gone. */
export async function mailAccount(accountId: string, words: NoticeWords, href: string): Promise<void> {
  if (!canSendMail()) return;
  const account = await findAccount(accountScope(accountId));
  if (account === null) return;
  await sendMail({ to: account.email, ...words, link: new URL(href, env().NEXTAUTH_URL).href });
}
