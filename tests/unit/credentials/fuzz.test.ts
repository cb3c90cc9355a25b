import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateJson, gateLimits } from '#server/credentials/core/json-gate.ts';
import { findingCodes } from '#server/credentials/core/report.ts';
import { classify } from '#server/credentials/gather/classify.ts';
import { recogniseLink } from '#server/credentials/gather/links/recognise-link.ts';
import { openArchive } from '#server/credentials/gather/open-archive.ts';
import { readJson } from '#server/credentials/gather/read-json.ts';
import { readToken } from '#server/credentials/gather/token.ts';
import { unpack, unpackAll } from '#server/credentials/gather/unpack/unpack.ts';
import { archiveLimits, type Single, type Unpacked } from '#server/credentials/gather/unpack/unpacked.ts';
import { makePdf } from '#tests/support/pdfs.ts';
import { pngChunk } from '#tests/support/signing/bake.ts';
import { bakedPng, bakedSvg, plainPng } from '#tests/support/signing/index.ts';
import { makeZip } from '#tests/support/zips.ts';

/*
 * Every reader of bytes, fed with what nobody would write. About ten thousand inputs in the suite; a million by
 * `FUZZ_RUNS=1000000 npx vitest run --project pure tests/unit/credentials/fuzz.test.ts`. Whatever comes in, the answer is
 * of a known kind, within its limits and in time. A failure prints the seed and the smallest input; FUZZ_SEED repeats it.
 */

const total = Number(process.env.FUZZ_RUNS ?? 10_000);
const seed = process.env.FUZZ_SEED === undefined ? {} : { seed: Number(process.env.FUZZ_SEED) };
/** Shares of the whole; a PDF costs a thread a hundred times as much as a text. */
const share = (part: number) => ({ ...seed, numRuns: Math.max(10, Math.round(total * part)) });
const timeLimit = 60_000 + total * 5;
const slowest = 1_000;

const kinds = ['json', 'token', 'disclosed', 'link', 'refused'];

/** The properties of one document, and the time that reading it took. */
function checkSingle(document: Single): void {
  expect(kinds).toContain(document.kind);
  if (document.kind === 'refused') {
    expect(findingCodes).toContain(document.code);
    expect(document.detail).toMatch(/\S/);
    expect(document.detail.length).toBeLessThan(500);
  }
  if (document.kind === 'json') expect(document.values).toBeLessThanOrEqual(gateLimits.values);
  const classified = classify(document);
  expect(typeof classified.format).toBe('string');
  if (classified.kind === 'refused') expect(findingCodes).toContain(classified.code);
}

function checkUnpacked(unpacked: Unpacked): void {
  if (unpacked.kind !== 'archive') {
    checkSingle(unpacked);
    return;
  }
  const { entries, links } = unpacked;
  expect(entries.length).toBeLessThanOrEqual(archiveLimits.entries);
  expect(entries.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)).toBeLessThanOrEqual(
    archiveLimits.bytes,
  );
  for (const { document } of [...entries, ...links]) checkSingle(document);
  for (const { name } of entries) expect(name).toMatch(/^[^\p{Cc}\p{Cf}/\\]{1,200}$/u);
  const { credentials, others } = openArchive(unpacked);
  expect(credentials.length + others.length).toBeLessThanOrEqual(entries.length + links.length);
}

async function checkBytes(bytes: Uint8Array): Promise<void> {
  const started = performance.now();
  checkUnpacked(await unpackAll(bytes));
  checkSingle(unpack(bytes));
  expect(performance.now() - started).toBeLessThan(slowest * 6);
}

/** Real files of the shared corpus where it is at hand, and files made here, which are of the same kinds. */
function corpus(): Uint8Array[] {
  const folder = process.env.SHARED_DIR && path.join(process.env.SHARED_DIR, 'credentials');
  if (!folder || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => /\.(json|jwt|png|svg)$/.test(file) && !file.includes('/support/'))
    .filter((file) => statSync(file).size < 40_000)
    .map((file) => readFileSync(file));
}

const json =
  '{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],"a":{"b":[1,2]}}';
const token = `${Buffer.from('{"alg":"ES256","kid":"x"}').toString('base64url')}.${Buffer.from('{"vc":{"type":[]}}').toString('base64url')}.c2ln`;
const zipped = makeZip([
  { name: 'a.json', content: json },
  { name: 'b/c.jwt', content: token, stored: true },
]);
const made = [json, token, `${token}~${token}~`, bakedSvg(json), bakedSvg(token)].map((text) =>
  Buffer.from(text),
);
const files = [...made, bakedPng(json), bakedPng(token, 'ob2'), zipped, ...corpus()];

/** What a careless or hostile hand does to a file: cuts, flips, repeats, moves, fills and joins. */
type Mutation = { at: number; length: number; kind: number; fill: number };
const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.nat(8), fc.nat(5_000)),
  kind: fc.nat(6),
  fill: fc.constantFrom(0, 0x22, 0x3c, 0x7b, 0x5b, 0xff, 0x2e, 0x26, 0x80),
});

function mutate(bytes: Uint8Array, { at, length, kind, fill }: Mutation): Uint8Array {
  const start = Math.floor(at * bytes.length);
  const [head, body, tail] = [
    bytes.subarray(0, start),
    bytes.subarray(start, start + length),
    bytes.subarray(start + length),
  ];
  switch (kind) {
    case 0:
      return head;
    case 1:
      return Buffer.concat([head, tail]);
    case 2:
      return Buffer.concat([head, body, body, tail]);
    case 3:
      return Buffer.concat([head, Buffer.alloc(length, fill), tail]);
    case 4:
      return Buffer.concat([tail, head]);
    case 5:
      return Buffer.concat([head, body.map((byte) => byte ^ (fill || 1)), tail]);
    default:
      return Buffer.concat([bytes, Buffer.alloc(Math.min(length, 64), fill), body]);
  }
}

const mutated = fc
  .tuple(fc.nat(files.length - 1), fc.array(mutation, { minLength: 1, maxLength: 4 }))
  .map(([at, changes]) => changes.reduce(mutate, files[at] ?? new Uint8Array()));

/** A PNG whose checksums fit, so that what is inside is really read. */
const sealedPng = fc
  .array(
    fc.record({
      type: fc.constantFrom('iTXt', 'tEXt', 'zTXt', 'IDAT', 'IEND', 'iTXT'),
      keyword: fc.constantFrom('openbadgecredential', 'openbadges', 'Comment', ''),
      flags: fc.uint8Array({ maxLength: 6 }),
      text: fc.oneof(
        fc.constantFrom(json, token, 'https://x.example/'),
        fc.string(),
        fc.string({ unit: 'binary' }),
      ),
    }),
    { maxLength: 4 },
  )
  .map((chunks) => {
    const parts = chunks.map(({ type, keyword, flags, text }) =>
      pngChunk(type, Buffer.concat([Buffer.from(`${keyword}\0`), flags, Buffer.from(text)]), crc32),
    );
    return Buffer.concat([plainPng.subarray(0, -12), ...parts, plainPng.subarray(-12)]);
  });

const xmlPieces = fc.constantFrom(
  '<svg>',
  '</svg>',
  '<g>',
  '</g>',
  '<x:assertion xmlns:x="http://openbadges.org" verify="',
  '"/>',
  '<ob:credential xmlns:ob="https://purl.imsglobal.org/ob/v3p0">',
  '</ob:credential>',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE svg',
  ' [<!ENTITY a "b">]>',
  '>',
  '&a;',
  '&#x0;',
  json,
  token,
  '<?xml version="1.1"?>',
  '\u0000',
  '\uFEFF',
  'xmlns:x=""',
);
const xml = fc.array(xmlPieces, { maxLength: 30 }).map((pieces) => Buffer.from(`<svg>${pieces.join('')}`));

const jsonPieces = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  '"a"',
  '"\\u0061"',
  ':',
  ',',
  '1e999',
  '-',
  '"',
  '\\',
  'null',
  '"__proto__"',
  '"@context"',
  ' ',
  '\u0000',
  '//',
  '\uD800',
);
const nearJson = fc.oneof(
  fc.array(jsonPieces, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.json(),
  fc.string({ unit: 'binary' }),
);

const tokenPart = fc.oneof(
  fc.base64String().map((text) => text.replace(/[+/=]/g, '_')),
  fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value)).toString('base64url')),
  fc.constantFrom('', 'eyJhbGciOiJub25lIn0', 'eyJhbGciOiJFUzI1NiIsImNyaXQiOlsieCJdfQ', '__proto__', '....'),
);
const nearToken = fc.array(tokenPart, { maxLength: 6 }).map((parts) => parts.join('.'));

const platformHosts = fc.constantFrom(
  'www.credly.com',
  'badgr.com',
  'eu.badgr.io',
  'www.credential.net',
  'x.accredible.com',
  'coursera.org',
  'courses.edx.org',
  'www.udemy.com',
  'www.linkedin.com',
  'learn.microsoft.com',
  '__proto__',
  'constructor',
);
const linkParts = fc.constantFrom(
  'badges',
  'public',
  'assertions',
  'go',
  'certificate',
  'certificates',
  'share',
  '..',
  '%2e%2e',
  'UC-1A2B3C4D',
  'ab'.repeat(16),
  '0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c',
  '12345678',
  'a b',
  '?x=',
  '#',
  '//',
  '@evil.example',
);
const nearLink = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS://user@', 'javascript:', ''),
    platformHosts,
    fc.array(linkParts, { maxLength: 5 }),
  )
  .map(([scheme, host, parts]) => `${scheme}${host}/${parts.join('/')}`);

const zipFile = fc.record({
  name: fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('../a', '/a', 'a/', '__MACOSX/a', 'C:\\a'),
  ),
  content: fc.oneof(
    fc.constantFrom(json, token, Buffer.from(zipped), deflateRawSync(json)),
    fc.uint8Array({ maxLength: 300 }),
  ),
  stored: fc.boolean(),
  claimedSize: fc.oneof(fc.nat(1_000), fc.nat(0xffffffff), fc.constant(json.length)),
  encrypted: fc.nat(20).map((value) => value === 0),
  method: fc.constantFrom(0, 8, 8, 8, 12),
});
const lyingZip = fc.array(zipFile, { maxLength: 5 }).map((given) => makeZip(given));

describe('whatever comes in is answered', { timeout: timeLimit }, () => {
  it('bytes without form', () =>
    fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), checkBytes), share(0.1)));

  it('real files, cut, flipped, repeated, moved and joined', () =>
    fc.assert(fc.asyncProperty(mutated, checkBytes), share(0.25)));

  it('pictures whose checksums fit', () => fc.assert(fc.asyncProperty(sealedPng, checkBytes), share(0.1)));

  it('drawings put together from pieces', () => fc.assert(fc.asyncProperty(xml, checkBytes), share(0.1)));

  it('archives that lie', () => fc.assert(fc.asyncProperty(lyingZip, checkBytes), share(0.1)));

  it('texts that are nearly JSON', () =>
    fc.assert(
      fc.property(nearJson, (text) => {
        const gate = gateJson(text);
        const read = readJson(text);
        // What the gate refuses is never read, and what is read is what JSON.parse reads.
        if (!gate.ok) expect(read.ok).toBe(false);
        if (read.ok) expect(read.json).toEqual(JSON.parse(text));
        checkSingle(unpack(Buffer.from(text)));
      }),
      share(0.15),
    ));

  it('texts that are nearly tokens', () =>
    fc.assert(
      fc.property(nearToken, (text) => {
        const read = readToken(text);
        if (!read.ok) expect(findingCodes).toContain(read.code);
        checkSingle(unpack(Buffer.from(text)));
      }),
      share(0.1),
    ));

  it('addresses that are nearly those of a platform', () =>
    fc.assert(
      fc.property(fc.oneof(nearLink, fc.webUrl(), fc.string()), (text) => {
        const target = recogniseLink(text);
        const urls = target?.kind === 'assertion' ? target.requests.map(({ url }) => url) : [];
        if (target?.kind === 'page') urls.push(target.url, ...(target.reader ? [target.reader.url] : []));
        for (const url of urls) {
          expect(new URL(url).protocol).toBe('https:');
          expect(new URL(url).host).toMatch(
            /^(?:[a-z.]+\.)?(?:credly\.com|badgr\.io|parchment\.(?:com|eu|au|ca|sg)|credential\.net|accredible\.com|coursera\.org|edx\.org|udemy\.com|linkedin\.com|learn\.microsoft\.com)$/,
          );
          expect(new URL(url).href).toBe(url);
        }
      }),
      share(0.1),
    ));

  it('PDFs, cut, flipped, repeated, moved and joined', async () => {
    const pdf = await makePdf({
      files: [{ name: 'a.json', content: json }],
      links: ['https://www.credly.com/badges/0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c'],
      text: ['https://coursera.org/share/abababababababababababababababab'],
    });
    const broken = fc
      .array(mutation, { minLength: 1, maxLength: 3 })
      .map((changes) => changes.reduce(mutate, pdf));
    await fc.assert(
      fc.asyncProperty(broken, async (bytes) => {
        checkUnpacked(await unpackAll(Buffer.concat([Buffer.from('%PDF-1.7\n'), bytes])));
      }),
      share(0.005),
    );
  });
});
