import '#tests/support/database.ts';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { enqueue } from '#server/platform/queue.ts';
import { drainQueue } from '#server/platform/queue-runner.ts';
import { forgetRequests } from '#server/presentations/tasks.ts';
import { presentationHandlers } from '#server/presentations/worker.ts';
import { query } from '#tests/support/database.ts';
import { asNobody, makePerson } from '#tests/support/people.ts';
import { issueOb3 } from '#tests/support/signing/index.ts';
import { evidenceOf, openDesk, type Person, workOff } from '../credentials/desk.ts';
import { codeIn, college, makeWallet, refusalOf, send, standingOf } from './desk.ts';

openDesk();

let ada: Person;
let eve: Person;
beforeAll(async () => {
  ada = await makePerson('Ada');
  eve = await makePerson('Eve');
});

const keyOf = (did: string) => JSON.parse(Buffer.from(did.slice('did:jwk:'.length), 'base64url').toString());

const walletOf = async (person: Person) => {
  const { counting, others } = await person.api.credentials.wallet();
  return [...counting, ...others];
};

describe('from the picture to the profile', () => {
  it.each(['ldp_vc', 'jwt_vc_json', 'dc+sd-jwt'] as const)('a %s', async (format) => {
    const person = await makePerson('Scan');
    const wallet = await makeWallet(format);
    const { id, link } = await person.api.wallets.start({});
    expect(await standingOf(person, id)).toBe('waiting');

    const { status, body } = await wallet.answer(link);
    expect([status, body]).toEqual([200, { redirect_uri: expect.stringContaining('/from-wallet?code=') }]);
    expect(await standingOf(person, id)).toBe('answered');
    // Nothing is let in before the browser that asked brings the code back.
    expect(await walletOf(person)).toEqual([]);
    expect(await person.api.account.dids()).toEqual([]);

    const finished = await person.api.wallets.finish({ code: codeIn(body.redirect_uri) });
    expect(finished).toEqual({ credentials: 1, dids: 1 });
    expect(await standingOf(person, id)).toBe('done');
    await workOff();
    const [credential] = await walletOf(person);
    expect(credential).toMatchObject({ verdict: 'valid', bound: 'yes' });
    const [proven] = await person.api.account.dids();
    // The key of an SD-JWT is a JWK, whose members may stand in another order.
    expect(keyOf(proven?.did ?? '')).toEqual(keyOf(wallet.holder.id));
    if (format !== 'dc+sd-jwt')
      expect(await evidenceOf(credential?.id ?? '')).toMatchObject([{ label: 'SQL', standing: 'stands' }]);
    expect(await query('select 1 from wallet_request where received is not null')).toEqual([]);
  });

  it('without a signature, for wallets that cannot look up our DID', async () => {
    const wallet = await makeWallet('ldp_vc');
    const { id, link } = await ada.api.wallets.start({ plain: true });
    const { status } = await wallet.answer(link);
    expect([status, await standingOf(ada, id)]).toEqual([200, 'answered']);
  });

  it('by the short code, typed on another screen', async () => {
    const person = await makePerson('Type');
    const wallet = await makeWallet('ldp_vc');
    const { body } = await wallet.answer((await person.api.wallets.start({})).link);
    const arrival = await asNobody().wallets.arrival({ code: codeIn(body.redirect_uri) });
    expect(arrival).toMatchObject({ standing: 'answered', isYours: false, account: 't•••@example.org' });
    expect(arrival.shortCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = arrival.shortCode.toLowerCase().replace('-', ' ');
    expect(await person.api.wallets.finish({ code: typed })).toEqual({ credentials: 1, dids: 1 });
  });

  it('what a job asks for, and nothing else the wallet holds', async () => {
    const wallet = await makeWallet('ldp_vc', 'dc+sd-jwt');
    const said = { subjectId: wallet.holder.id, alignments: [{ name: 'Go', url: 'urn:assay:skill:go' }] };
    wallet.held.push({
      format: 'ldp_vc',
      credential: await issueOb3(college, { ...said, id: 'urn:uuid:go' }),
    });
    const { link } = await ada.api.wallets.start({});
    const request = await wallet.open(link);
    const claims = [
      {
        path: ['credentialSubject', 'achievement', 'alignment', null, 'targetUrl'],
        values: ['urn:assay:skill:go'],
      },
    ];
    const [first] = (request.dcql_query as { credentials: { meta: object }[] }).credentials;
    const narrowed = {
      ...request,
      dcql_query: { credentials: [{ ...first, id: 'skill-1', multiple: false, claims }] },
    };
    const form = await wallet.prepare(narrowed);
    const token = JSON.parse(form.get('vp_token') ?? '{}');
    expect(Object.keys(token)).toEqual(['skill-1']);
    expect(token['skill-1'][0].verifiableCredential.map((held: { id: string }) => held.id)).toEqual([
      'urn:uuid:go',
    ]);
  });
});

describe('the request object', () => {
  it('is signed in the name of our DID, for wallets, for five minutes', async () => {
    const { link } = await ada.api.wallets.start({});
    const wallet = await makeWallet('ldp_vc');
    await expect(wallet.open(link)).resolves.toMatchObject({
      client_id: 'decentralized_identifier:did:web:localhost%3A3000',
      response_uri: 'http://localhost:3000/api/openid4vp/response',
    });
    await expect(wallet.open(link, new Date(Date.now() + 301_000))).rejects.toThrow('too old');
    const answer = await send(new Request(new URL(link).searchParams.get('request_uri') ?? ''));
    expect(answer.headers.get('content-type')).toBe('application/oauth-authz-req+jwt');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { nonce, state } = decodeJwt(await answer.text());
    for (const value of [nonce, state]) expect(Buffer.from(String(value), 'base64url').length).toBe(32);
  });

  it('is not there for other ids, nor after the answer', async () => {
    const wallet = await makeWallet('ldp_vc');
    const { link } = await ada.api.wallets.start({});
    await wallet.answer(link);
    await expect(wallet.open(link)).rejects.toThrow('410');
    const address = 'http://localhost:3000/api/openid4vp/request/';
    for (const id of ['x', crypto.randomUUID()])
      expect((await send(new Request(address + id))).status).toBeGreaterThanOrEqual(404);
  });

  it('names no address but ours, and a wallet notices one that was changed', async () => {
    const wallet = await makeWallet('ldp_vc');
    const { link } = await ada.api.wallets.start({});
    const other = link.replace('did%3Aweb%3Alocalhost', 'did%3Aweb%3Aother');
    await expect(wallet.open(other)).rejects.toThrow('did not sign');
    const plain = (await ada.api.wallets.start({ plain: true })).link;
    const led = plain.replace(
      'response_uri=http%3A%2F%2Flocalhost',
      'response_uri=http%3A%2F%2Fevil.example',
    );
    await expect(wallet.open(led)).rejects.toThrow('somebody else');
  });
});

describe('the code that the wallet brings back', () => {
  it('is good once, and only for the account that asked', async () => {
    const wallet = await makeWallet('ldp_vc');
    const { body } = await wallet.answer((await ada.api.wallets.start({})).link);
    const code = codeIn(body.redirect_uri);
    // Session fixation: somebody has another person answer a request of theirs, or walks off with the answer.
    expect(await refusalOf(eve.api.wallets.finish({ code }))).toBe('presentation.code_unknown');
    expect(
      await refusalOf(
        eve.api.wallets.finish({ code: (await asNobody().wallets.arrival({ code })).shortCode }),
      ),
    ).toBe('presentation.code_unknown');
    const answers = await Promise.all([1, 2, 3].map(() => refusalOf(ada.api.wallets.finish({ code }))));
    expect(answers.filter((answer) => answer !== 'presentation.code_unknown')).toEqual([
      { credentials: 1, dids: 1 },
    ]);
  });

  it('is too old after ten minutes, and what was shown is forgotten', async () => {
    const wallet = await makeWallet('ldp_vc');
    const { id, link } = await ada.api.wallets.start({});
    const code = codeIn((await wallet.answer(link)).body.redirect_uri);
    const late = ada.at(new Date(Date.now() + 601_000));
    expect(await refusalOf(late.wallets.finish({ code }))).toBe('presentation.code_unknown');
    await query(
      `update wallet_request set created_at = now() - interval '1 day', expires_at = now() - interval '1 minute'`,
    );
    await enqueue(forgetRequests, {});
    await drainQueue(presentationHandlers);
    expect(await query('select 1 from wallet_request')).toEqual([]);
    expect(await standingOf(ada, id)).toBe('over');
  });

  it('lets nothing in when the DID belongs to another account', async () => {
    const wallet = await makeWallet('ldp_vc');
    const first = codeIn((await wallet.answer((await ada.api.wallets.start({})).link)).body.redirect_uri);
    await ada.api.wallets.finish({ code: first });
    const before = (await walletOf(eve)).length;
    const second = codeIn((await wallet.answer((await eve.api.wallets.start({})).link)).body.redirect_uri);
    expect(await refusalOf(eve.api.wallets.finish({ code: second }))).toBe('did.taken');
    await workOff();
    expect(await walletOf(eve)).toHaveLength(before);
  });

  it('tells nobody anything when it was made up', async () => {
    expect(await refusalOf(asNobody().wallets.arrival({ code: 'a'.repeat(43) }))).toBe(
      'presentation.code_unknown',
    );
  });
});
