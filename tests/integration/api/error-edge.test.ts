import { describe, expect, it } from 'vitest';
import type { SignedIn } from '#server/api/context.ts';
import { answerProcedureCall } from '#server/api/http/trpc-endpoint.ts';
import { client } from '#server/platform/db.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';

const base = 'http://localhost:3000/api/trpc';

interface Answer {
  status: number;
  message: string;
  data: {
    code: string;
    appCode: string;
    kind: string;
    hint: string | null;
    httpStatus: number;
    issues: unknown;
  };
  text: string;
  headers: Headers;
}

async function send(path: string, init: RequestInit = {}, person: SignedIn | null = null): Promise<Answer> {
  const request = new Request(`${base}/${path}`, init);
  const response = await answerProcedureCall(request, null, async () => person);
  const text = await response.text();
  const { error } = JSON.parse(text) as { error?: { json: Pick<Answer, 'message' | 'data'> } };
  return { ...(error?.json as Answer), status: response.status, text, headers: response.headers };
}

const own = { 'content-type': 'application/json', origin: 'http://localhost:3000' };
const call = (path: string, input: unknown, person: SignedIn | null = null, headers: HeadersInit = own) =>
  send(path, { method: 'POST', headers, body: JSON.stringify({ json: input }) }, person);

describe('what a caller is told', () => {
  it('names the field that is wrong', async () => {
    const ada = await makePerson('Ada');
    expect(await call('account.addAddress', { address: 'no' }, ada)).toMatchObject({
      status: 400,
      message: 'Some fields need mending.',
      data: {
        appCode: 'input.malformed',
        kind: 'bad-input',
        issues: { fields: { address: expect.any(Array) } },
      },
    });
  });

  it.each([
    ['nobody', 'account.addresses', 401, 'session.missing', 'unauthenticated'],
    ['an unknown procedure', 'no.such', 404, 'request.unknown', 'not-found'],
    [
      'an unknown proof',
      `credentials.proof?input=${encodeURIComponent(
        JSON.stringify({
          json: {
            candidateId: '01900000-0000-7000-8000-000000000001',
            credentialId: '01900000-0000-7000-8000-000000000002',
          },
        }),
      )}`,
      404,
      'proof.unknown',
      'not-found',
    ],
  ])('answers %s with its own status and code', async (_name, path, status, appCode, kind) => {
    expect(await send(path)).toMatchObject({ status, data: { appCode, kind } });
  });

  it('says 410 for what is used up', async () => {
    expect(await call('account.confirmAddress', { token: 'a'.repeat(43) })).toMatchObject({
      status: 410,
      data: { appCode: 'account.token_unknown', kind: 'gone', httpStatus: 410 },
    });
  });

  it.each([
    ['no JSON', { body: '{', headers: own }, 400],
    ['no known type', { body: 'x', headers: { ...own, 'content-type': 'text/plain' } }, 415],
    [
      'no form where one is asked',
      { body: 'x', headers: { ...own, 'content-type': 'multipart/form-data' } },
      400,
    ],
  ])('reads %s as a request that cannot be read', async (_name, init, status) => {
    const answer = await send('credentials.check', { method: 'POST', ...init });
    expect(answer).toMatchObject({ status, data: { kind: 'bad-input' } });
  });

  it('refuses to change something by GET', async () => {
    expect(await send('account.signOutEverywhere', {}, await makePerson('Ada'))).toMatchObject({
      status: 405,
      data: { appCode: 'request.malformed' },
    });
  });

  it('is not kept by anything between', async () => {
    const ada = await makePerson('Ada');
    expect((await send('account.addresses', {}, ada)).headers.get('cache-control')).toBe('private, no-store');
  });
});

describe('failures of the database', () => {
  it('are bad input when a text cannot be stored', async () => {
    const ada = await makePerson('Ada');
    const profile = { displayName: 'Ada\0', headline: null, place: null, visibility: 'private' };
    expect(await call('profile.update', profile, ada)).toMatchObject({
      status: 400,
      data: { appCode: 'input.text', kind: 'bad-input' },
    });
  });

  it('are bad input when a number does not fit', async () => {
    const ada = await makePerson('Ada');
    const answer = await call('profile.stateSkill', { skillKey: 3_000_000_000 }, ada);
    expect(answer).toMatchObject({ status: 400, data: { kind: 'bad-input' } });
  });

  it('are a conflict when a name was taken, with the field', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    expect((await call('organizations.create', { name: 'One', slug: 'one-name' }, ada)).status).toBe(200);
    expect(await call('organizations.create', { name: 'Two', slug: 'one-name' }, bob)).toMatchObject({
      status: 409,
      data: { appCode: 'organization.slug_taken', details: { field: 'slug' } },
    });
  });

  it('are "not found" when the row went while it was being changed', async () => {
    const ada = await makePerson('Ada');
    await call('profile.get', null, ada);
    await query('delete from account where id = $1', [ada.accountId]);
    const answer = await call('organizations.create', { name: 'Late', slug: 'too-late' }, ada);
    expect(answer).toMatchObject({ status: 404, data: { appCode: 'record.gone', kind: 'not-found' } });
  });

  it('are told by a number and nothing else when they are ours', async () => {
    const ada = await makePerson('Ada');
    await query('alter table email_address rename to email_address_away');
    try {
      const answer = await send('account.addresses', {}, ada);
      expect(answer).toMatchObject({ status: 500, data: { appCode: 'server.fault', kind: 'internal' } });
      expect(answer.message).toMatch(/^Something broke on our side \(fault [0-9a-f]{8}\)\.$/);
      expect(answer.text).not.toMatch(/email_address|prisma|node_modules|stack|select /i);
    } finally {
      await query('alter table email_address_away rename to email_address');
    }
  });

  it('say nothing of the inside when the session itself cannot be read', async () => {
    const request = new Request(`${base}/account.addresses`);
    const broken = () =>
      client().$queryRaw`select secret_column from account` as unknown as Promise<SignedIn>;
    const response = await answerProcedureCall(request, null, broken);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toMatch(/secret_column|prisma|Raw query/i);
    expect(JSON.parse(text)).toMatchObject({ error: { json: { data: { appCode: 'server.fault' } } } });
  });
});

describe('the door', () => {
  const form = () => {
    const body = new FormData();
    body.set('text', 'nothing of worth');
    return body;
  };

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a frame without origin', { origin: 'null' }],
    ['a browser that hides the origin', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses a form that %s sends', async (_name, headers) => {
    const ada = await makePerson('Ada');
    const answer = await send('credentials.import', { method: 'POST', headers, body: form() }, ada);
    expect(answer).toMatchObject({
      status: 403,
      data: { appCode: 'request.foreign_origin', kind: 'forbidden' },
    });
    expect(await query('select 1 from import_item where candidate_id = $1', [ada.accountId])).toEqual([]);
  });

  it('refuses by the stated length', async () => {
    const headers = {
      ...own,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': '99999999',
    };
    expect(await send('credentials.check', { method: 'POST', headers, body: 'x' })).toMatchObject({
      status: 413,
      data: { appCode: 'file.too_large', kind: 'bad-input' },
    });
  });

  it('refuses a body that comes in pieces and grows over the limit', async () => {
    let sent = 0;
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n';
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent === 0) controller.enqueue(new TextEncoder().encode(head));
        else controller.enqueue(new Uint8Array(1024 * 1024));
        sent += 1;
      },
    });
    const headers = { origin: 'http://localhost:3000', 'content-type': 'multipart/form-data; boundary=x' };
    const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
    expect(await send('credentials.check', init)).toMatchObject({
      status: 413,
      data: { appCode: 'file.too_large' },
    });
    expect(sent).toBeLessThan(20);
  });

  it('gives everything but files a small limit', async () => {
    expect(await call('account.confirmAddress', { token: 'a'.repeat(2_000_000) })).toMatchObject({
      status: 413,
      data: { appCode: 'request.too_large' },
    });
  });

  it('takes no hundred calls at once', async () => {
    const many = Array.from({ length: 100 }, () => 'help.codes').join(',');
    const request = new Request(`${base}/${many}?batch=1&input=%7B%7D`);
    expect((await answerProcedureCall(request, null, async () => null)).status).toBe(400);
  });
});
