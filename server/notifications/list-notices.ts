import type { z } from 'zod';
import { newsShape } from '#server/accounts/schemas.ts';
import { AppError } from '#server/platform/errors.ts';
import type { AccountScope } from '#server/platform/scope.ts';
import type { NoticeOutput, noticeListInput, noticeListOutput, UnreadOutput } from './schemas.ts';
import {
  countUnread as countStored,
  listNotifications,
  markRead,
  type Position,
  type StoredNotification,
} from './store/notifications.ts';

const mostCounted = 100;

function readCursor(cursor: string): Position {
  const [time = '', id = ''] = cursor.split('_');
  const at = new Date(time);
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id))
    throw new AppError(
      'notification.cursor_malformed',
      'bad-input',
      'This page of the list does not exist.',
      'Start at the first page.',
    );
  return { at, id };
}

/** News of a kind that this version no longer knows has no words, and is left out. */
function present({ id, kind, params, href, at, readAt }: StoredNotification): NoticeOutput[] {
  const news = newsShape.safeParse({ ...params, kind });
  return news.success ? [{ id, news: news.data, href, at, readAt }] : [];
}

/** A page of a person's news, newest first. Errors: `notification.cursor_malformed`. */
export async function listNotices(
  scope: AccountScope,
  { cursor, take }: z.output<typeof noticeListInput>,
): Promise<z.output<typeof noticeListOutput>> {
  const rows = await listNotifications(scope, cursor ? readCursor(cursor) : null, take + 1);
  const page = rows.slice(0, take);
  const last = page.at(-1);
  const nextCursor = last && rows.length > take ? `${last.at.toISOString()}_${last.id}` : null;
  return { items: page.flatMap(present), nextCursor };
}

/** How much of a person's news is unread. */
export async function countUnread(scope: AccountScope): Promise<UnreadOutput> {
  const unread = await countStored(scope, mostCounted);
  return { unread, more: unread === mostCounted };
}

/** Marks one piece of news as read. Errors: `notification.unknown`. */
export async function readNotice(scope: AccountScope, id: string, now: Date): Promise<void> {
  if (!(await markRead(scope, id, now)))
    throw new AppError('notification.unknown', 'not-found', 'There is no such notification.');
}
