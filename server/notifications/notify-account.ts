import type { News } from '#server/accounts/core/news.ts';
import { accountScope } from '#server/platform/scope.ts';
import { putNotification } from './store/notifications.ts';

/** News for somebody: `key` says which it is, `href` where its one action leads. */
export interface Notice {
  accountId: string;
  key: string;
  href: string;
  news: News;
  at: Date;
}

/**
 * Puts news into a person's bell. The same key with the same contents is told once, however often this runs; with other
 * contents it takes the place of what was said before and is unread again.
 */
export async function notify({ accountId, key, href, news, at }: Notice): Promise<void> {
  const { kind, ...params } = news;
  await putNotification(accountScope(accountId), { kind, key, params, href, at });
}
