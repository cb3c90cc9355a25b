import { findAccount } from '#server/accounts/index.ts';
import { findSearchNews } from '#server/matching/index.ts';
import { may } from '#server/organizations/core/permissions.ts';
import { env } from '#server/platform/env.ts';
import { canSendMail, sendMail } from '#server/platform/mail.ts';
import { accountScope } from '#server/platform/scope.ts';
import { wordSearchNews } from './core/search-news.ts';
import { notify } from './notify-account.ts';

/** As long as an address in the bell may be. */
const longestHref = 500;

/**
 * Tells a member whom their saved search newly found, in their bell and by mail, unless they silenced or lost it
 * meanwhile. Throws when the mail does not leave: the queue then tries again, and the bell still says it once.
 */
export async function sendSearchNews(found: { searchId: string; people: number; at: Date }): Promise<void> {
  const { searchId, people, at } = found;
  const news = await findSearchNews(searchId);
  if (!news || !may(news.role, 'candidates:read')) return;
  const { accountId, name } = news;
  // A list of very many filters is opened without them, rather than with some.
  const href = news.path.length <= longestHref ? news.path : (news.path.split('?')[0] ?? news.path);
  await notify({
    ...{ accountId, key: `search:${searchId}:${at.toISOString()}`, href, at },
    news: { kind: 'search-hits', search: name, count: people },
  });
  if (!canSendMail()) return;
  const account = await findAccount(accountScope(accountId));
  if (!account) return;
  const link = new URL(news.path, env().NEXTAUTH_URL).href;
  await sendMail({ to: account.email, ...wordSearchNews({ ...news, people }), link });
}
