import '#server/credentials/core/jsonld-cache.mjs';

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { afterAll, describe, expect, it } from 'vitest';
import { bundledContexts } from '#server/credentials/contexts/bundled-contexts.ts';
import { isObject, type Json, type JsonObject, objectsOf, omit } from '#server/credentials/core/json.ts';
import { contextCache } from '#server/credentials/core/jsonld-cache.mjs';
import { loaderOf } from '#server/credentials/threads/jsonld-answers.mjs';
import { hasShared, sharedCredentials } from '#tests/conformance/manifest.ts';
import { tameDocument, wildDocument } from '#tests/support/json-ld-documents.ts';
import { createIssuer, issueOb3, judge } from '#tests/support/signing/index.ts';
import { listFiles, root } from '#tests/support/source.ts';

/* The remembered contexts beside jsonld as it is published: the canonical form must be the same, byte for byte. */

const plain = new Worker(path.join(root, 'tests/support/plain-canonize.mjs'), {
  workerData: { contexts: bundledContexts },
  execArgv: [],
});
afterAll(() => plain.terminate());

function canonizePlain(documents: JsonObject[]): Promise<(string | null)[]> {
  return new Promise((resolve) => {
    plain.once('message', resolve);
    plain.postMessage(documents);
  });
}

const options = { safe: true, base: null, documentLoader: loaderOf(bundledContexts) };

async function canonizeRemembering(documents: JsonObject[]): Promise<(string | null)[]> {
  const answers: (string | null)[] = [];
  for (const document of documents)
    answers.push(
      await jsonld
        .canonize(document, options as unknown as Parameters<typeof jsonld.canonize>[1])
        .then(String, () => null),
    );
  return answers;
}

async function compare(documents: JsonObject[]): Promise<(string | null)[]> {
  const [wanted, got] = [await canonizePlain(documents), await canonizeRemembering(documents)];
  expect(got).toEqual(wanted);
  return got;
}

/** Every JSON-LD document and proof in a file, however deep. */
function listDocuments(value: Json): JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(listDocuments);
  if (!isObject(value)) return [];
  const inner = Object.values(value).flatMap(listDocuments);
  if (value['@context'] === undefined) return inner;
  const context = value['@context'];
  const proofs = objectsOf(value.proof).map((proof) => ({
    ...omit(proof, 'proofValue', 'jws'),
    '@context': context,
  }));
  return [omit(value, 'proof'), ...proofs, ...inner];
}

function readDocuments(): JsonObject[] {
  const files = readdirSync(sharedCredentials, { recursive: true, encoding: 'utf8' });
  const documents = files
    .filter((name) => name.endsWith('.json') && name !== 'manifest.json')
    .flatMap((name) => {
      try {
        return listDocuments(JSON.parse(readFileSync(path.join(sharedCredentials, name), 'utf8')) as Json);
      } catch {
        return [];
      }
    });
  // Contexts themselves are no documents.
  return documents.filter((document) => Object.keys(document).length > 1);
}

describe.skipIf(!hasShared)('the corpus (needs SHARED_DIR)', () => {
  it('has the same canonical forms with and without what is remembered', async () => {
    const documents = readDocuments();
    expect(documents.length).toBeGreaterThan(90);
    const answers = await compare(documents);
    expect(answers.filter((answer) => answer !== null).length).toBeGreaterThan(60);
    const before = contextCache.hits;
    await compare(documents.toReversed());
    expect(contextCache.hits).toBeGreaterThan(before + 500);
  });
});

describe('generated documents', () => {
  const runs = Number(process.env.FUZZ_RUNS ?? 40);

  it.each([
    ['that can be read', tameDocument, 5],
    ['of every kind', wildDocument, 0],
  ])(
    '%s have the same canonical forms with and without what is remembered',
    async (_what, kind, readable) => {
      let read = 0;
      const ten = fc.array(kind, { minLength: 10, maxLength: 10 });
      await fc.assert(
        fc.asyncProperty(ten, async (documents) => {
          const answers = await compare(documents);
          read += answers.filter((answer) => answer !== null && answer !== '').length;
        }),
        { numRuns: runs },
      );
      // Documents that nobody can read would compare nothing.
      expect(read).toBeGreaterThanOrEqual(runs * readable);
    },
  );
});

describe('what is remembered', () => {
  const canonize = (document: JsonObject) => canonizeRemembering([document]).then(([answer]) => answer);
  const context = 'https://www.w3.org/ns/credentials/v2';
  const good = { '@context': [context], id: 'urn:uuid:1', type: ['VerifiableCredential'] };

  it('is no error: what is refused is refused each time', async () => {
    const tampered = {
      ...good,
      '@context': [context, { VerifiableCredential: 'https://vocab.example/other' }],
    };
    for (let time = 0; time < 3; time++) {
      expect(await canonize(tampered)).toBeNull();
      expect(await canonize({ ...good, unknownTerm: 1 })).toBeNull();
      expect(await canonize(good)).not.toBeNull();
    }
  });
});

describe('jsonld', () => {
  it('is pinned, since its inside is reached into', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(dependencies.jsonld).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('is loaded by nothing in the server before its contexts are remembered', () => {
    const loads = /^import (?!type ).*'(?:jsonld|jsonld-signatures|@digitalbazaar\/(?!.*context).*)';$/m;
    const users = listFiles().filter(
      (file) =>
        /^server\/.*\.(?:ts|mjs)$/.test(file) && loads.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(users.length).toBeGreaterThan(2);
    const late = users.filter(
      (file) => !/^import '[^']*\/jsonld-cache\.mjs';/.test(readFileSync(path.join(root, file), 'utf8')),
    );
    expect(late).toEqual([]);
  });

  it('has nothing to do when a credential is looked at again', async () => {
    const issuer = createIssuer({ kind: 'did:key', seed: 'again' });
    const document = await issueOb3(issuer, { tags: ['ladders'] });
    const work = () => contextCache.hits + contextCache.misses;
    const before = work();
    expect(await judge(document)).toBe('valid');
    const after = work();
    expect(after).toBeGreaterThan(before);
    expect(await judge(document)).toBe('valid');
    expect(work()).toBe(after);
    // What is remembered is the arithmetic, not the verdict.
    expect(await judge(document, { now: new Date('2020-01-01') })).toBe('invalid not-yet-valid');
    expect(await judge({ ...document, name: 'Else' })).toBe('invalid signature');
    expect(work()).toBeGreaterThan(after);
  });
});
