import '#tests/support/database.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import {
  buildOb3,
  createIssuer,
  issueJwt,
  issueOb3,
  presentDocument,
  presentToken,
  signEmbedded,
} from '#tests/support/signing/index.ts';
import type { Bent, Wallet } from '#tests/support/wallet/wallet.ts';
import { openDesk, type Person } from '../credentials/desk.ts';
import { college, makeWallet, send, standingOf } from './desk.ts';

openDesk();

let ada: Person;
beforeAll(async () => {
  ada = await makePerson('Ada');
});
beforeEach(async () => {
  await query('delete from rate_limit');
});

const responseUri = 'http://localhost:3000/api/openid4vp/response';

async function post(form: URLSearchParams | string, type = 'application/x-www-form-urlencoded') {
  const headers = { 'content-type': type };
  const answer = await send(new Request(responseUri, { method: 'POST', body: String(form), headers }));
  return { status: answer.status, body: await answer.json(), headers: answer.headers };
}

/** Starts a request, answers it bent, and says what the wallet and the page were told. */
async function answer(wallet: Wallet, bent: Bent): Promise<[number, string | undefined, string]> {
  const { id, link } = await ada.api.wallets.start({});
  const { status, body } = await wallet.answer(link, bent);
  return [status, body.code, await standingOf(ada, id)];
}

describe('an answer is refused', () => {
  it.each(['ldp_vc', 'jwt_vc_json', 'dc+sd-jwt'] as const)(
    'when it comes a second time (%s)',
    async (format) => {
      const wallet = await makeWallet(format);
      const { link } = await ada.api.wallets.start({});
      const request = await wallet.open(link);
      const form = await wallet.prepare(request);
      expect((await wallet.post(request, form)).status).toBe(200);
      const again = await wallet.post(request, form);
      expect([again.status, again.body.code]).toEqual([410, 'presentation.replayed']);
    },
  );

  it('to all but one that come at the same moment', async () => {
    const wallet = await makeWallet('ldp_vc');
    const request = await wallet.open((await ada.api.wallets.start({})).link);
    const form = await wallet.prepare(request);
    const told = await Promise.all([1, 2, 3, 4].map(() => wallet.post(request, form)));
    expect(told.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
  });

  it('when it was made for another request of the same person', async () => {
    const wallet = await makeWallet('ldp_vc');
    const [first, second] = await Promise.all([
      ada.api.wallets.start({}).then(({ link }) => wallet.open(link)),
      ada.api.wallets.start({}).then(({ link }) => wallet.open(link)),
    ]);
    const form = await wallet.prepare(first);
    form.set('state', second.state);
    expect((await wallet.post(second, form)).body.code).toBe('presentation.replayed');
  });

  it('after five minutes', async () => {
    const wallet = await makeWallet('ldp_vc');
    const { id, link } = await ada.api.wallets.start({});
    const request = await wallet.open(link);
    const form = await wallet.prepare(request);
    await query(
      `update wallet_request set created_at = now() - interval '1 hour', expires_at = now() - interval '1 second' where id = $1`,
      [id],
    );
    expect((await wallet.post(request, form)).body.code).toBe('presentation.replayed');
    expect(await standingOf(ada, id)).toBe('over');
  });

  it.each(['ldp_vc', 'jwt_vc_json', 'dc+sd-jwt'] as const)('with a wrong nonce (%s)', async (format) => {
    const wallet = await makeWallet(format);
    expect(await answer(wallet, { nonce: 'n'.repeat(43) })).toEqual([
      410,
      'presentation.replayed',
      'refused replayed',
    ]);
  });

  it.each(['ldp_vc', 'jwt_vc_json', 'dc+sd-jwt'] as const)(
    'when it was made for somebody else (%s)',
    async (format) => {
      const wallet = await makeWallet(format);
      const bent = { audience: 'decentralized_identifier:did:web:other.example' };
      expect(await answer(wallet, bent)).toEqual([410, 'presentation.replayed', 'refused replayed']);
    },
  );

  it('altogether, when one of its presentations has a wrong nonce', async () => {
    const wallet = await makeWallet('ldp_vc', 'jwt_vc_json');
    const { link } = await ada.api.wallets.start({});
    const request = await wallet.open(link);
    const form = await wallet.prepare(request);
    const other = await wallet.prepare({ ...request, nonce: 'n'.repeat(43) });
    const [good, bad] = [form, other].map((entry) => JSON.parse(entry.get('vp_token') ?? ''));
    form.set('vp_token', JSON.stringify({ ...good, 'badge-token': bad['badge-token'] }));
    expect((await wallet.post(request, form)).body.code).toBe('presentation.replayed');
  });

  it.each(['ldp_vc', 'jwt_vc_json'] as const)(
    'by a holder who is not the one it was issued to (%s)',
    async (format) => {
      const wallet = await makeWallet(format);
      const as = createIssuer({ kind: 'did:key' });
      const told = await answer(wallet, { as });
      expect(told).toEqual([400, 'presentation.not_verified', 'refused recipient-mismatch']);
    },
  );

  it('by a holder without the key of the SD-JWT', async () => {
    const wallet = await makeWallet('dc+sd-jwt');
    const told = await answer(wallet, { as: createIssuer({ kind: 'did:jwk' }) });
    expect(told).toEqual([400, 'presentation.not_verified', 'refused signature']);
  });

  it('with something that was not asked for', async () => {
    const wallet = await makeWallet('ldp_vc');
    const bent = { token: (token: JsonObject) => ({ ...token, passport: ['x'] }) };
    expect(await answer(wallet, bent)).toEqual([400, 'presentation.malformed', 'refused malformed']);
  });
});

describe('a credential that was not asked for', () => {
  /** Presents these credentials together, in answer to the query for documents. */
  async function present(wallet: Wallet, credentials: JsonObject[]) {
    const { id, link } = await ada.api.wallets.start({});
    const request = await wallet.open(link);
    const presentation = await presentDocument(wallet.holder, {
      challenge: request.nonce,
      domain: request.client_id,
      credentials,
    });
    const form = new URLSearchParams({
      vp_token: JSON.stringify({ badge: [presentation] }),
      state: request.state,
    });
    const { status, body } = await wallet.post(request, form);
    return [status, body.code, await standingOf(ada, id)];
  }

  it('spoils the presentation that it comes in', async () => {
    const wallet = await makeWallet('ldp_vc');
    const [held] = wallet.held;
    const badge = held?.format === 'ldp_vc' ? held.credential : {};
    const plain = buildOb3(college, {
      subjectId: wallet.holder.id,
      members: { type: ['VerifiableCredential'] },
    });
    const other = await signEmbedded(plain, {
      key: college.signing,
      suite: 'eddsa-rdfc-2022',
      created: new Date('2026-01-01'),
    });
    expect(await present(wallet, [badge])).toEqual([200, undefined, 'answered']);
    const told = await present(wallet, [badge, other]);
    expect(told.slice(0, 2)).toEqual([400, 'presentation.not_verified']);
  });

  it('is one that does not stand, too', async () => {
    const wallet = await makeWallet('ldp_vc');
    const badge = await issueOb3(college, {
      subjectId: wallet.holder.id,
      validUntil: '2026-02-01T00:00:00Z',
    });
    expect(await present(wallet, [badge])).toEqual([400, 'presentation.not_verified', 'refused expired']);
    const changed: JsonObject = {
      ...(await issueOb3(college, { subjectId: wallet.holder.id })),
      name: 'Changed',
    };
    expect(await present(wallet, [changed])).toEqual([400, 'presentation.not_verified', 'refused signature']);
  });

  it('is discarded alone: what else was presented is taken', async () => {
    const wallet = await makeWallet('ldp_vc', 'jwt_vc_json');
    const { id, link } = await ada.api.wallets.start({});
    const request = await wallet.open(link);
    const form = await wallet.prepare(request);
    const stolen = issueJwt(college, {
      subjectId: 'did:key:z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj',
    });
    const bad = presentToken(wallet.holder, {
      challenge: request.nonce,
      domain: request.client_id,
      credentials: [stolen],
    });
    const token = JSON.parse(form.get('vp_token') ?? '');
    form.set('vp_token', JSON.stringify({ badge: token.badge, 'badge-token': [bad] }));
    expect((await wallet.post(request, form)).status).toBe(200);
    expect(await standingOf(ada, id)).toBe('answered');
    const [row] = await query<{ received: { credentials: string[] } }>(
      'select received from wallet_request where id = $1',
      [id],
    );
    expect(row?.received.credentials).toHaveLength(1);
  });

  it('is an empty presentation, and one of another format', async () => {
    const wallet = await makeWallet('ldp_vc', 'jwt_vc_json');
    expect(await present(wallet, [])).toEqual([400, 'presentation.not_verified', 'refused not-a-credential']);
    const swap = (token: JsonObject): JsonObject => ({ 'badge-token': token.badge ?? null });
    expect(await answer(wallet, { token: swap })).toEqual([
      400,
      'presentation.malformed',
      'refused malformed',
    ]);
  });
});

describe('what is no answer', () => {
  const open = async () => {
    const wallet = await makeWallet('ldp_vc');
    const { id, link } = await ada.api.wallets.start({});
    return { id, request: await wallet.open(link), wallet };
  };

  it.each([
    ['no object', '[]'],
    ['nothing', '{}'],
    ['no JSON', '{"badge":'],
    ['a list that is none', '{"badge":{}}'],
    ['an empty list', '{"badge":[]}'],
    ['a name twice', '{"badge":[{}],"badge":[{}]}'],
    ['a name that no object may have', '{"__proto__":[{}]}'],
    ['depth without end', `{"badge":[${'['.repeat(5_000)}${']'.repeat(5_000)}]}`],
    ['more than twenty presentations', JSON.stringify({ badge: Array.from({ length: 21 }, () => ({})) })],
  ])('is refused with a code: %s', async (_what, vpToken) => {
    const { id, request } = await open();
    const { status, body, headers } = await post(
      new URLSearchParams({ vp_token: vpToken, state: request.state }),
    );
    expect([status, body.code, await standingOf(ada, id)]).toEqual([
      400,
      'presentation.malformed',
      'refused malformed',
    ]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('is refused before anything of it is read', async () => {
    const { id, request } = await open();
    const form = new URLSearchParams({ vp_token: '{}', state: request.state });
    expect((await post(form, 'application/json')).status).toBe(400);
    expect((await post(`${form}&state=${request.state}`)).body.code).toBe('presentation.malformed');
    expect((await post(`state=${request.state}&vp_token=${'x'.repeat(1_100_000)}`)).body.code).toBe(
      'presentation.malformed',
    );
    expect((await post('')).body.code).toBe('presentation.replayed');
    expect((await post(new URLSearchParams({ state: 'guessed', vp_token: '{}' }))).body.code).toBe(
      'presentation.replayed',
    );
    expect(await standingOf(ada, id)).toBe('waiting');
  });

  it('is a wallet that says no', async () => {
    const { id, request } = await open();
    const { status, body } = await post(
      new URLSearchParams({ error: 'access_denied', state: request.state }),
    );
    expect([status, body]).toEqual([200, { redirect_uri: 'http://localhost:3000/wallet/import' }]);
    expect(await standingOf(ada, id)).toBe('refused declined');
  });

  it('leads nowhere: a holder inside a private network is not looked up', async () => {
    const { id, request } = await open();
    const holder = { ...createIssuer({ kind: 'did:key' }), id: 'did:web:localhost%3A8080' };
    const signing = { ...holder.signing, methodId: `${holder.id}#key-1` };
    const presentation = await presentDocument(
      { ...holder, signing },
      {
        challenge: request.nonce,
        domain: request.client_id,
        credentials: [await issueOb3(college, { subjectId: holder.id })],
      },
    );
    const form = new URLSearchParams({
      vp_token: JSON.stringify({ badge: [presentation] }),
      state: request.state,
    });
    expect((await post(form)).body.code).toBe('presentation.not_verified');
    expect(await standingOf(ada, id)).toBe('refused ssrf-blocked');
  });
});
