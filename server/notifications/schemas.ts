import { z } from 'zod';
import { newsShape } from '#server/accounts/schemas.ts';

/** A page of news. */
export const noticeListInput = z.object({
  cursor: z.string().max(100).nullish(),
  take: z.int().min(1).max(50).default(20),
});

/** One piece of news; `href` is the one thing to do about it. */
export const noticeOutput = z.object({
  id: z.uuid(),
  news: newsShape,
  href: z.string(),
  at: z.date(),
  readAt: z.date().nullable(),
});
export type NoticeOutput = z.output<typeof noticeOutput>;

/** A page of news, newest first. */
export const noticeListOutput = z.object({
  items: noticeOutput.array(),
  nextCursor: z.string().nullable(),
});

/** How much is unread; `more` when it is at least that. */
export const unreadOutput = z.object({ unread: z.int(), more: z.boolean() });
export type UnreadOutput = z.output<typeof unreadOutput>;

/** One piece of news. */
export const noticeIdInput = z.object({ id: z.uuid() });

/** Everything up to what was on the page. */
export const readAllInput = z.object({ until: z.date() });
