import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noteProvenAddress } from '#server/accounts/index.ts';
import { forgetExpired } from '#server/accounts/tasks.ts';
import { accountHandlers } from '#server/accounts/worker.ts';
import { enqueue } from '#server/platform/queue.ts';
import { drainQueue } from '#server/platform/queue-runner.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { accountScope } from '#server/platform/scope.ts';
import { query } from '#tests/support/database.ts';
import { asNobody, makePerson } from '#tests/support/people.ts';

process.env.DEMO = '1';

async function tokensMailedTo(address: string): Promise<string[]> {
  const mails = await query<{ link: string }>('select link from outbox_mail where "to" = $1 order by id', [
    address,
  ]);
  return mails.map(({ link }) => new URL(link).searchParams.get('token') ?? '');
}

describe('two people and one address', () => {
  it('opened at the same moment, it becomes the address of one; the other is told', async () => {
    const people = [await makePerson('Ada'), await makePerson('Bob')];
    for (const person of people) await person.api.account.addAddress({ address: 'shared@example.org' });
    const tokens = await tokensMailedTo('shared@example.org');
    const ends = await Promise.allSettled(
      tokens.map((token) => asNobody().account.confirmAddress({ token })),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = ends.find((end) => end.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'CONFLICT', cause: { code: 'account.address_taken' } });
  });

  it('proven by two sign-ins at once, it stays with the first and fails nobody', async () => {
    const people = [await makePerson('Ada'), await makePerson('Bob')];
    await Promise.all(
      people.map(({ accountId }) =>
        noteProvenAddress(accountScope(accountId), 'raced@example.org', new Date()),
      ),
    );
    const owners = await query(
      `select account_id from email_address where normalized = 'raced@example.org' and confirmed_at is not null`,
    );
    expect(owners).toHaveLength(1);
  });
});

describe('a mail server that refuses', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((socket) => socket.end('554 no service\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  it('loses nothing: the address waits, and the person is told to try again', async () => {
    const { env } = await import('#server/platform/env.ts');
    const ada = await makePerson('Ada');
    Object.assign(env(), { SMTP_URL: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` });
    try {
      await expect(ada.api.account.addAddress({ address: 'later@example.org' })).rejects.toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
        cause: { code: 'mail.not_sent' },
      });
    } finally {
      Object.assign(env(), { SMTP_URL: undefined });
    }
    expect((await ada.api.account.addresses())[1]).toMatchObject({
      address: 'later@example.org',
      confirmedAt: null,
    });
    await ada.api.account.addAddress({ address: 'later@example.org' });
    expect(await tokensMailedTo('later@example.org')).toHaveLength(1);
  });
});

describe('housekeeping', () => {
  it('forgets sessions, sign-in tokens and counters that are over, and no others', async () => {
    const { accountId } = await makePerson('Ada');
    await takePoint({ name: 'short', points: 1, seconds: 1 }, 'somebody@example.org');
    await takePoint({ name: 'long', points: 1, seconds: 3_600 }, 'somebody@example.org');
    expect(await query(`select key from rate_limit where key like '%@%'`)).toEqual([]);
    await query(`update rate_limit set expire = 1 where key like 'short:%'`);
    for (const [token, when] of [
      ['old', '-1 hour'],
      ['new', '1 hour'],
    ])
      await query(
        `insert into session (id, session_token, account_id, expires)
         values (gen_random_uuid(), $1, $2, now() + $3::interval)`,
        [token, accountId, when],
      );
    await query(
      `insert into sign_in_token (identifier, token, expires) values ('a@example.org', 'x', now() - interval '1 hour')`,
    );
    await enqueue(forgetExpired, {});
    await drainQueue(accountHandlers);
    expect(await query('select session_token from session')).toEqual([{ session_token: 'new' }]);
    expect(await query('select 1 from sign_in_token')).toEqual([]);
    expect(await query(`select 1 from rate_limit where key like 'short:%'`)).toEqual([]);
    expect(await query(`select 1 from rate_limit where key like 'long:%'`)).toHaveLength(1);
  });
});
