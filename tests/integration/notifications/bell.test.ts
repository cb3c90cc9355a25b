import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { tellAccount } from '#server/accounts/tasks.ts';
import { forgetOldNotices } from '#server/notifications/forget-notices.ts';
import { type Notice, notify } from '#server/notifications/index.ts';
import { notificationHandlers } from '#server/notifications/worker.ts';
import { enqueue } from '#server/platform/queue.ts';
import { drainQueue } from '#server/platform/queue-runner.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { refusal } from '../applications/world.ts';

const now = new Date('2026-11-23T09:00:00Z');
const minutesOn = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
type Person = Awaited<ReturnType<typeof makePerson>>;

const arrived = (person: Person, key: string, count: number, at = now): Notice => ({
  accountId: person.accountId,
  key,
  href: '/hire/house/jobs',
  news: { kind: 'applications-arrived', job: 'Data engineer', count },
  at,
});
const counts = async (person: Person) =>
  (await person.api.notifications.list({ take: 50 })).items.map(({ news, readAt }) => [
    'count' in news ? news.count : null,
    readAt,
  ]);

describe('news', () => {
  it('comes once, however often it is told', async () => {
    const ada = await makePerson('Ada');
    await Promise.all([1, 2, 3].map(() => notify(arrived(ada, 'a', 1))));
    await notify(arrived(ada, 'a', 1, minutesOn(5)));
    expect(await counts(ada)).toEqual([[1, null]]);
    expect(await ada.api.notifications.unread()).toEqual({ unread: 1, more: false });
  });

  it('with other contents takes the place of what was said, unread and on top, and never the other way round', async () => {
    const ada = await makePerson('Ada');
    await notify(arrived(ada, 'a', 1));
    await notify(arrived(ada, 'b', 7, minutesOn(1)));
    await ada.api.notifications.readAll({ until: minutesOn(1) });
    await notify(arrived(ada, 'a', 2, minutesOn(2)));
    await notify(arrived(ada, 'a', 9, minutesOn(-2)));
    expect(await counts(ada)).toEqual([
      [2, null],
      [7, expect.any(Date)],
    ]);
  });

  it('is the person’s own: nobody else reads, counts or marks it', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    await notify(arrived(ada, 'a', 1));
    const [item] = (await ada.api.notifications.list({})).items;
    expect((await bob.api.notifications.list({})).items).toEqual([]);
    expect(await bob.api.notifications.unread()).toEqual({ unread: 0, more: false });
    expect(await refusal(bob.api.notifications.read({ id: item?.id ?? '' }))).toBe(
      'not-found notification.unknown',
    );
    await bob.api.notifications.readAll({ until: minutesOn(99) });
    expect(await counts(ada)).toEqual([[1, null]]);
    await ada.api.notifications.read({ id: item?.id ?? '' });
    await ada.api.notifications.read({ id: item?.id ?? '' });
    expect(await ada.api.notifications.unread()).toEqual({ unread: 0, more: false });
  });

  it('is marked no further than it was seen', async () => {
    const ada = await makePerson('Ada');
    await notify(arrived(ada, 'a', 1));
    await notify(arrived(ada, 'b', 2, minutesOn(1)));
    await ada.api.notifications.readAll({ until: now });
    expect(await counts(ada)).toEqual([
      [2, null],
      [1, expect.any(Date)],
    ]);
  });

  it('pages without a gap or a repetition, also where much came at one moment, and counts no further than 100', async () => {
    const ada = await makePerson('Ada');
    for (let each = 0; each < 120; each++) await notify(arrived(ada, `k${each}`, each, minutesOn(each % 5)));
    const seen: string[] = [];
    for (let cursor: string | null = null, pages = 0; pages < 20; pages++) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await ada.api.notifications.list({
        cursor,
        take: 7,
      });
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      if (cursor === null) break;
    }
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
    expect(await ada.api.notifications.unread()).toEqual({ unread: 100, more: true });
    expect(await refusal(ada.api.notifications.list({ cursor: 'yesterday' }))).toBe(
      'bad-input notification.cursor_malformed',
    );
  });

  it('reaches a bell from any domain by a task, and leads nowhere but into the product', async () => {
    const ada = await makePerson('Ada');
    const news = { kind: 'search-hits', search: 'Rust, level 3', count: 4 } as const;
    const told = { accountId: ada.accountId, key: 'search:1', href: '/hire/house/jobs', news };
    await enqueue(tellAccount, { ...told, at: now.toISOString() });
    await drainQueue(notificationHandlers);
    expect((await ada.api.notifications.list({})).items).toMatchObject([{ news, at: now }]);
    for (const href of ['https://evil.example/', '//evil.example/', 'javascript:alert(1)'])
      await expect(enqueue(tellAccount, { ...told, href, at: now.toISOString() })).rejects.toThrow();
  });

  it('is kept for ninety days, and goes with its person', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    const day = 24 * 60;
    await notify(arrived(ada, 'old', 1, minutesOn(-91 * day)));
    await notify(arrived(ada, 'young', 2, minutesOn(-89 * day)));
    await notify(arrived(bob, 'a', 3));
    await forgetOldNotices(now);
    expect(await counts(ada)).toEqual([[2, null]]);
    await query('delete from account where id = $1', [bob.accountId]);
    expect(await query('select 1 from notification where account_id = $1', [bob.accountId])).toEqual([]);
    await notify(arrived(bob, 'b', 1));
  });
});
