import { encode } from 'cborg';
import { base58btc } from 'multiformats/bases/base58';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import {
  type Blockcert,
  type BlockcertOrder,
  encodeProofValue,
  explorerHosts,
  issueBlockcert,
  receiptParts,
  tellEntry,
} from '#tests/support/signing/blockcerts.ts';
import { judge, verify } from '#tests/support/signing/index.ts';

/* Attacks on Blockcerts, each made afresh (verification.md §2.11). */

type Change = (document: JsonObject) => JsonObject;

async function attack(
  order: BlockcertOrder,
  change: Change = (document) => document,
  how: 'one' | 'two' = 'two',
) {
  const cert = await issueBlockcert(order);
  return judge(change(structuredClone(cert.document)), worldOf(cert, how));
}

function worldOf({ documents, explorers }: Blockcert, how: 'one' | 'two' = 'two') {
  return { documents, settings: { explorers: explorers[how] } };
}

const receipt = (document: JsonObject) => document.signature as JsonObject;
const path = (document: JsonObject) => receipt(document).proof as JsonObject[];
const badge = (document: JsonObject) => document.badge as JsonObject;

describe('the document of a Blockcert', () => {
  it.each<[string, Change, string]>([
    ['with a changed word', (it) => ({ ...it, issuedOn: '2026-01-01T00:00:01Z' }), 'invalid signature'],
    [
      'with a changed title',
      (it) => ({ ...it, badge: { ...badge(it), name: 'Master of ladders' } }),
      'invalid signature',
    ],
    ['with a word that no context maps', (it) => ({ ...it, rank: 'first' }), 'invalid context-tampered'],
    [
      'with a node whose address makes it fall out of the hash',
      (it) => ({ ...it, badge: { ...badge(it), alignment: [{ id: 'x', targetName: 'Brain surgery' }] } }),
      'invalid context-tampered',
    ],
    [
      'whose title and description are swapped by an inline context',
      (it) => ({
        ...it,
        '@context': [
          ...(it['@context'] as string[]),
          { name: 'http://schema.org/description', description: 'http://schema.org/name' },
        ],
        badge: { ...badge(it), name: badge(it).description ?? '', description: badge(it).name ?? '' },
      }),
      'invalid context-tampered',
    ],
    [
      'with a vocabulary of its own',
      (it) => ({
        ...it,
        '@context': [...(it['@context'] as string[]), { '@vocab': 'https://words.example/' }],
        rank: 'first',
      }),
      'invalid context-tampered',
    ],
    [
      'with an unknown context',
      (it) => ({ ...it, '@context': ['https://words.example/v1'] }),
      'invalid context-unknown',
    ],
    ['without issuer', (it) => ({ ...it, badge: { ...badge(it), issuer: {} } }), 'invalid schema'],
    [
      'with a context below the top',
      (it) => ({ ...it, badge: { ...badge(it), '@context': { name: 'https://x.example/' } } }),
      'invalid context-tampered',
    ],
  ])('%s is refused', async (_name, change, wanted) => {
    expect(await attack({}, change)).toBe(wanted);
  });
});

describe('the receipt of a Blockcert', () => {
  it.each<[string, Change]>([
    [
      'with a step on the wrong side',
      (it) => ({
        ...it,
        signature: {
          ...receipt(it),
          proof: path(it).map(({ left, right }) => (left ? { right: left } : { left: right ?? '' })),
        },
      }),
    ],
    ['with a step missing', (it) => ({ ...it, signature: { ...receipt(it), proof: path(it).slice(1) } })],
    [
      'with a step on both sides',
      (it) => ({
        ...it,
        signature: {
          ...receipt(it),
          proof: path(it).map((step) => ({
            ...step,
            ...(step.left ? { right: step.left } : { left: step.right ?? '' }),
          })),
        },
      }),
    ],
    ['with a hash that is none', (it) => ({ ...it, signature: { ...receipt(it), targetHash: 'abc' } })],
    [
      'with the root as target',
      (it) => ({ ...it, signature: { ...receipt(it), targetHash: receipt(it).merkleRoot ?? '', proof: [] } }),
    ],
    ['without transaction', (it) => ({ ...it, signature: { ...receipt(it), anchors: [] } })],
    [
      'with a transaction that leads elsewhere',
      (it) => ({
        ...it,
        signature: { ...receipt(it), anchors: [{ sourceId: '../../address/x', type: 'BTCOpReturn' }] },
      }),
    ],
    [
      'with 25 steps',
      (it) => ({
        ...it,
        signature: { ...receipt(it), proof: Array.from({ length: 25 }, () => path(it)[0] ?? {}) },
      }),
    ],
    ['that is an empty list', (it) => ({ ...it, signature: { type: 'MerkleProof2017', proof: {} } })],
  ])('%s is refused', async (_name, change) => {
    expect(await attack({}, change)).toBe('invalid signature');
  });

  const hash = 'ab'.repeat(32);
  const anchor: [number, unknown][] = [
    [0, 0],
    [1, 1],
    [2, encode(hash)],
  ];
  it.each<[string, string]>([
    ['not base58', 'z0OIl'],
    ['of another base', `u${Buffer.from('x').toString('base64url')}`],
    ['not CBOR', base58btc.encode(Uint8Array.from([0xff, 0xff]))],
    ['huge', `z${'2'.repeat(500_000)}`],
    [
      'a part twice',
      encodeProofValue([...receiptParts(hash, hash, [], anchor), [0, encode('00'.repeat(32))]]),
    ],
    ['a map with a key twice', base58btc.encode(Uint8Array.from([0xa2, 0x00, 0x01, 0x00, 0x02]))],
    ['a part inside the anchor twice', encodeProofValue(receiptParts(hash, hash, [], [...anchor, [0, -1]]))],
    [
      'an unknown chain',
      encodeProofValue(
        receiptParts(
          hash,
          hash,
          [],
          [
            [0, 9],
            [1, 1],
            [2, encode(hash)],
          ],
        ),
      ),
    ],
    [
      'too many steps',
      encodeProofValue(
        receiptParts(
          hash,
          hash,
          Array.from({ length: 25 }, () => [0, hash]),
          anchor,
        ),
      ),
    ],
    [
      'a list nested a thousand deep',
      base58btc.encode(Uint8Array.from([...Array.from({ length: 1_000 }, () => 0x81), 0x00])),
    ],
    ['nothing', ''],
  ])('of version 3 that is or holds %s is refused', async (_name, proofValue) => {
    const change: Change = (it) => ({ ...it, proof: { ...(it.proof as JsonObject), proofValue } });
    const started = performance.now();
    expect(await attack({ version: 3 }, change)).toBe('invalid signature');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('of version 3 names a key that the issuer publishes', async () => {
    const withMethod =
      (verificationMethod: string): Change =>
      (it) => ({
        ...it,
        proof: { ...(it.proof as JsonObject), verificationMethod },
      });
    const stranger = 'https://stranger.example/profile.json#key-1';
    expect(await attack({ version: 3 }, withMethod(stranger))).toBe('invalid issuer-unbound');
    const none: Change = (it) => {
      const { verificationMethod, ...proof } = it.proof as JsonObject;
      return { ...it, proof };
    };
    expect(await attack({ version: 3 }, none)).toBe('unknown key-missing');
  });

  it('of one certificate does not cover another', async () => {
    const [one, two] = [await issueBlockcert(), await issueBlockcert({ email: 'bob@example.org' })];
    const mixed = { ...two.document, signature: one.document.signature ?? null };
    expect(await judge(mixed, worldOf(one))).toBe('invalid signature');
  });
});

describe('the chain of a Blockcert', () => {
  it.each<[string, BlockcertOrder, string]>([
    ['another root', { chain: { root: '00'.repeat(32) } }, 'invalid anchor-mismatch'],
    [
      'a sender who is not the issuer',
      { chain: { sender: '1Stranger7xVbqP2MqnZLyL8s4wB9QfT' } },
      'invalid issuer-unbound',
    ],
    ['a key that was revoked before', { key: { revoked: '2026-01-01T12:00:00Z' } }, 'invalid key-revoked'],
    ['a key that ended before', { key: { expires: '2026-01-01T12:00:00Z' } }, 'invalid key-revoked'],
    ['a key that was made later', { key: { created: '2026-01-03T00:00:00Z' } }, 'invalid issuer-unbound'],
    ['a key whose dates are none', { key: { created: 'once' } }, 'invalid issuer-unbound'],
    ['an entry that is not confirmed', { chain: { at: 'never' } }, 'unknown issuer-unresolvable'],
    ['an entry of this minute', { chain: { at: '2026-11-22T23:30:00Z' } }, 'unknown issuer-unresolvable'],
    ['another transaction', { chain: { id: '77'.repeat(32) } }, 'unknown issuer-unresolvable'],
  ])('shows %s', async (_name, order, wanted) => {
    expect(await attack(order)).toBe(wanted);
    expect(await attack(order, undefined, 'one')).toBe(wanted);
    expect(await attack({ ...order, version: 3 })).toBe(wanted);
  });

  it('stands with a key that ended after the entry', async () => {
    expect(await attack({ key: { revoked: '2026-06-01T00:00:00Z' } })).toBe('valid');
  });

  it('is told apart from what is proven offline, in every one of these cases', async () => {
    const told = async (order: BlockcertOrder, without?: string) => {
      const cert = await issueBlockcert(order);
      if (without !== undefined) cert.documents.delete(without);
      const { anchor } = await verify(cert.document, worldOf(cert));
      return [anchor?.offline, anchor?.onChain];
    };
    expect(await told({ chain: { root: '00'.repeat(32) } })).toEqual(['pass', 'fail']);
    expect(await told({ chain: { sender: '1Stranger' } })).toEqual(['pass', 'fail']);
    expect(await told({ key: { revoked: '2026-01-01T12:00:00Z' } })).toEqual(['pass', 'fail']);
    expect(await told({}, 'https://academy.example/profile.json')).toEqual(['pass', 'unknown']);
    const cert = await issueBlockcert();
    const changed = { ...cert.document, issuedOn: '2026-01-01T00:00:01Z' };
    expect((await verify(changed, worldOf(cert))).anchor).toMatchObject({ offline: 'fail', onChain: 'pass' });
  });

  it('is believed only when both explorers say the same', async () => {
    const cert = await issueBlockcert();
    const { documents, transaction, root } = cert;
    const said = {
      id: transaction,
      root,
      sender: '1AcAdEmY7XvBqP2MqNzLyL8s4wB9QfTs3',
      at: '2026-01-02T00:00:00Z',
    };
    tellEntry(documents, explorerHosts[1], transaction, said);
    expect(await judge(cert.document, worldOf(cert))).toBe('valid');
    tellEntry(documents, explorerHosts[1], transaction, { ...said, root: '00'.repeat(32) });
    const report = await verify(cert.document, worldOf(cert));
    expect([report.verdict, report.code]).toEqual(['unknown', 'issuer-unresolvable']);
    expect(report.anchor?.detail).toContain('do not agree');
    documents.delete(`${explorerHosts[1]}/api/tx/${transaction}`);
    expect(await judge(cert.document, worldOf(cert))).toBe('unknown issuer-unresolvable');
    const third = [...cert.explorers.two, 'btc:mainnet=https://three.example/api'];
    tellEntry(documents, 'https://three.example', transaction, said);
    expect(await judge(cert.document, { documents, settings: { explorers: third } })).toBe('valid');
  });

  it('is not asked of explorers of another network, or inside a private one', async () => {
    const cert = await issueBlockcert();
    const ask = (explorer: string) =>
      judge(cert.document, { documents: cert.documents, settings: { explorers: [explorer] } });
    expect(await ask(`btc:testnet=${explorerHosts[0]}/api`)).toBe('unknown issuer-unresolvable');
    expect(await ask('btc:mainnet=http://127.0.0.1/api')).toBe('unknown issuer-unresolvable');
    expect(await ask('nonsense')).toBe('unknown issuer-unresolvable');
  });

  it('does not tell the key of the operator to anybody', async () => {
    const cert = await issueBlockcert({ network: 'ethereumMainnet' });
    const explorers = [`eth:mainnet=${explorerHosts[0]}/api?apikey=hunter2`];
    const report = await verify(cert.document, { documents: cert.documents, settings: { explorers } });
    expect(report.verdict).toBe('unknown');
    expect(JSON.stringify(report)).not.toContain('hunter2');
  });

  it.each(['profile.json', 'revoked.json'])('never stands without %s', async (file) => {
    for (const version of [2, 3] as const) {
      const cert = await issueBlockcert({ version });
      cert.documents.delete(`https://academy.example/${file}`);
      expect(await judge(cert.document, worldOf(cert))).toMatch(/^unknown/);
      for (const nonsense of ['', '[]', '{}', '<html>', '{"publicKey":"x","revokedAssertions":1}']) {
        cert.documents.set(`https://academy.example/${file}`, nonsense);
        expect(await judge(cert.document, worldOf(cert))).not.toBe('valid');
      }
    }
  });
});
