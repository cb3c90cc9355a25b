import { beforeAll, describe, expect, it } from 'vitest';
import { migrateQueue } from '#server/platform/queue-runner.ts';
import { query } from '#tests/support/database.ts';
import { asNobody, makePerson } from '#tests/support/people.ts';

process.env.DEMO = '1';

async function tokenMailedTo(address: string): Promise<string> {
  const [mail] = await query<{ link: string }>(
    'select link from outbox_mail where "to" = $1 order by id desc limit 1',
    [address],
  );
  return new URL(mail?.link ?? '').searchParams.get('token') ?? '';
}

const code = (appCode: string) => ({ cause: { code: appCode } });

describe('addresses of a person', () => {
  beforeAll(() => migrateQueue(process.env.DATABASE_URL ?? ''));

  it('starts with the one signed in with, confirmed', async () => {
    const ada = await makePerson('Ada');
    expect(await ada.api.account.addresses()).toMatchObject([
      { address: ada.email, isPrimary: true, confirmedAt: expect.any(Date) },
    ]);
  });

  it('confirms another one by mail, once', async () => {
    const ada = await makePerson('Ada');
    await ada.api.account.addAddress({ address: 'Old.Ada@Example.ORG' });
    expect((await ada.api.account.addresses())[1]).toMatchObject({
      address: 'Old.Ada@Example.ORG',
      confirmedAt: null,
    });
    const token = await tokenMailedTo('Old.Ada@Example.ORG');
    expect(await asNobody().account.confirmAddress({ token })).toEqual({ address: 'Old.Ada@Example.ORG' });
    expect((await ada.api.account.addresses())[1]?.confirmedAt).toBeInstanceOf(Date);
    await expect(asNobody().account.confirmAddress({ token })).rejects.toMatchObject(
      code('account.token_unknown'),
    );
  });

  it('asks the worker to look at the credentials again', async () => {
    const ada = await makePerson('Ada');
    await ada.api.account.addAddress({ address: 'second@example.org' });
    await asNobody().account.confirmAddress({ token: await tokenMailedTo('second@example.org') });
    const jobs = await query<{ payload: { accountId: string } }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'accounts.address-confirmed' and payload->>'accountId' = $1`,
      [ada.accountId],
    );
    expect(jobs.length).toBeGreaterThanOrEqual(1);
  });

  it('refuses a token after two days', async () => {
    const ada = await makePerson('Ada');
    await ada.at(new Date('2026-01-01T00:00:00Z')).account.addAddress({ address: 'slow@example.org' });
    const late = asNobody(new Date('2026-01-03T00:00:01Z'));
    const token = await tokenMailedTo('slow@example.org');
    await expect(late.account.confirmAddress({ token })).rejects.toMatchObject(code('account.token_unknown'));
  });

  it('gives a confirmed address to one person only', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    await bob.api.account.addAddress({ address: ada.email.toUpperCase() });
    const token = await tokenMailedTo(ada.email.toUpperCase());
    await expect(asNobody().account.confirmAddress({ token })).rejects.toMatchObject(
      code('account.address_taken'),
    );
  });

  it('keeps the sign-in address, removes others, and never somebody else’s', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    await ada.api.account.addAddress({ address: 'third@example.org' });
    const [primary, third] = await ada.api.account.addresses();
    await expect(ada.api.account.removeAddress({ id: primary?.id ?? '' })).rejects.toMatchObject(
      code('account.address_primary'),
    );
    await expect(bob.api.account.removeAddress({ id: third?.id ?? '' })).rejects.toMatchObject(
      code('account.address_unknown'),
    );
    await ada.api.account.removeAddress({ id: third?.id ?? '' });
    expect(await ada.api.account.addresses()).toHaveLength(1);
  });

  it('says which field is wrong, with words for a person', async () => {
    const ada = await makePerson('Ada');
    await expect(ada.api.account.addAddress({ address: 'not an address' })).rejects.toMatchObject({
      code: 'BAD_REQUEST',
    });
  });
});

describe('signing out everywhere', () => {
  it('ends every session of the person and of nobody else', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    const insert =
      "insert into session (id, session_token, account_id, expires) values (gen_random_uuid(), $1, $2, now() + interval '1 day')";
    for (const [token, owner] of [
      ['a1', ada],
      ['a2', ada],
      ['b1', bob],
    ] as const)
      await query(insert, [token, owner.accountId]);
    expect(await ada.api.account.signOutEverywhere()).toEqual({ ended: 2 });
    expect(await query('select session_token from session')).toEqual([{ session_token: 'b1' }]);
  });

  it('is for the signed-in only', async () => {
    await expect(asNobody().account.signOutEverywhere()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });
});
