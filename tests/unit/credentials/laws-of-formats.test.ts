import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isObject, type Json, type JsonObject } from '#server/credentials/core/json.ts';
import { findingCodes, type Report } from '#server/credentials/core/report.ts';
import { fuzzRuns, fuzzTimeoutMs } from '#tests/support/fuzz.ts';
import { issueSamples, type Sample } from '#tests/support/samples.ts';
import { issueBlockcert } from '#tests/support/signing/blockcerts.ts';
import {
  createIssuer,
  didDocument,
  issueOb2Hosted,
  issueOb2Signed,
  issueOb3,
  issueSdJwt,
  publishRevocationList,
  showSdJwt,
  statusEntry,
  statusList,
  tokenStatusList,
  verify,
} from '#tests/support/signing/index.ts';

/* The laws of verification.md §8.2, over every format. */

const resolver = { byUri: (uri: string) => ({ skillKey: uri.length, label: uri, uri }), byLabel: () => [] };
const samples = await issueSamples();
const ask = (
  { documents, settings = {} }: Sample,
  content: Sample['content'],
  gone: readonly string[] = [],
) =>
  verify(content, {
    documents: new Map([...documents].filter(([address]) => !gone.includes(address))),
    settings,
    resolver,
    emails: ['ada@example.org'],
  });

type JsonSample = Sample & { content: JsonObject };
const documents = samples.filter((sample): sample is JsonSample => typeof sample.content !== 'string');
const named = <T extends Sample>(list: readonly T[]) =>
  list.map((sample): [string, T] => [sample.name, sample]);

/** Every object with its members in another order; lists of proofs and contexts turned around where that is wished. */
function shuffle(value: Json, next: () => number, turnsLists: boolean): Json {
  if (Array.isArray(value)) return value.map((item) => shuffle(item, next, turnsLists));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, item]) => {
    const inner = shuffle(item, next, turnsLists);
    const isTurned = turnsLists && (name === 'proof' || name === '@context') && Array.isArray(inner);
    return { name, inner: isTurned ? inner.toReversed() : inner, rank: next() };
  });
  return Object.fromEntries(members.sort((a, b) => a.rank - b.rank).map(({ name, inner }) => [name, inner]));
}

/** The document with one text in it changed, whose place is counted off. */
function tamper(value: JsonObject, at: number): JsonObject {
  let place = 0;
  const walk = (item: Json): Json => {
    if (typeof item === 'string') return place++ === at ? `${item}x` : item;
    if (Array.isArray(item)) return item.map(walk);
    return isObject(item)
      ? Object.fromEntries(Object.entries(item).map(([name, inner]) => [name, walk(inner)]))
      : item;
  };
  return walk(value) as JsonObject;
}

const counting = ({ skills }: Report) => skills.filter(({ counts }) => counts).length;

describe('order', () => {
  it.each(named(documents))(
    '%s: of members decides nothing',
    { timeout: fuzzTimeoutMs },
    async (_name, sample) => {
      await fc.assert(
        fc.asyncProperty(fc.infiniteStream(fc.nat()), async (stream) => {
          const document = shuffle(sample.content, () => stream.next().value ?? 0, false) as JsonObject;
          expect((await ask(sample, document)).verdict).toBe('valid');
        }),
        fuzzRuns(10),
      );
    },
  );

  it.each(named(documents))(
    '%s: of members, proofs and contexts never heals',
    { timeout: fuzzTimeoutMs },
    async (_name, sample) => {
      await fc.assert(
        fc.asyncProperty(fc.infiniteStream(fc.nat()), fc.nat(40), async (stream, at) => {
          const bad = tamper(sample.content, at);
          fc.pre((await ask(sample, bad)).verdict !== 'valid');
          const document = shuffle(bad, () => stream.next().value ?? 0, true) as JsonObject;
          expect((await ask(sample, document)).verdict).not.toBe('valid');
        }),
        fuzzRuns(15),
      );
    },
  );
});

describe('more', () => {
  /** The paths of all objects in a document. */
  const listObjects = (value: Json, at: string[] = []): string[][] => {
    if (Array.isArray(value))
      return value.flatMap((item, index) => listObjects(item, [...at, String(index)]));
    if (!isObject(value)) return [];
    return [at, ...Object.entries(value).flatMap(([name, item]) => listObjects(item, [...at, name]))];
  };
  const added: fc.Arbitrary<[string, Json]> = fc.oneof(
    fc.tuple(fc.constantFrom('tag', 'tags'), fc.constant<Json>(['surgery'])),
    fc.tuple(
      fc.constantFrom(
        'alignment',
        'alignments',
        'https://purl.imsglobal.org/spec/vc/ob/vocab.html#alignment',
      ),
      fc.constant<Json>([
        { type: ['Alignment'], targetName: 'x', targetUrl: 'https://skills.example/surgery' },
      ]),
    ),
    fc.tuple(
      fc.constantFrom('relatedESCOSkill', 'learningAchievement', 'hasClaim'),
      fc.constant<Json>({ id: 'urn:x' }),
    ),
    fc.tuple(fc.string({ minLength: 1, maxLength: 8 }), fc.string()),
  );

  it.each(named(documents))(
    '%s: a member added anywhere makes no skill and no other content',
    { timeout: fuzzTimeoutMs },
    async (_name, sample) => {
      const original = await ask(sample, sample.content);
      const places = fc.constantFrom(...listObjects(sample.content));
      await fc.assert(
        fc.asyncProperty(places, added, async (path, [name, value]) => {
          const document = structuredClone(sample.content);
          const target = path.reduce<Json>(
            (at, part) => (at as JsonObject)[part] ?? null,
            document,
          ) as JsonObject;
          fc.pre(name !== '__proto__' && target[name] === undefined);
          target[name] = value;
          const report = await ask(sample, document);
          expect(counting(report)).toBeLessThanOrEqual(counting(original));
          if (report.verdict === 'valid') expect(report.credential).toEqual(original.credential);
        }),
        fuzzRuns(30),
      );
    },
  );
});

/** Credentials that do not stand because of something that somebody publishes. */
async function issueWithdrawn(): Promise<Sample[]> {
  const own = createIssuer({ kind: 'did:web', seed: 'withdrawn' });
  const list = `${own.root}/list`;
  await statusList(own, { url: list, set: [5] });
  const tokens = createIssuer({ kind: 'did:web', slug: 'tokens', seed: 'withdrawn' });
  const tokenList = `${tokens.root}/list`;
  tokenStatusList(tokens, { url: tokenList, set: { 5: 1 } });
  const status = { status_list: { idx: 5, uri: tokenList } };
  const old = createIssuer({ kind: 'https', alg: 'ES256', slug: 'old', seed: 'withdrawn' });
  const revocationList = publishRevocationList(old, ['urn:uuid:0f6c3a0e-0000-4000-8000-000000000001']);
  const hosting = createIssuer({ kind: 'https', slug: 'hosting', alg: 'ES256', seed: 'withdrawn' });
  const hosted = issueOb2Hosted(hosting);
  hosting.documents.set(String(hosted.id), { ...hosted, revoked: true });
  const keyless = createIssuer({ kind: 'did:web', slug: 'keyless', seed: 'withdrawn' });
  keyless.documents.set(
    `${keyless.root}/did.json`,
    didDocument(keyless, { revoked: '2026-02-01T00:00:00Z' }),
  );
  const cert = await issueBlockcert({ version: 3 });
  const [address = ''] = [...cert.documents.keys()].filter((url) => url.endsWith('revoked.json'));
  const revokedList = cert.documents.get(address) as JsonObject;
  cert.documents.set(address, { ...revokedList, revokedAssertions: [{ id: cert.document.id ?? null }] });
  const settings = { explorers: cert.explorers.two };
  return [
    {
      name: 'a bit',
      content: await issueOb3(own, { status: statusEntry(list, 5) }),
      documents: own.documents,
    },
    {
      name: 'a token status',
      content: showSdJwt(issueSdJwt(tokens, { claims: { status } })),
      documents: tokens.documents,
    },
    {
      name: 'a list of 2.0',
      content: issueOb2Signed(old, { profile: { revocationList } }),
      documents: old.documents,
    },
    { name: 'the host', content: hosted, documents: hosting.documents },
    { name: 'a key', content: await issueOb3(keyless), documents: keyless.documents },
    { name: 'a list of Blockcerts', content: cert.document, documents: cert.documents, settings },
  ];
}

const withdrawn = await issueWithdrawn();

describe('less', () => {
  const pairs = ({ documents: world }: Sample) => {
    const addresses = [...world.keys()];
    return addresses.flatMap((one, at) => addresses.slice(at).map((two) => [one, two]));
  };

  it.each(named(withdrawn))('%s: taking a fact away never makes it valid', async (_name, sample) => {
    expect((await ask(sample, sample.content)).verdict).toBe('invalid');
    for (const gone of pairs(sample))
      expect((await ask(sample, sample.content, gone)).verdict).not.toBe('valid');
  });

  it.each(named(samples))(
    '%s: without a fact that was asked for it is valid no more, or as it was',
    async (_name, sample) => {
      const original = await ask(sample, sample.content);
      for (const gone of sample.documents.keys()) {
        const report = await ask(sample, sample.content, [gone]);
        expect(report.verdict).not.toBe('invalid');
        if (report.verdict === 'valid') expect(report.credential).toEqual(original.credential);
      }
    },
  );
});

describe('clocks', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  const timeless = (report: Report) =>
    JSON.stringify(report, (name, value: unknown) => (name === 'tookMs' ? 0 : value));

  it.each(named(samples))('%s: only the clock that is handed in decides', async (_name, sample) => {
    const now = await ask(sample, sample.content);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2051-01-01T00:00:00Z') });
    const later = await ask(sample, sample.content);
    expect(timeless(later)).toBe(timeless(now));
    expect(later.verdict).toBe('valid');
  });
});

describe('codes', () => {
  it('are each expected by a test that verifies something', () => {
    const folder = new URL('.', import.meta.url);
    const tests = readdirSync(folder).filter(
      (name) => name !== 'codes.test.ts' && name !== 'laws-of-formats.test.ts',
    );
    const text = tests.map((name) => readFileSync(new URL(name, folder), 'utf8')).join('\n');
    const untested = findingCodes.filter(
      (code) => !new RegExp(`(?:valid|unknown) ${code}\\b|'${code}'`).test(text),
    );
    expect(untested).toEqual([]);
  });
});
