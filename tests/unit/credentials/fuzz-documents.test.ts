import fc from 'fast-check';
import { base58btc } from 'multiformats/bases/base58';
import { describe, it } from 'vitest';
import { readInstant } from '#server/credentials/core/dates.ts';
import { didWebUrl, webvhUrl } from '#server/credentials/core/did-web.ts';
import { isObject, type Json, type JsonObject } from '#server/credentials/core/json.ts';
import { gateJson } from '#server/credentials/core/json-gate.ts';
import { readReceipt2017 } from '#server/credentials/core/receipt.ts';
import { readRegistryList } from '#server/credentials/core/registries/dcc-list.ts';
import { readDccRegistry } from '#server/credentials/core/registries/dcc-registry.ts';
import { readIssuerRecord } from '#server/credentials/core/registries/ebsi.ts';
import { openClaims } from '#server/credentials/core/sd-jwt.ts';
import { readReceipt2019 } from '#server/credentials/gather/blockcerts/merkle-proof-2019.ts';
import { classify, classifyPart } from '#server/credentials/gather/classify.ts';
import { startGathering } from '#server/credentials/gather/context.ts';
import { readSeal } from '#server/credentials/gather/edc/read-seal.ts';
import { readTimeStamp } from '#server/credentials/gather/edc/time-stamp.ts';
import { readJwk, readMethodKey } from '#server/credentials/gather/keys/public-key.ts';
import { documentOf } from '#server/credentials/gather/keys/self-describing.ts';
import { resolveWebvh } from '#server/credentials/gather/keys/webvh.ts';
import { readJson } from '#server/credentials/gather/read-json.ts';
import { parseAnswer } from '#server/credentials/gather/registries/read-answer.ts';
import { readSdJwt } from '#server/credentials/gather/sd-jwt.ts';
import { answerBit } from '#server/credentials/gather/status/bit-list.ts';
import { readToken } from '#server/credentials/gather/token.ts';
import { askForAnyBadge } from '#server/presentations/core/dcql.ts';
import { readVpToken } from '#server/presentations/core/response.ts';
import {
  bentBytes,
  bentJson,
  bentText,
  type FuzzedParser,
  fuzzed,
  fuzzTimeoutMs,
  runFuzzed,
} from '#tests/support/fuzz.ts';
import { encodeProofValue, receiptParts } from '#tests/support/signing/blockcerts.ts';
import { issueEdc, makeTimeStamp } from '#tests/support/signing/edc.ts';
import {
  createIssuer,
  encodeBits,
  issueJwt,
  issueOb3,
  issueSdJwt,
  makeKey,
  makeLog,
  publicJwk,
  showSdJwt,
  statusEntry,
} from '#tests/support/signing/index.ts';
import { clock } from '#tests/support/signing/verify.ts';

/*
 * Every parser of documents that strangers wrote, on garbage and on good samples with a few places changed: it never
 * throws, ends soon and answers in one of its own ways.
 */

const issuer = createIssuer({ kind: 'did:web', alg: 'ES256', seed: 'fuzz' });
const controller = makeKey('EdDSA', 'fuzz');
const badge = await issueOb3(createIssuer({ kind: 'did:key', seed: 'fuzz' }));
const badgeText = JSON.stringify(badge);
const token = issueJwt(issuer);
const shown = showSdJwt(issueSdJwt(issuer, { hidden: { email: 'a@example.org', list: [1, { a: 2 }] } }));
const hash = 'ab'.repeat(32);
const says = (answer: { ok: boolean }) => typeof answer.ok === 'boolean';

const receipt2017 = {
  targetHash: hash,
  merkleRoot: hash,
  proof: [{ left: hash }, { right: hash }],
  anchors: [{ sourceId: hash, type: 'BTCOpReturn', chain: 'bitcoinMainnet' }],
};
const anchor: [number, unknown][] = [
  [0, 0],
  [1, 1],
  [2, hash],
];
const receipt2019 = base58btc.decode(
  encodeProofValue(receiptParts(hash, hash, [[0, hash]], anchor)) as `z${string}`,
);

const listUrl = 'https://lists.example/1';
const list = {
  id: listUrl,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: issuer.id,
  credentialSubject: {
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: encodeBits({ 1: 1 }),
  },
};

/** An entry against a list, either of them bent: a bent index or list is never taken for another's bit. */
async function looksUp({ entry, json }: { entry: JsonObject; json: JsonObject }): Promise<boolean> {
  const credential = { issuer: issuer.id };
  const read = async () => ({ ok: true, list: { json, token: null } }) as const;
  const fact = await answerBit(entry, 'BitstringStatusListEntry', credential, read, async () => null);
  const isPlain = fact.standing !== 'clear' || /^\d{1,9}$/.test(String(entry.statusListIndex));
  return isPlain && ['set', 'clear', 'unknown'].includes(fact.standing);
}

const log = makeLog('log.example', [
  { time: '2025-01-01T00:00:00Z', signer: controller, keys: [controller] },
  { time: '2025-02-01T00:00:00Z', signer: controller },
]);
const logText = log.entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');

/** A log that was bent is nobody's document, unless it reads as it was written. */
async function resolves(text: string): Promise<boolean> {
  const body = new TextEncoder().encode(text);
  const answer = {
    ok: true,
    status: 200,
    contentType: 'text/jsonl',
    body,
    fetchedAt: clock.toISOString(),
  } as const;
  const context = startGathering(async (url) => ({ ...answer, url }), clock);
  const document = await resolveWebvh(log.did, null, context);
  if (document.state !== 'found') return typeof document.detail === 'string';
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  // Versions may be missing at the end; what is there stands word for word.
  return lines.every(
    (line, at) =>
      JSON.stringify(sorted(JSON.parse(line))) === JSON.stringify(sorted(log.entries[at] ?? null)),
  );
}

function sorted(value: Json): Json {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  );
}

const registry = {
  meta: { updated: '2026-01-01' },
  registry: { 'did:key:z6Mk': { name: 'A', url: 'https://a.example', validUntil: '2030-01-01T00:00:00Z' } },
};
const record = { did: 'did:ebsi:a', attributes: [{ attribute: { body: token, tao: 'did:ebsi:b' } }] };
const registries = [{ name: 'A', type: 'dcc-legacy', url: 'https://a.example/r.json' }];

function readsRegistry(text: string): boolean {
  const parsed = parseAnswer(text);
  if (!parsed.ok) return typeof parsed.detail === 'string';
  const entries = readIssuerRecord(parsed.json, 'did:ebsi:a');
  const lists = [readDccRegistry(parsed.json), readRegistryList(parsed.json, {}, 24)];
  return lists.every(says) && (entries === null || Array.isArray(entries));
}

function opens(text: string): boolean {
  const read = readSdJwt(text);
  if (!read.ok) return ['malformed', 'too-large'].includes(read.code);
  const content = read.split.disclosures.map((item, at) => ({ digest: `d${at}`, content: [item, item] }));
  return says(openClaims(read.token.body, content));
}

const parsers: Record<string, FuzzedParser> = {
  'the gate in front of JSON': fuzzed(
    bentText(badgeText, '{"a":1,"b":[2,"\\u0061"]}', '[[[[1e308]]]]'),
    (text) => {
      const [gate, read] = [gateJson(text), readJson(text)];
      return read.ok
        ? gate.ok && read.values === gate.values
        : ['malformed', 'too-large'].includes(read.code);
    },
    1_000,
  ),
  tokens: fuzzed(bentText(token), (text) => says(readToken(text)), 500),
  'SD-JWT and disclosures': fuzzed(bentText(shown), opens, 500),
  'disclosures with digests': fuzzed(
    fc.array(
      fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 4 })),
      {
        maxLength: 5,
      },
    ),
    (items) => {
      const disclosures = items.map(([digest, content]) => ({ digest, content: content as Json[] }));
      return says(openClaims({ _sd: ['a'], x: [{ '...': 'b' }], y: { _sd: ['c'] } }, disclosures));
    },
    300,
  ),
  'what a document is': fuzzed(bentJson(badge), (json) => {
    const text = JSON.stringify(json);
    const whole = classify({ kind: 'json', container: 'json', json, values: 1, text });
    return typeof whole.kind === 'string' && typeof classifyPart(json).kind === 'string';
  }),
  'receipts of 2019 (CBOR)': fuzzed(
    bentBytes(receipt2019),
    (bytes) => says(readReceipt2019(base58btc.encode(bytes))),
    500,
  ),
  'receipts of 2017': fuzzed(bentJson(receipt2017), (json) => says(readReceipt2017(json, null))),
  'logs of did:webvh': fuzzed(bentText(logText), resolves, 500),
  'status entries': fuzzed(
    bentJson(statusEntry(listUrl, 0)).map((entry) => ({ entry, json: list })),
    looksUp,
  ),
  'status lists': fuzzed(
    bentJson(list).map((json) => ({ entry: statusEntry(listUrl, 0), json })),
    looksUp,
  ),
  'bits of status lists': fuzzed(
    bentText(encodeBits({ 1: 1 }, 1, 200)).map((encodedList) => ({
      entry: statusEntry(listUrl, 0),
      json: { ...list, credentialSubject: { ...list.credentialSubject, encodedList } },
    })),
    looksUp,
    300,
  ),
  'answers of wallets': fuzzed(
    bentText('{"badge":[{"type":"VerifiablePresentation"}],"badge-jwt":["a.b.c"]}'),
    (text) => says(readVpToken(text, askForAnyBadge([]))),
    500,
  ),
  'files of registries': fuzzed(
    bentText(...[registry, record, registries].map((file) => JSON.stringify(file))),
    readsRegistry,
    500,
  ),
  seals: fuzzed(bentJson(issueEdc()), (json) => says(readSeal(json))),
  'time stamps (DER)': fuzzed(
    bentBytes(Buffer.from(makeTimeStamp(), 'base64')),
    (bytes) => {
      const at = readTimeStamp(Buffer.from(bytes));
      return at === null || !Number.isNaN(at.getTime());
    },
    500,
  ),
  keys: fuzzed(
    fc.oneof(
      bentJson(publicJwk(issuer.key)),
      bentText(issuer.id, createIssuer({ kind: 'did:key' }).id.slice(8)),
    ),
    (input) => {
      if (typeof input !== 'string') return says(readJwk(input));
      const methods = ['publicKeyMultibase', 'publicKeyBase58', 'publicKeyPem'].map((name) => ({
        [name]: input,
      }));
      return methods.every((method) => says(readMethodKey(method)));
    },
    500,
  ),
  DIDs: fuzzed(
    bentText(
      issuer.id,
      'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK',
      'did:jwk:e30',
      log.did,
      'did:web:a.b%3A80:c',
    ),
    (did) => {
      const addresses = [didWebUrl(did), webvhUrl(did)];
      const self = documentOf(did);
      return (
        addresses.every((url) => url === null || URL.canParse(url)) &&
        (self === null || self.id === did.split('#')[0])
      );
    },
    500,
  ),
  dates: fuzzed(
    bentText('2026-01-01T00:00:00.123Z', '2026-01-01T23:59:60+14:00'),
    (text) => {
      const instant = readInstant(text);
      return instant === null || Number.isFinite(instant.ms);
    },
    500,
  ),
};

describe('a parser of documents', () => {
  it.each(Object.entries(parsers))(
    'bears %s of any kind',
    { timeout: fuzzTimeoutMs },
    async (_name, parser) => {
      await runFuzzed(parser);
    },
  );
});
