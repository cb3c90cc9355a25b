import { createPrivateKey, createPublicKey, type JsonWebKey, sign, verify } from 'node:crypto';
import { base58btc } from 'multiformats/bases/base58';
import { describe, expect, it, vi } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  issueJwt,
  issueOb3,
  issuerOfLog,
  judge,
  makeKey,
  makeLog,
  promiseKey,
  publishLog,
  signLogEntry,
} from '#tests/support/signing/index.ts';
import { type PrivateKey, toMultibase } from '#tests/support/signing/keys.ts';

// The library writes every log that it sees to disk when it believes itself under test.
vi.stubEnv('NODE_ENV', 'production');
const { createDID, prepareDataForSigning, resolveDIDFromLog, updateDID } = await import('didwebvh-ts');
vi.unstubAllEnvs();

/* did:webvh 1.0 (verification.md §3.4): issuers whose keys are written into a log, every entry of it verified. */

const host = 'log.example';
const [controller, next, later, own, newer] = ['a', 'b', 'c', 'd', 'e'].map((name) =>
  makeKey('EdDSA', `webvh ${name}`),
) as [PrivateKey, PrivateKey, PrivateKey, PrivateKey, PrivateKey];
const first = { time: '2025-01-01T00:00:00Z', signer: controller, keys: [own] };
const second = { time: '2025-06-01T00:00:00Z', signer: controller };
type Log = ReturnType<typeof makeLog>;

type Asked = { key?: PrivateKey; method?: string; created?: string; witnesses?: JsonObject[] };

async function ask(log: Log, { key = own, method, created, witnesses }: Asked = {}): Promise<string> {
  const issuer = issuerOfLog(log, key, method);
  publishLog(issuer, log, witnesses);
  const badge = await issueOb3(issuer, { created: created ?? '2026-01-01T00:00:00Z' });
  return judge(badge, { issuers: [issuer] });
}

const bound = 'invalid issuer-unbound';

describe('a did:webvh issuer', () => {
  it('speaks by the keys of its log, at the root and on a path', async () => {
    expect(await ask(makeLog(host, [first]))).toBe('valid');
    expect(await ask(makeLog(host, [first, second]))).toBe('valid');
    expect(await ask(makeLog(`${host}:dids:college`, [first]))).toBe('valid');
    expect(await ask(makeLog('log.example%3A8443:dids', [first]))).toBe('valid');
    expect(await ask(makeLog(host, [first]), { key: newer })).toBe('invalid signature');
    expect(await ask(makeLog(host, [first]), { method: 'key-2' })).toBe(bound);
    const log = makeLog(host, [first]);
    const issuer = issuerOfLog(log, own);
    publishLog(issuer, log);
    expect(await judge(issueJwt(issuer), { issuers: [issuer] })).toBe('valid');
  });

  it('without a log is not resolvable, and at no public address not asked', async () => {
    const log = makeLog(host, [first]);
    const badge = await issueOb3(issuerOfLog(log, own));
    expect(await judge(badge)).toBe('unknown issuer-unresolvable');
    const page = new Map([[`https://${host}/.well-known/did.jsonl`, '<html>not found</html>']]);
    expect(await judge(badge, { documents: page })).toBe('unknown issuer-unresolvable');
    for (const inside of ['127.0.0.1', 'localhost', 'user%40log.example', 'log.example:..:..']) {
      const issuer = issuerOfLog({ did: log.did.replace(host, inside), entries: [] }, own);
      expect([inside, await judge(await issueOb3(issuer))]).toEqual([inside, 'unknown ssrf-blocked']);
    }
  });

  it('keeps a key while it stands in the log, and loses it for all time when it goes', async () => {
    const rotated = makeLog(host, [first, { ...second, keys: [newer] }]);
    expect(await ask(rotated, { key: newer })).toBe('valid');
    expect(await ask(rotated, { key: newer, created: '2025-03-01T00:00:00Z' })).toBe('invalid signature');
    // The same name now stands for another key: who holds the old one can write any date.
    expect(await ask(rotated, { created: '2025-03-01T00:00:00Z' })).toBe('invalid key-revoked');
    expect(await ask(rotated, { created: '2025-09-01T00:00:00Z' })).toBe('invalid signature');
    const grown = makeLog(host, [first, { ...second, keys: [own, newer] }]);
    expect(await ask(grown)).toBe('valid');
    expect(await ask(grown, { key: newer, method: 'key-2' })).toBe('valid');
    expect(await ask(grown, { key: newer, method: 'key-2', created: '2025-03-01T00:00:00Z' })).toBe(bound);
    const shrunk = makeLog(host, [
      { ...first, keys: [own, newer] },
      { ...second, keys: [own] },
    ]);
    expect(await ask(shrunk, { key: newer, method: 'key-2' })).toBe('invalid key-revoked');
    expect(await ask(shrunk, { key: newer, method: 'key-2', created: '2025-03-01T00:00:00Z' })).toBe(
      'invalid key-revoked',
    );
    expect(await ask(shrunk, { created: '2024-12-01T00:00:00Z' })).toBe(bound);
    const silent = makeLog(host, [first, { ...second, state: { assertionMethod: [] } }]);
    expect(await ask(silent, { created: '2025-03-01T00:00:00Z' })).toBe('invalid key-revoked');
  });

  it('that was given up speaks no more', async () => {
    const ended = { ...second, parameters: { deactivated: true, updateKeys: [] } };
    expect(await ask(makeLog(host, [first, ended]))).toBe('invalid key-revoked');
    expect(await ask(makeLog(host, [first, ended]), { created: '2025-03-01T00:00:00Z' })).toBe(
      'invalid key-revoked',
    );
    const emptied = { ...ended, keys: [] };
    expect(await ask(makeLog(host, [first, emptied]))).toBe('invalid key-revoked');
    const again = { ...second, time: '2025-07-01T00:00:00Z' };
    expect(await ask(makeLog(host, [first, { ...second, parameters: { deactivated: true } }, again]))).toBe(
      bound,
    );
  });
});

describe('the log of a did:webvh', () => {
  const withKeys = (...keys: PrivateKey[]) => ({ updateKeys: keys.map(toMultibase) });

  it('is signed by the keys that were in force', async () => {
    const handed = { ...second, parameters: withKeys(next) };
    const third = { time: '2025-07-01T00:00:00Z', signer: next };
    expect(await ask(makeLog(host, [first, handed, third]))).toBe('valid');
    expect(await ask(makeLog(host, [first, handed, { ...third, signer: controller }]))).toBe(bound);
    expect(await ask(makeLog(host, [first, { ...handed, signer: next }]))).toBe(bound);
    expect(await ask(makeLog(host, [{ ...first, parameters: withKeys(next) }]))).toBe(bound);
    for (const proof of [
      { proofPurpose: 'authentication' },
      { cryptosuite: 'eddsa-rdfc-2022' },
      { type: 'Ed25519Signature2020' },
      { verificationMethod: `did:key:${toMultibase(controller)}#${toMultibase(next)}` },
      { verificationMethod: `did:key:${toMultibase(next)}` },
    ])
      expect([proof, await ask(makeLog(host, [{ ...first, proof }]))]).toEqual([proof, bound]);
  });

  it('under pre-rotation takes only keys that were promised', async () => {
    const promised = (...keys: PrivateKey[]) => ({ nextKeyHashes: keys.map(promiseKey) });
    const start = { ...first, parameters: promised(next) };
    const good = { ...second, signer: next, parameters: { ...withKeys(next), ...promised(later) } };
    expect(await ask(makeLog(host, [start, good]))).toBe('valid');
    const ends = {
      time: '2025-07-01T00:00:00Z',
      signer: later,
      parameters: { ...withKeys(later), nextKeyHashes: [] },
    };
    const free = { time: '2025-08-01T00:00:00Z', signer: later };
    expect(await ask(makeLog(host, [start, good, ends, free]))).toBe('valid');
    const stolen = { ...second, parameters: { ...withKeys(controller), ...promised(later) } };
    expect(await ask(makeLog(host, [start, stolen]))).toBe(bound);
    expect(await ask(makeLog(host, [start, { ...second, parameters: {} }]))).toBe(bound);
    expect(await ask(makeLog(host, [start, { ...second, signer: next, parameters: withKeys(next) }]))).toBe(
      bound,
    );
    const both = { ...withKeys(next, controller), ...promised(later) };
    expect(await ask(makeLog(host, [start, { ...good, parameters: both }]))).toBe(bound);
  });

  it('holds by hashes, numbers and times', async () => {
    const log = makeLog(host, [first, second, { ...second, time: '2025-07-01T00:00:00Z' }]);
    const [one = {}, two = {}, three = {}] = log.entries;
    const bent = (...entries: JsonObject[]) => ask({ ...log, entries });
    expect(await bent(one, two, three)).toBe('valid');
    expect(await bent(one, three)).toBe(bound);
    expect(await bent(two, three)).toBe(bound);
    expect(await bent(one, three, two)).toBe(bound);
    expect(await bent(one, two, two)).toBe(bound);
    expect(await bent()).toBe(bound);
    expect(await bent({ ...one, state: { ...(one.state as JsonObject), service: [] } }, two, three)).toBe(
      bound,
    );
    expect(await bent(one, { ...two, versionTime: '2025-06-02T00:00:00Z' }, three)).toBe(bound);
    expect(await bent(one, { ...two, proof: [] }, three)).toBe(bound);
    expect(await bent(one, { ...two, proof: one.proof ?? null }, three)).toBe(bound);
    for (const time of [
      '2025-01-01T00:00:00Z',
      '2024-01-01T00:00:00Z',
      '2026-12-01T00:00:00Z',
      '2025-06-01',
      'x',
    ])
      expect([time, await ask(makeLog(host, [first, { ...second, time }]))]).toEqual([time, bound]);
    // The clock of these tests stands at midnight; five minutes are allowed.
    expect(await ask(makeLog(host, [first, { ...second, time: '2026-11-23T00:04:00Z' }]))).toBe('valid');
  });

  it('is that of the DID, and of no other', async () => {
    const log = makeLog(host, [first]);
    const other = makeLog(host, [{ ...first, keys: [newer] }]);
    expect(await ask({ did: log.did, entries: other.entries }, { key: newer })).toBe(bound);
    // Whoever holds the host can write a log for the same name, but no other first entry has its hash.
    const [, , scid = ''] = log.did.split(':');
    const rewritten = makeLog(host, [{ ...first, signer: next, keys: [newer] }], scid);
    expect(rewritten.did).toBe(log.did);
    expect(await ask(rewritten, { key: newer })).toBe(bound);
    const elsewhere = { ...log, did: log.did.replace(host, 'other.example') };
    expect(await ask(elsewhere)).toBe(bound);
    const foreign = makeLog(host, [first, { ...second, state: { id: other.did } }]);
    expect(await ask(foreign)).toBe(bound);
    const moved = { ...second, state: { id: log.did.replace(host, 'new.example') } };
    expect(await ask(makeLog(host, [first, moved]))).toBe(bound);
    expect(await ask(makeLog(host, [{ ...first, entry: { state: { id: 'did:web:log.example' } } }]))).toBe(
      bound,
    );
  });

  it.each<[string, JsonObject, string]>([
    ['an unknown one', { colour: 'blue' }, bound],
    ['an earlier method', { method: 'did:webvh:0.5' }, 'unknown unsupported-suite'],
    ['no method', { method: null }, 'unknown unsupported-suite'],
    ['another name', { scid: 'QmdmPkUdYzbr9txmx8gM2rsHPgr5L6m3gHjJGAf4vUFoGE' }, bound],
    ['no keys', { updateKeys: [] }, bound],
    ['keys that are none', { updateKeys: [5] }, bound],
    ['witnesses without number', { witness: { witnesses: [{ id: 'did:key:z6Mk' }] } }, bound],
    [
      'more witnesses than there are',
      { witness: { threshold: 2, witnesses: [{ id: 'did:key:z6Mk' }] } },
      bound,
    ],
    ['old words for none', { witness: null, watchers: null, nextKeyHashes: null, ttl: null }, 'valid'],
  ])('with %s among its parameters says so', async (_what, parameters, wanted) => {
    expect(await ask(makeLog(host, [{ ...first, parameters }]))).toBe(wanted);
  });

  it('may not name its DID twice, or become movable later', async () => {
    const log = makeLog(host, [first]);
    const scid = log.did.split(':')[2] ?? '';
    expect(await ask(makeLog(host, [first, { ...second, parameters: { scid } }]))).toBe(bound);
    expect(await ask(makeLog(host, [first, { ...second, parameters: { portable: true } }]))).toBe(bound);
  });
});

describe('the witnesses of a did:webvh', () => {
  const [one, two, stranger] = ['1', '2', '3'].map((name) => makeKey('EdDSA', `webvh witness ${name}`)) as [
    PrivateKey,
    PrivateKey,
    PrivateKey,
  ];
  const ids = [one, two].map((key) => ({ id: `did:key:${toMultibase(key)}` }));
  const watched = (threshold: number) => ({
    ...first,
    parameters: { witness: { threshold, witnesses: ids } },
  });
  const approve = (log: Log, at: number, ...keys: PrivateKey[]): JsonObject => {
    const versionId = String(log.entries[at]?.versionId);
    return { versionId, proof: keys.map((key) => signLogEntry({ versionId }, key)) };
  };

  it('are as many as are demanded, each counted once', async () => {
    const log = makeLog(host, [watched(2)]);
    expect(await ask(log)).toBe('unknown issuer-unresolvable');
    expect(await ask(log, { witnesses: [] })).toBe(bound);
    expect(await ask(log, { witnesses: [approve(log, 0, one, two)] })).toBe('valid');
    expect(await ask(log, { witnesses: [approve(log, 0, one), approve(log, 0, two)] })).toBe('valid');
    expect(await ask(log, { witnesses: [approve(log, 0, one, one)] })).toBe(bound);
    expect(await ask(log, { witnesses: [approve(log, 0, one, stranger)] })).toBe(bound);
    const good = approve(log, 0, one, two);
    expect(await ask(log, { witnesses: [{ ...good, versionId: '1-other' }] })).toBe(bound);
    const other = makeLog(host, [{ ...watched(2), time: '2025-01-02T00:00:00Z' }]);
    const lent = { ...approve(other, 0, one, two), versionId: String(log.entries[0]?.versionId) };
    expect(await ask(log, { witnesses: [lent] })).toBe(bound);
  });

  it('approve what came before with what they approve, and not what comes after', async () => {
    const log = makeLog(host, [watched(1), second]);
    expect(await ask(log, { witnesses: [approve(log, 1, two)] })).toBe('valid');
    expect(await ask(log, { witnesses: [approve(log, 0, two)] })).toBe(bound);
  });

  it('are dismissed only with their own approval', async () => {
    const log = makeLog(host, [watched(1), { ...second, parameters: { witness: {} } }]);
    expect(await ask(log, { witnesses: [approve(log, 0, one)] })).toBe(bound);
    expect(await ask(log, { witnesses: [approve(log, 1, one)] })).toBe('valid');
    const late = makeLog(host, [first, { ...second, parameters: watched(1).parameters }]);
    expect(await ask(late, { witnesses: [] })).toBe(bound);
    expect(await ask(late, { witnesses: [approve(late, 1, one)] })).toBe('valid');
  });
});

describe('our reading of logs', () => {
  const ed25519 = {
    verify: async (signature: Uint8Array, message: Uint8Array, key: Uint8Array) => {
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key).toString('base64url') };
      return verify(null, message, createPublicKey({ key: jwk, format: 'jwk' }), signature);
    },
  };
  const signerOf = (key: PrivateKey) => ({
    getVerificationMethodId: () => `did:key:${toMultibase(key)}#${toMultibase(key)}`,
    sign: async ({ document, proof }: { document: unknown; proof: unknown }) => {
      const bytes = await prepareDataForSigning(document as never, proof as never);
      const secret = createPrivateKey({ key: key.jwk as JsonWebKey, format: 'jwk' });
      return { proofValue: base58btc.encode(sign(null, bytes, secret)) };
    },
  });

  it('takes the logs that the common library writes', async () => {
    const method = {
      type: 'Multikey',
      publicKeyMultibase: toMultibase(own),
      purpose: 'assertionMethod',
    } as const;
    const made = await createDID({
      domain: host,
      signer: signerOf(controller),
      updateKeys: [toMultibase(controller)],
      nextKeyHashes: [promiseKey(next)],
      verificationMethods: [method],
      created: '2025-01-01T00:00:00Z',
      verifier: ed25519,
    });
    const updated = await updateDID({
      log: made.log,
      signer: signerOf(next),
      updateKeys: [toMultibase(next)],
      nextKeyHashes: [promiseKey(later)],
      verificationMethods: [method],
      updated: '2025-06-01T00:00:00Z',
      verifier: ed25519,
    });
    const log = { did: made.did, entries: updated.log as unknown as JsonObject[] };
    const [listed] = updated.doc.verificationMethod ?? [];
    const name = String(listed?.id).split('#')[1] ?? '';
    expect(await ask(log, { method: name })).toBe('valid');
  });

  it('and writes such that the library takes', async () => {
    const { did, entries } = makeLog(host, [first, { ...second, keys: [own, newer] }]);
    const read = await resolveDIDFromLog(entries as never, { verifier: ed25519 });
    expect([read.did, read.doc.verificationMethod?.length]).toEqual([did, 2]);
  });
});
