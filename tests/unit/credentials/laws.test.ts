import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundledContexts } from '#server/credentials/contexts/bundled-contexts.ts';
import { isObject, type Json, type JsonObject } from '#server/credentials/core/json.ts';
import {
  createIssuer,
  didDocument,
  issueJwt,
  issueOb3,
  judge,
  statusEntry,
  statusList,
  verify,
} from '#tests/support/signing/index.ts';

/* What must hold for any document and any world (verification.md §8.2). */

const issuer = createIssuer({ kind: 'did:web', seed: 'laws' });
const url = `${issuer.root}/status/1`;
const resolver = {
  byUri: (uri: string) => ({ skillKey: uri.length, label: uri, uri }),
  byLabel: (text: string) => [{ skillKey: text.length, label: text, uri: 'urn:x', confidence: 1 }],
};
await statusList(issuer, { url, set: [1] });
const order = {
  email: 'ada@example.org',
  alignments: [{ name: 'Ladders', url: 'https://skills.example/1', type: 'ceasn:Competency' }],
};
const good = await issueOb3(issuer, { ...order, status: statusEntry(url, 0) });
const bad = await issueOb3(issuer, { ...order, status: statusEntry(url, 1) });
const issuers = [issuer];
const runs = { numRuns: 40 };

/** Every object with its members in another order. */
function shuffle(value: Json, keys: (names: string[]) => string[]): Json {
  if (Array.isArray(value)) return value.map((item) => shuffle(item, keys));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    keys(Object.keys(value)).map((name) => [name, shuffle(value[name] ?? null, keys)]),
  );
}

/** The paths of all objects in a document. */
function listObjects(value: Json, at: string[] = []): string[][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => listObjects(item, [...at, String(index)]));
  if (!isObject(value)) return [];
  return [at, ...Object.entries(value).flatMap(([name, item]) => listObjects(item, [...at, name]))];
}

function withMember(document: JsonObject, path: string[], name: string, value: Json): JsonObject {
  const copy = structuredClone(document);
  const target = path.reduce<Json>((at, part) => (at as JsonObject)[part] ?? null, copy);
  Object.assign(target as JsonObject, { [name]: value });
  return copy;
}

describe('for any document', () => {
  it('the order of members decides nothing', async () => {
    const seeds = fc.infiniteStream(fc.nat());
    await fc.assert(
      fc.asyncProperty(seeds, fc.boolean(), async (stream, isGood) => {
        const mix = (names: string[]) =>
          names
            .map((name) => ({ name, rank: stream.next().value ?? 0 }))
            .sort((a, b) => a.rank - b.rank)
            .map(({ name }) => name);
        const document = shuffle(isGood ? good : bad, mix) as JsonObject;
        expect(await judge(document, { issuers })).toBe(isGood ? 'valid' : 'invalid revoked');
      }),
      runs,
    );
  });

  it('a member added anywhere makes no skill and no good verdict', async () => {
    const places = listObjects(good);
    const names = fc.oneof(
      fc.string({ minLength: 1, maxLength: 12 }),
      fc.constantFrom('tag', 'name', 'alignment', 'https://schema.org/x', '@type', 'result'),
    );
    const values = fc.oneof(
      fc.string(),
      fc.boolean(),
      fc.constant<Json>([{ targetUrl: 'https://skills.example/2', targetName: 'x' }]),
    );
    const before = (await verify(good, { issuers, resolver })).skills.filter(({ counts }) => counts).length;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), names, values, async (path, name, value) => {
        fc.pre(
          name !== '__proto__' && name !== 'proof' && !path.includes('proof') && !path.includes('@context'),
        );
        const changed = withMember(good, path, name, value as Json);
        fc.pre(JSON.stringify(changed) !== JSON.stringify(good));
        const { verdict, skills } = await verify(changed, { issuers, resolver });
        expect(skills.filter(({ counts }) => counts).length).toBeLessThanOrEqual(before);
        if (verdict === 'valid') expect(skills.filter(({ counts }) => counts)).toHaveLength(before);
      }),
      runs,
    );
  });

  it('a byte changed in a token never leaves it valid', async () => {
    const token = issueJwt(issuer, order);
    const [head = '', payload = ''] = token.split('.');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(head.length + payload.length),
        fc.constantFrom('A', 'b', '7', '_'),
        async (at, letter) => {
          fc.pre(token[at] !== letter);
          const changed = token.slice(0, at) + letter + token.slice(at + 1);
          expect(await judge(changed, { issuers })).not.toBe('valid');
        },
      ),
      runs,
    );
  });

  it('garbage ends in a report with eight checks', async () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string().map((text) => new TextEncoder().encode(text)),
      fc.json().map((text) => new TextEncoder().encode(text)),
    );
    await fc.assert(
      fc.asyncProperty(content, async (bytes) => {
        const report = await verify(bytes);
        expect(report.checks).toHaveLength(8);
        expect(report.verdict).not.toBe('valid');
      }),
      { numRuns: 100 },
    );
  });
});

describe('for any world', () => {
  it('taking a fact away never makes a bad credential valid', async () => {
    for (const gone of issuer.documents.keys()) {
      const documents = new Map([...issuer.documents].filter(([address]) => address !== gone));
      expect(await judge(bad, { documents })).not.toBe('valid');
      expect(await judge(good, { documents })).toMatch(/^unknown/);
    }
  });

  it('an address that answers nonsense is never taken for an answer', async () => {
    for (const address of issuer.documents.keys())
      for (const nonsense of ['', '<html></html>', '[]', '{}', 'null', '{"a":1,"a":2}']) {
        const documents = new Map([...issuer.documents, [address, nonsense]]);
        expect(await judge(good, { documents })).not.toBe('valid');
      }
  });
});

describe('our arithmetic', () => {
  it('agrees with the standard library about good and changed documents', async () => {
    const method = (didDocument(issuer).verificationMethod as JsonObject[])[0] ?? {};
    const documentLoader = async (address: string) => {
      const known = bundledContexts[address] ?? {
        '@context': 'https://w3id.org/security/multikey/v1',
        ...method,
      };
      return { contextUrl: null, documentUrl: address, document: known };
    };
    for (const document of [good, { ...good, name: 'Other' }]) {
      const { proof, ...plain } = document;
      const suite = new DataIntegrityProof({ cryptosuite });
      const full = { '@context': plain['@context'] ?? null, ...(proof as JsonObject) };
      const theirs = await suite.verifyProof({ proof: full, document: plain, documentLoader, purpose: {} });
      const ours = await judge(document, { issuers });
      expect(ours === 'valid').toBe(theirs.verified);
    }
  });
});
