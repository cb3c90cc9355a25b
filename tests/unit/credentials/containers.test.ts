import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pngChunk } from '#tests/support/signing/bake.ts';
import {
  bakedSvg,
  createIssuer,
  issueJwt,
  issueOb2Hosted,
  issueOb3,
  judge,
  plainPng,
  verify,
} from '#tests/support/signing/index.ts';

/* The table of verification.md §2.14, row by row, around credentials that are really signed. */

const issuer = createIssuer({ kind: 'did:web', seed: 'containers' });
const college = createIssuer({ kind: 'https', host: 'badges.example', seed: 'containers' });
const question = { issuers: [issuer, college] };
const token = issueJwt(issuer, { email: 'ada@example.org' });
const hosted = JSON.stringify(issueOb2Hosted(college));
const hostedUrl = String(JSON.parse(hosted).id);
const json = JSON.stringify(await issueOb3(issuer, { email: 'ada@example.org' }));

/** A picture with chunks right before its end. */
function pngWith(...chunks: Uint8Array[]): Uint8Array {
  return Buffer.concat([plainPng.subarray(0, -12), ...chunks, plainPng.subarray(-12)]);
}

/** An iTXt chunk: keyword, flag, method, language, translated keyword, text. */
function itxt(keyword: string, text: Uint8Array | string, flag = 0, method = 0): Uint8Array {
  const head = Buffer.from(`${keyword}\0${String.fromCharCode(flag, method)}en\0badge\0`, 'latin1');
  return pngChunk('iTXt', Buffer.concat([head, Buffer.from(text)]), crc32);
}

const text = (keyword: string, value: string) =>
  pngChunk('tEXt', Buffer.from(`${keyword}\0${value}`, 'latin1'), crc32);
const ob3 = 'openbadgecredential';

function damage(png: Uint8Array, from: string): Uint8Array {
  const bytes = Buffer.from(png);
  const at = bytes.indexOf(from);
  bytes[at + 3] = (bytes[at + 3] ?? 0) ^ 1;
  return bytes;
}

describe('a PNG', () => {
  it.each<[string, () => Uint8Array, string]>([
    ['JSON in iTXt', () => pngWith(itxt(ob3, json)), 'valid'],
    ['a token in iTXt', () => pngWith(itxt(ob3, token)), 'valid'],
    ['compressed iTXt, against the rules but seen', () => pngWith(itxt(ob3, deflateSync(json), 1)), 'valid'],
    ['a compression nobody knows', () => pngWith(itxt(ob3, deflateSync(json), 1, 9)), 'invalid malformed'],
    ['a flag nobody knows', () => pngWith(itxt(ob3, json, 2)), 'invalid malformed'],
    ['compressed iTXt that is not', () => pngWith(itxt(ob3, json, 1)), 'invalid malformed'],
    ['JSON of 2.0 in iTXt', () => pngWith(itxt('openbadges', hosted)), 'valid'],
    ['the address of 2.0 in tEXt', () => pngWith(text('openbadges', hostedUrl)), 'valid'],
    ['JSON of 2.0 in tEXt', () => pngWith(text('openbadges', hosted)), 'valid'],
    ['the same text twice', () => pngWith(itxt(ob3, json), itxt(ob3, json)), 'invalid malformed'],
    [
      'two texts of 2.0',
      () => pngWith(itxt('openbadges', hosted), text('openbadges', hostedUrl)),
      'invalid malformed',
    ],
    ['a text under another keyword', () => pngWith(itxt('Description', json)), 'invalid not-a-credential'],
    ['a text after the end', () => Buffer.concat([plainPng, itxt(ob3, json)]), 'invalid not-a-credential'],
    ['a damaged text', () => damage(pngWith(itxt(ob3, json)), '"issuer"'), 'invalid malformed'],
    ['a damaged picture around a whole text', () => damage(pngWith(itxt(ob3, json)), 'IDAT'), 'valid'],
    ['no end', () => pngWith(itxt(ob3, json)).subarray(0, -12), 'invalid malformed'],
    ['a cut text', () => pngWith(itxt(ob3, json)).subarray(0, 400), 'invalid malformed'],
    [
      'a text that is not UTF-8',
      () => pngWith(itxt(ob3, Buffer.from([0x7b, 0xff, 0x7d]))),
      'invalid malformed',
    ],
    [
      'a text without its inner ends',
      () => pngWith(pngChunk('iTXt', Buffer.from(`${ob3}\0\0\0en`), crc32)),
      'invalid malformed',
    ],
    [
      'more than 10,000 parts',
      () => pngWith(...Array.from({ length: 10_001 }, () => pngChunk('abcd', new Uint8Array(), crc32))),
      'invalid malformed',
    ],
    [
      'a length beyond the file',
      () =>
        Buffer.concat([
          plainPng.subarray(0, 8),
          Buffer.from([0x7f, 255, 255, 255]),
          Buffer.from('iTXt'),
          Buffer.alloc(50),
        ]),
      'invalid malformed',
    ],
  ])('with %s', async (_what, make, verdict) => {
    expect(await judge(make(), question)).toBe(verdict);
  });

  it('baked in both versions shows both, 3.0 first, and is as bad as the worse', async () => {
    const both = pngWith(text('openbadges', hostedUrl), itxt(ob3, json));
    const report = await verify(both, question);
    expect(report).toMatchObject({ format: 'archive', container: 'png', verdict: 'valid', credential: null });
    expect(report.parts.map(({ format, label }) => [format, label])).toEqual([
      ['ob3', ob3],
      ['ob2-hosted', 'openbadges'],
    ]);
    const broken = pngWith(itxt('openbadges', '{'), itxt(ob3, json));
    expect(await judge(broken, question)).toBe('invalid malformed');
  });
});

describe('an SVG', () => {
  const svg = bakedSvg(json);
  const doctype =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  const element = (namespace: string, name: string, rest: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg"><x:${name} xmlns:x="${namespace}" ${rest}</svg>`;
  const v3 = 'https://purl.imsglobal.org/ob/v3p0';
  const v2 = 'http://openbadges.org';
  const cdata = (content: string) => `><![CDATA[${content}]]></x:`;

  it.each<[string, string, string]>([
    ['JSON as content', svg, 'valid'],
    ['a token in verify', bakedSvg(token), 'valid'],
    ['another prefix', svg.replaceAll('openbadges:', 'ob:').replace('xmlns:openbadges', 'xmlns:ob'), 'valid'],
    ['a plain document type', `<?xml version="1.0"?>\n${doctype}\n${svg}`, 'valid'],
    ['a mark of byte order', `\uFEFF${svg}`, 'valid'],
    ['2.0 by its address', element(v2, 'assertion', `verify="${hostedUrl}"/>`), 'valid'],
    [
      '2.0 as JSON, which wins over its address',
      element(v2, 'assertion', `verify="https://no.example/"${cdata(hosted)}assertion>`),
      'valid',
    ],
    [
      'the name in a foreign namespace',
      element('https://attacker.example/', 'credential', `${cdata(json)}credential>`),
      'invalid not-a-credential',
    ],
    [
      'another name in the namespace',
      element(v3, 'credentials', `${cdata(json)}credentials>`),
      'invalid not-a-credential',
    ],
    [
      'two credentials',
      svg.replace('</svg>', `${svg.slice(svg.indexOf('<openbadges'), svg.indexOf('<path'))}</svg>`),
      'invalid malformed',
    ],
    ['an entity of its own', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg}`, 'invalid malformed'],
    [
      'entities that grow',
      `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>`,
      'invalid malformed',
    ],
    [
      'an entity from elsewhere',
      `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>`,
      'invalid malformed',
    ],
    ['an entity nobody defined', svg.replace('<path', '&boom;<path'), 'invalid malformed'],
    ['16,000 nested groups', `<svg>${'<g>'.repeat(16_000)}`, 'invalid too-large'],
    ['a cut end', svg.slice(0, -20), 'invalid malformed'],
    ['an empty credential', element(v3, 'credential', '/>'), 'invalid not-a-credential'],
    ['a script beside the credential', svg.replace('<path', '<script>alert(1)</script><path'), 'valid'],
  ])('with %s', async (_what, content, verdict) => {
    const started = performance.now();
    expect(await judge(content, question)).toBe(verdict);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('of another root is no picture of a badge', async () => {
    expect(await judge('<html><body/></html>')).toBe('invalid not-a-credential');
    expect(await judge('<note>hello</note>')).toBe('invalid not-a-credential');
    expect(await judge('<eup:EuropassCredential xmlns:eup="http://x"/>')).toBe('unknown unsupported-version');
  });
});

describe('plain text', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['JSON with a mark of byte order', `\uFEFF${json}`, 'valid'],
    ['a token with a mark of byte order and lines around', `\uFEFF\r\n ${token} \n`, 'valid'],
    ['JSON with a comment', json.replace('{', '{ // mine\n'), 'invalid malformed'],
    ['JSON with a block comment', json.replace('{', '{ /* mine */ '), 'invalid malformed'],
    ['JSON with a comma too many', json.replace(/\}$/, ',}'), 'invalid malformed'],
    ['JSON in UTF-16', Buffer.from(`\uFEFF${json}`, 'utf16le'), 'invalid not-a-credential'],
    ['JSON in Latin-1', Buffer.from('{"name":"\u00e9"}', 'latin1'), 'invalid malformed'],
    ['nothing but blanks', ' \n\t ', 'invalid malformed'],
    ['a list', `[${json}]`, 'invalid malformed'],
  ])('%s', async (_what, content, verdict) => {
    expect(await judge(content, question)).toBe(verdict);
  });
});
