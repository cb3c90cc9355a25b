import { db } from '#server/platform/db.ts';
import type { AccountScope } from '#server/platform/scope.ts';

/** News to store. `params` is what its words need beside the kind. */
export interface NotificationRow {
  kind: string;
  key: string;
  params: Record<string, unknown>;
  href: string;
  at: Date;
}

/** News as stored. */
export interface StoredNotification extends NotificationRow {
  id: string;
  readAt: Date | null;
}

const shown = { id: true, kind: true, key: true, params: true, href: true, at: true, readAt: true } as const;

/**
 * Stores news unless it is there. With other contents than before, and not older, it takes the place of what was said
 * and is unread again. Nothing happens when the account is gone.
 */
export async function putNotification(scope: AccountScope, row: NotificationRow): Promise<void> {
  const { kind, key, href, at } = row;
  const params = JSON.stringify(row.params);
  await db().$executeRaw`
    insert into notification (account_id, id, kind, key, params, href, at)
    select a.id, gen_random_uuid(), ${kind}, ${key}, ${params}::jsonb, ${href}, ${at}
      from account a where a.id = ${scope.accountId}::uuid
    on conflict (account_id, key) do update
       set kind = excluded.kind, params = excluded.params, href = excluded.href, at = excluded.at, read_at = null
     where notification.at <= excluded.at
       and (notification.kind <> excluded.kind or notification.params <> excluded.params or notification.href <> excluded.href)`;
}

/** Takes news back that is no longer the case, by the beginning of its key and what comes after it in order. */
export async function dropNotifications(
  scope: AccountScope,
  keys: { startsWith: string; gt: string },
): Promise<void> {
  const { startsWith, gt } = keys;
  await db().notification.deleteMany({ where: { userId: scope.accountId, key: { startsWith, gt } } });
}

/** Whether this news is there and did not leave by mail yet. */
export async function isMailDue(scope: AccountScope, key: string): Promise<boolean> {
  const where = { userId: scope.accountId, key, mailedAt: null };
  return (await db().notification.count({ where })) > 0;
}

/** Notes that news left by mail. */
export async function markMailed(scope: AccountScope, key: string, mailedAt: Date): Promise<void> {
  await db().notification.updateMany({ where: { userId: scope.accountId, key }, data: { mailedAt } });
}

/** Where a page of news begins. */
export interface Position {
  at: Date;
  id: string;
}

/** The newest news of a person, after a position if one is given. */
export async function listNotifications(
  scope: AccountScope,
  after: Position | null,
  take: number,
): Promise<StoredNotification[]> {
  const older = after && { OR: [{ at: { lt: after.at } }, { at: after.at, id: { lt: after.id } }] };
  const rows = await db().notification.findMany({
    where: { userId: scope.accountId, ...older },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: shown,
    take,
  });
  return rows.map((row) => ({ ...row, params: row.params as Record<string, unknown> }));
}

/** How much news a person has not read, counted no further than `most`. */
export async function countUnread(scope: AccountScope, most: number): Promise<number> {
  const rows = await db().notification.findMany({
    where: { userId: scope.accountId, readAt: null },
    select: { id: true },
    take: most,
  });
  return rows.length;
}

/** Marks one piece of news as read; false when it is not this person's. */
export async function markRead(scope: AccountScope, id: string, readAt: Date): Promise<boolean> {
  const where = { userId: scope.accountId, id };
  const { count } = await db().notification.updateMany({
    where: { ...where, readAt: null },
    data: { readAt },
  });
  return count > 0 || (await db().notification.count({ where })) > 0;
}

/** Marks everything as read that came until `until`: what came since then was not seen. */
export async function markAllRead(scope: AccountScope, until: Date, readAt: Date): Promise<void> {
  await db().notification.updateMany({
    where: { userId: scope.accountId, readAt: null, at: { lte: until } },
    data: { readAt },
  });
}

/** Drops what came before `before`, at most `take` rows; returns how many went. For the worker. */
export async function dropOld(before: Date, take: number): Promise<number> {
  return db().$executeRaw`
    delete from notification n
     using (select account_id, id from notification where at < ${before} order by at limit ${take}) o
     where n.account_id = o.account_id and n.id = o.id`;
}
