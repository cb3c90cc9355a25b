import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { removeCredential } from '#server/credentials/index.ts';
import { credentialHandlers } from '#server/credentials/worker.ts';
import { revokeIssued } from '#server/issuing/index.ts';
import { sendDueNotices } from '#server/notifications/send-notices.ts';
import { notificationHandlers } from '#server/notifications/worker.ts';
import { drainQueue } from '#server/platform/queue-runner.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { daysFromNow, inWallet, now, openDesk, own, type Person, strike } from '../credentials/desk.ts';

openDesk();

const day = 86_400_000;
const ends = daysFromNow(200);
/** The moment at which a credential of these tests has so many days left. */
const left = (days: number) => new Date(ends.getTime() - days * day);

const mails = (to: string) =>
  query<{ subject: string; text: string; link: string }>(
    'select subject, text, link from outbox_mail where "to" = $1 order by created_at, id',
    [to],
  );
/** Kinds of news in a person's bell, newest first. */
const bell = async (person: Person) =>
  (await person.api.notifications.list({})).items.map(({ news }) => news.kind);
const subjects = async (to: string) => (await mails(to)).map(({ subject }) => subject);
const workAll = () => drainQueue([...credentialHandlers, ...notificationHandlers]);

beforeEach(() => query('truncate credential, outbox_mail, notification cascade'));

describe('a credential that ends', () => {
  it('is told of at 90, 30 and 7 days, each time once', async () => {
    const ada = await makePerson('Ada');
    const { id } = await own(ada, { validUntil: ends });
    const told: Record<number, number> = {};
    for (const days of [100, 90, 89, 30, 29, 7, 6]) {
      await sendDueNotices(left(days));
      await sendDueNotices(left(days));
      told[days] = (await mails(ada.email)).length;
    }
    expect(told).toEqual({ 100: 0, 90: 1, 89: 1, 30: 2, 29: 2, 7: 3, 6: 3 });
    const [first, second, third] = await mails(ada.email);
    expect(first?.subject).toBe('Relational Data ends in 90 days');
    expect(second?.subject).toBe('Relational Data ends in 30 days');
    expect(third?.subject).toBe('Relational Data ends in 7 days');
    expect(first?.text).toContain('It proves SQL.');
    expect(new URL(first?.link ?? '').pathname).toBe(`/proof/${ada.accountId}/${id}`);
    const { items } = await ada.api.notifications.list({});
    expect(items.map(({ at }) => at)).toEqual([left(7), left(30), left(90)]);
    expect(items[0]).toMatchObject({
      news: { kind: 'credential-ends', title: 'Relational Data', applications: 0 },
      href: `/proof/${ada.accountId}/${id}`,
      readAt: null,
    });
    expect(await sendDueNotices(left(-1))).toEqual({ sent: 0, failed: 0 });
  });

  it('is told of by the nearest reminder alone when several were missed', async () => {
    const ada = await makePerson('Ada');
    await own(ada, { validUntil: ends });
    await sendDueNotices(left(5));
    expect(await subjects(ada.email)).toEqual(['Relational Data ends in 5 days']);
  });

  it('is told of once by two workers at the same moment', async () => {
    const people = [await makePerson('Ada'), await makePerson('Bob'), await makePerson('Cem')];
    for (const person of people) await own(person, { validUntil: ends });
    const both = await Promise.all([sendDueNotices(left(30)), sendDueNotices(left(30))]);
    expect(both[0].sent + both[1].sent).toBe(3);
    for (const { email } of people) expect(await mails(email)).toHaveLength(1);
  });

  it('is not told of once it was renewed, removed or withdrawn, nor by somebody else’s badge', async () => {
    const [ada, bob, cem, dee] = [
      await makePerson('Ada'),
      await makePerson('Bob'),
      await makePerson('Cem'),
      await makePerson('Dee'),
    ];
    await own(ada, { validUntil: ends });
    await own(ada, { validUntil: daysFromNow(900) });
    const removed = await own(bob, { validUntil: ends });
    await removeCredential(candidateScope(bob.accountId), removed.id);
    const withdrawn = await own(cem, { validUntil: ends });
    await revokeIssued(withdrawn.issued.id, 'issued in error', new Date());
    await strike();
    await own(dee, { validUntil: ends });
    await query(`update credential set bound = 'no' where candidate_id = $1`, [dee.accountId]);
    expect(await sendDueNotices(left(30))).toEqual({ sent: 0, failed: 0 });
  });

  it('is told of in the bell alone to whoever wants no such mails', async () => {
    const ada = await makePerson('Ada');
    await own(ada, { validUntil: ends });
    await ada.api.profile.setNoticeMail({ noticeMail: false });
    expect((await ada.api.profile.get()).noticeMail).toBe(false);
    await sendDueNotices(left(30));
    expect(await mails(ada.email)).toEqual([]);
    expect(await bell(ada)).toEqual(['credential-ends']);
    await ada.api.profile.setNoticeMail({ noticeMail: true });
    await sendDueNotices(left(29));
    expect(await subjects(ada.email)).toEqual(['Relational Data ends in 29 days']);
    expect(await bell(ada)).toEqual(['credential-ends']);
  });

  it('is told of later when the mail did not leave, and the others at once', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    await own(ada, { validUntil: ends });
    await own(bob, { validUntil: ends });
    await query(`alter table outbox_mail add constraint no_ada check ("to" <> '${ada.email}')`);
    expect(await sendDueNotices(left(30))).toEqual({ sent: 1, failed: 1 });
    await query('alter table outbox_mail drop constraint no_ada');
    expect(await sendDueNotices(left(30))).toEqual({ sent: 0, failed: 0 });
    expect(await sendDueNotices(new Date(left(30).getTime() + 3_600_000))).toEqual({ sent: 1, failed: 0 });
    expect(await mails(ada.email)).toHaveLength(1);
    expect(await mails(bob.email)).toHaveLength(1);
  });
});

describe('a credential that stops counting', () => {
  it('by its issuer’s withdrawal is told of once, with the reason', async () => {
    const ada = await makePerson('Ada');
    const { issued } = await own(ada, { format: 'ob2-hosted' });
    await revokeIssued(issued.id, 'issued in error', new Date());
    await strike();
    await workAll();
    await strike();
    await workAll();
    const [mail, ...more] = await mails(ada.email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Northgate College withdrew Relational Data');
    expect(mail?.text).toContain('issued in error');
    expect(await bell(ada)).toEqual(['credential-revoked']);
  });

  it('and stands again is told of once, and only to whoever knows that it did not', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    for (const person of [ada, bob]) {
      const { id } = await own(person);
      await query(
        `update credential set verdict = 'unknown', deciding_code = 'status-unavailable', unreachable_since = $2 where id = $1`,
        [id, new Date(now.getTime() - 8 * day)],
      );
      if (person === ada) await sendDueNotices(now);
    }
    await strike();
    await workAll();
    await strike();
    await workAll();
    expect(await bell(ada)).toEqual(['credential-restored', 'credential-silent']);
    expect((await subjects(ada.email)).at(-1)).toBe('Relational Data counts again');
    expect(await bell(bob)).toEqual([]);
  });

  it('by a silence of a week is told of once a silence, and as no withdrawal', async () => {
    const ada = await makePerson('Ada');
    const { id } = await own(ada);
    await query(
      `update credential set verdict = 'unknown', deciding_code = 'status-unavailable', unreachable_since = $2 where id = $1`,
      [id, now],
    );
    const later = (days: number) => new Date(now.getTime() + days * day);
    await sendDueNotices(later(6.9));
    expect(await mails(ada.email)).toEqual([]);
    await sendDueNotices(later(7));
    await sendDueNotices(later(8));
    const [mail, ...more] = await mails(ada.email);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Relational Data cannot be checked: Northgate College does not answer');
    expect(mail?.text).not.toContain('withdrew');
    expect(await inWallet(ada, id)).toMatchObject({ verdict: 'unknown', unreachableSince: now });
    await query('update credential set unreachable_since = $1', [later(20)]);
    await sendDueNotices(later(27));
    expect(await mails(ada.email)).toHaveLength(2);
  });
});
