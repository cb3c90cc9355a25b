import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#server/credentials/core/json.ts';
import { unpackAll } from '#server/credentials/gather/unpack/unpack.ts';
import {
  createIssuer,
  type Documents,
  issueJwt,
  issueOb2Hosted,
  issueOb3,
  issueSdJwt,
  judge,
  pngBomb,
  showSdJwt,
  signCompact,
  statusEntry,
  statusList,
  tokenStatusList,
} from '#tests/support/signing/index.ts';

/*
 * What is huge, deep, hard or runs in a circle (verification.md §6.2 no. 13, 18–20), wherever it can come from: the
 * file, a token, a disclosure, an answer of the network. It ends in words, and soon.
 */

const issuer = createIssuer({ kind: 'did:web', seed: 'size' });
const issuers = [issuer];
const badge = await issueOb3(issuer);
const text = JSON.stringify(badge);
const mostMs = 5_000;

/** The badge with something more in it. */
const swollen = (member: string) => text.replace('{', `{"x":${member},`);
const deepList = '['.repeat(200_000) + ']'.repeat(200_000);
const deepObjects = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
const subjects = `[${Array.from({ length: 50_000 }, () => '{"type":"X"}').join()}]`;
const monsters: [string, string, string][] = [
  ['200,000 lists in each other', deepList, 'too-large'],
  ['20,000 objects in each other', deepObjects, 'too-large'],
  ['50,000 subjects', subjects, 'too-large'],
  ['a name twice', '{"a":1,"a":2}', 'malformed'],
  ['a name twice in other letters', '{"a":1,"\\u0061":2}', 'malformed'],
  ['three megabytes of text', `"${'x'.repeat(3 * 1024 * 1024)}"`, 'too-large'],
];

async function soon(work: Promise<string>): Promise<string> {
  const started = performance.now();
  const verdict = await work;
  expect(performance.now() - started).toBeLessThan(mostMs);
  return verdict;
}

describe.each(monsters)('%s', (_what, monster, code) => {
  it('in a file is refused unread', async () => {
    expect(await soon(judge(swollen(monster), { issuers }))).toBe(`invalid ${code}`);
  });

  it('in a token, in its header and in a disclosure is refused', async () => {
    const header = { alg: 'EdDSA', kid: issuer.signing.methodId };
    expect(await soon(judge(signCompact(issuer, header, swollen(monster)), { issuers }))).toBe(
      `invalid ${code}`,
    );
    const head = Buffer.from(`{"alg":"EdDSA","x":${monster}}`).toString('base64url');
    const [, payload, signature] = issueJwt(issuer).split('.');
    expect(await soon(judge(`${head}.${payload}.${signature}`, { issuers }))).toBe('invalid malformed');
    const extra = [Buffer.from(`["s","x",${monster}]`).toString('base64url')];
    expect(await soon(judge(showSdJwt(issueSdJwt(issuer), { extra }), { issuers }))).toMatch(/^invalid /);
  });

  it('in an answer of the network is no answer', async () => {
    const answer = `{"id":"x","x":${monster}}`;
    const list = `${issuer.root}/list`;
    const documents: Documents = new Map([
      [`${issuer.root}/did.json`, answer],
      [list, answer],
    ]);
    expect(await soon(judge(badge, { documents }))).toMatch(/^unknown /);
    const watched = await issueOb3(issuer, { status: statusEntry(list, 1) });
    expect(await soon(judge(watched, { issuers, documents: new Map([[list, answer]]) }))).toMatch(
      /^unknown /,
    );
    const old = createIssuer({ kind: 'https', alg: 'ES256', seed: 'size' });
    const hosted = issueOb2Hosted(old);
    old.documents.set(String(hosted.badge), answer);
    expect(await soon(judge(hosted, { issuers: [old] }))).toBe('invalid malformed');
  });
});

describe('a graph that is hard to put in order', () => {
  const nodes = (ids: string[], next: (id: string) => string[]): Json =>
    ids.map((id) => ({
      id,
      type: ['Evidence'],
      'https://a.example/next': next(id).map((other) => ({ id: other })),
    }));
  const ids = Array.from({ length: 10 }, (_, at) => `_:n${at}`);
  const ring = Array.from({ length: 300 }, (_, at) => `_:r${at}`);

  it.each<[string, Json]>([
    ['a clique of ten without names', nodes(ids, (id) => ids.filter((other) => other !== id))],
    ['a ring of 300 without names', nodes(ring, (id) => [ring[(ring.indexOf(id) + 1) % ring.length] ?? ''])],
  ])('%s is refused', async (_what, evidence) => {
    expect(await soon(judge({ ...badge, evidence }, { issuers }))).toMatch(
      /^invalid (malformed|context-tampered)$/,
    );
  });
});

describe('bombs', () => {
  const list = `${issuer.root}/bomb`;

  it('in a picture are not unpacked', async () => {
    expect(await soon(judge(pngBomb(200 * 1024 * 1024)))).toBe('invalid malformed');
    expect(await unpackAll(pngBomb(200 * 1024 * 1024))).toMatchObject({ kind: 'refused' });
  });

  it('in a token status list are not unpacked', async () => {
    tokenStatusList(issuer, {
      url: list,
      lst: deflateSync(Buffer.alloc(200 * 1024 * 1024)).toString('base64url'),
    });
    const held = issueSdJwt(issuer, { claims: { status: { status_list: { idx: 1, uri: list } } } });
    expect(await soon(judge(showSdJwt(held), { issuers }))).toBe('unknown status-list-invalid');
    tokenStatusList(issuer, { url: list });
    expect(await judge(showSdJwt(held), { issuers })).toBe('valid');
  });
});

describe('what runs in a circle', () => {
  it('is read once: a list that is its own list, and one that names another that names it', async () => {
    const own = createIssuer({ kind: 'did:web', seed: 'size circles' });
    const [one, two] = [`${own.root}/lists/1`, `${own.root}/lists/2`];
    await statusList(own, { url: one, members: { credentialStatus: statusEntry(two, 1) } });
    await statusList(own, { url: two, members: { credentialStatus: statusEntry(one, 1) } });
    const document = await issueOb3(own, { status: statusEntry(one, 1) });
    expect(await soon(judge(document, { issuers: [own] }))).toBe('valid');
  });

  it('ends: a badge that is its own class, a class its own issuer, a link to itself', async () => {
    const old = createIssuer({ kind: 'https', alg: 'ES256', seed: 'size' });
    const hosted = issueOb2Hosted(old);
    const badgeUrl = String(hosted.badge);
    const selves: JsonObject[] = [{ ...hosted, badge: hosted.id ?? null }];
    for (const document of selves) {
      const documents: Documents = new Map([...old.documents, [String(hosted.id), document]]);
      expect(await soon(judge(document, { documents }))).not.toBe('valid');
    }
    const itself = { ...(old.documents.get(badgeUrl) as JsonObject), issuer: badgeUrl };
    const documents: Documents = new Map([...old.documents, [badgeUrl, itself]]);
    expect(await soon(judge(hosted, { documents }))).not.toBe('valid');
    const link = 'https://circle.example/a';
    expect(await soon(judge(link, { documents: new Map([[link, link]]) }))).not.toBe('valid');
  });

  it('is refused: a document that describes itself a second time inside', async () => {
    const id = `${issuer.root}/credentials/self`;
    const evidence = [{ id, type: ['Evidence'], name: 'It is itself.' }];
    const document = await issueOb3(issuer, { id, subjectId: id, members: { evidence } });
    expect(await soon(judge(document, { issuers }))).toBe('invalid context-tampered');
  });
});
