import { countUnread, listNotices, markAllRead, readNotice } from '#server/notifications/index.ts';
import {
  noticeIdInput,
  noticeListInput,
  noticeListOutput,
  readAllInput,
  unreadOutput,
} from '#server/notifications/schemas.ts';
import { accountProcedure } from '../procedures.ts';
import { t } from '../trpc.ts';

export const notificationsRouter = t.router({
  unread: accountProcedure.output(unreadOutput).query(({ ctx }) => countUnread(ctx.account)),
  list: accountProcedure
    .input(noticeListInput)
    .output(noticeListOutput)
    .query(({ ctx, input }) => listNotices(ctx.account, input)),
  read: accountProcedure
    .input(noticeIdInput)
    .mutation(({ ctx, input }) => readNotice(ctx.account, input.id, ctx.now)),
  readAll: accountProcedure
    .input(readAllInput)
    .mutation(({ ctx, input }) => markAllRead(ctx.account, input.until, ctx.now)),
});
