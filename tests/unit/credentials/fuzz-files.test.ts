import { describe, it } from 'vitest';
import { isoDate, onlyMember, plainText } from '#server/credentials/gather/links/page-text.ts';
import { recogniseLink } from '#server/credentials/gather/links/recognise-link.ts';
import { unpackPng } from '#server/credentials/gather/unpack/png.ts';
import { unpackSvg } from '#server/credentials/gather/unpack/svg.ts';
import { unpackText } from '#server/credentials/gather/unpack/text.ts';
import { unpackAll } from '#server/credentials/gather/unpack/unpack.ts';
import type { Unpacked } from '#server/credentials/gather/unpack/unpacked.ts';
import { unpackZip } from '#server/credentials/gather/unpack/zip.ts';
import {
  bentBytes,
  bentText,
  type FuzzedParser,
  fuzzed,
  fuzzTimeoutMs,
  runFuzzed,
} from '#tests/support/fuzz.ts';
import { makePdf } from '#tests/support/pdfs.ts';
import { bakedPng, bakedSvg, createIssuer, issueJwt } from '#tests/support/signing/index.ts';
import { makeZip } from '#tests/support/zips.ts';

/* Every unpacker and reader of addresses and pages, on garbage and on good files with a few places changed. */

const token = issueJwt(createIssuer({ kind: 'did:key', seed: 'fuzz files' }));
const json = '{"type":["VerifiableCredential"],"id":"urn:x"}';
const pdf = await makePdf({ files: [{ name: 'a.json', content: json }], links: ['https://a.example/x'] });
const zip = makeZip([
  { name: 'a.json', content: json },
  { name: 'b.jwt', content: token, stored: true },
]);
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text));
const pictures = [bakedPng(token), bakedPng(json, 'ob2')];
const drawings = [bakedSvg(token), bakedSvg(json), bakedSvg('https://a.example/x', 'ob2')];
const page = `<html><script>{"issuedAt":"2026-01-01","name":"A &amp; B &#x41;"}</script><p>June 3, 2026</p></html>`;
const links = [
  'https://www.credly.com/badges/0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c',
  'https://badgr.com/public/assertions/abcdefghijklmnopqrstuv',
  'https://www.coursera.org/account/accomplishments/verify/ABCDEF123456',
  'https://learn.microsoft.com/en-us/users/a/credentials/0123456789abcdef',
];

const single = ['json', 'token', 'disclosed', 'link', 'refused'];
const isKnown = (unpacked: Unpacked) =>
  unpacked.kind === 'archive'
    ? unpacked.entries.every(({ document }) => single.includes(document.kind))
    : single.includes(unpacked.kind);
const isListed = (found: unknown[] | { kind: string }) => Array.isArray(found) || found.kind === 'refused';

const parsers: Record<string, FuzzedParser> = {
  'PNG pictures': fuzzed(bentBytes(...pictures), (bytes) => isListed(unpackPng(bytes)), 500),
  'SVG drawings': fuzzed(bentText(...drawings), (text) => isListed(unpackSvg(text)), 500),
  'zip archives': fuzzed(
    bentBytes(zip),
    async (bytes) => {
      const found = await unpackZip(bytes);
      return 'kind' in found ? found.kind === 'refused' : Array.isArray(found.entries);
    },
    300,
  ),
  PDFs: fuzzed(bentBytes(pdf), async (bytes) => isKnown(await unpackAll(bytes)), 60),
  'files of any kind': fuzzed(
    bentBytes(...pictures, ...drawings.map(bytesOf), zip, bytesOf(token), bytesOf(json), bytesOf(page)),
    async (bytes) => isKnown(await unpackAll(bytes)),
    500,
  ),
  texts: fuzzed(
    bentText(token, json, links[0] ?? ''),
    (text) => single.includes(unpackText(text, 'unknown').kind),
    500,
  ),
  'share links': fuzzed(
    bentText(...links),
    (text) => {
      const target = recogniseLink(text);
      if (target === null) return true;
      // Whatever is recognised is asked of a public https address, on no strange port and without a user name.
      const addresses = target.kind === 'assertion' ? target.requests.map(({ url }) => url) : [target.url];
      return addresses.every(
        (url) => /^https:\/\/[a-z0-9.-]+\//.test(new URL(url).href) && new URL(url).username === '',
      );
    },
    500,
  ),
  'pages of platforms': fuzzed(
    bentText(page),
    (text) => {
      const date = isoDate(onlyMember(text, 'issuedAt'));
      return plainText(text).length <= 600 && (date === null || !Number.isNaN(Date.parse(date)));
    },
    300,
  ),
};

describe('a reader of files', () => {
  it.each(Object.entries(parsers))(
    'bears %s of any kind',
    { timeout: fuzzTimeoutMs },
    async (_name, parser) => {
      await runFuzzed(parser);
    },
  );
});
