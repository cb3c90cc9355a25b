import { describe, expect, it } from 'vitest';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import { makePdf, pdfBomb } from '#tests/support/pdfs.ts';
import {
  bakedPng,
  createIssuer,
  issueJwt,
  issueOb3,
  judge,
  plainPng,
  statusEntry,
  statusList,
  verify,
} from '#tests/support/signing/index.ts';
import { clock } from '#tests/support/signing/verify.ts';
import { makeZip, type ZipFile } from '#tests/support/zips.ts';

/* Several files in one (verification.md §2.14), around credentials that are really signed. */

const issuer = createIssuer({ kind: 'did:web', seed: 'archives' });
const question = { issuers: [issuer] };
const good = async (): Promise<string> =>
  JSON.stringify(await issueOb3(issuer, { email: 'ada@example.org' }));
const ended = async (): Promise<string> =>
  JSON.stringify(await issueOb3(issuer, { validUntil: '2026-01-02T00:00:00Z' }));
const unsupported = JSON.stringify({ '@context': 'https://w3id.org/openbadges/v1', badge: 'x', uid: '1' });

describe('a zip', () => {
  it('with one credential is that credential, whatever else is in it', async () => {
    const content = await good();
    const files: ZipFile[] = [
      { name: 'badges/', content: '', stored: true },
      { name: 'badges/sql.json', content },
      { name: '__MACOSX/badges/._sql.json', content: 'rubbish' },
      { name: '.DS_Store', content: '\0\0\0' },
      { name: 'package.json', content: '{"name":"x"}' },
      { name: 'readme.txt', content: 'These are my badges.' },
      { name: 'photo.png', content: plainPng },
    ];
    const [alone, packed] = await Promise.all([verify(content, question), verify(makeZip(files), question)]);
    expect(packed).toMatchObject({
      verdict: 'valid',
      format: 'ob3',
      container: 'zip',
      parts: [],
      label: null,
    });
    expect(packed.payloadHash).toBe(alone.payloadHash);
    expect(packed.credential).toEqual(alone.credential);
  });

  it('with several is a report of reports, none of them changed by its neighbours', async () => {
    const token = issueJwt(issuer, { email: 'ada@example.org' });
    const files = [
      { name: 'one.json', content: await good() },
      { name: 'two.png', content: bakedPng(await good(), 'ob3') },
      { name: 'folder/three.jwt', content: token, stored: true },
      { name: 'notes.txt', content: 'nothing' },
    ];
    const report = await verify(makeZip(files), question);
    expect(report).toMatchObject({
      format: 'archive',
      container: 'zip',
      verdict: 'valid',
      code: null,
      credential: null,
      skills: [],
      tier: { level: 0 },
    });
    expect(report.checks[0]?.message).toBe(
      'It holds 3 credentials, each with a report of its own. 1 other file holds none.',
    );
    expect(report.parts.map(({ label, format, verdict }) => [label, format, verdict])).toEqual([
      ['one.json', 'ob3', 'valid'],
      ['two.png', 'ob3', 'valid'],
      ['three.jwt', 'ob3-jwt', 'valid'],
    ]);
    expect(report.parts[0]?.payloadHash).toBe((await verify(files[0]?.content ?? '', question)).payloadHash);
  });

  it.each<[string, (() => Promise<string>)[], string]>([
    ['valid and invalid', [good, ended], 'invalid expired'],
    ['valid and unknown', [good, async () => unsupported], 'unknown unsupported-version'],
    ['invalid and unknown', [async () => unsupported, ended], 'invalid expired'],
    ['valid and damaged', [good, async () => '{"@context": ["https://www.w3.org/2018/'], 'invalid malformed'],
  ])('is as bad as its worst part: %s', async (_what, makers, verdict) => {
    const contents = await Promise.all(makers.map((make) => make()));
    const zip = makeZip(contents.map((content, at) => ({ name: `${at}.json`, content })));
    expect(await judge(zip, question)).toBe(verdict);
  });

  it('counts a check that was not carried out in one part', async () => {
    const url = 'https://lists.example/1';
    await statusList(issuer, { url, set: [] });
    const listed = JSON.stringify(
      await issueOb3(issuer, { status: statusEntry('https://gone.example/1', 1) }),
    );
    const zip = makeZip([
      { name: 'a.json', content: await good() },
      { name: 'b.json', content: listed },
    ]);
    expect(await judge(zip, question)).toBe('unknown status-unavailable');
  });

  it('says of whom it asked nothing, when parts name different people', async () => {
    const zip = makeZip([
      { name: 'a.json', content: await good() },
      { name: 'b.json', content: JSON.stringify(await issueOb3(issuer, { email: 'bob@example.org' })) },
    ]);
    const report = await verify(zip, { ...question, emails: ['ada@example.org'] });
    expect(report.parts.map((part) => part.bound)).toEqual(['yes', 'no']);
    expect(report).toMatchObject({ verdict: 'valid', bound: 'no' });
    expect(report.checks.find((check) => check.name === 'recipient')).toMatchObject({
      result: 'unknown',
      message: 'Each of its credentials says for itself whom it was issued to.',
    });
  });

  it('asks one address once for all, and no more than sixty', async () => {
    const asked: string[] = [];
    const contents = await Promise.all(
      Array.from({ length: 50 }, async (_value, at) =>
        JSON.stringify(
          await issueOb3(issuer, {
            status: [0, 1].map((n) => statusEntry(`https://l${at}.example/${n}`, 1)),
          }),
        ),
      ),
    );
    const zip = makeZip(contents.map((content, at) => ({ name: `${at}.json`, content })));
    const report = await verifyDocument(zip, {
      now: clock,
      resolver: { byUri: () => null, byLabel: () => [] },
      fetch: async (url) => {
        asked.push(url);
        const found = issuer.documents.get(url);
        if (found === undefined) return { ok: false, reason: 'unreachable', detail: 'refused' };
        const body = new TextEncoder().encode(JSON.stringify(found));
        return { ok: true, url, status: 200, contentType: '', body, fetchedAt: clock.toISOString() };
      },
    });
    expect(report.parts).toHaveLength(50);
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(60);
    expect(report.verdict).toBe('unknown');
  });

  const nested = makeZip([{ name: 'a.json', content: '{}' }]);
  const zeros = new Uint8Array(32 * 1024 * 1024);
  const limit = 'invalid too-large';
  it.each<[string, () => ZipFile[] | Uint8Array, string]>([
    ['nothing in it', () => [], 'invalid not-a-credential'],
    ['no credential in it', () => [{ name: 'a.txt', content: 'hello' }], 'invalid not-a-credential'],
    ['an archive inside', () => [{ name: 'a.zip', content: nested }], limit],
    [
      'more than fifty files',
      () => Array.from({ length: 51 }, (_v, at) => ({ name: `${at}.json`, content: '{}' })),
      limit,
    ],
    ['far more zeros than allowed', () => [{ name: 'a.json', content: zeros }], limit],
    [
      'far more zeros than allowed said to be few',
      () => [{ name: 'a.json', content: zeros, claimedSize: 1_000 }],
      'invalid malformed',
    ],
    [
      'a size said to be larger than it is',
      () => [{ name: 'a.json', content: '{}', claimedSize: 1_000 }],
      'invalid malformed',
    ],
    ['an encrypted file', () => [{ name: 'a.json', content: '{}', encrypted: true }], 'invalid malformed'],
    ['an unknown packing', () => [{ name: 'a.json', content: '{}', method: 14 }], 'invalid malformed'],
    ['a name that leads out', () => [{ name: '../evil.json', content: '{}' }], 'invalid malformed'],
    ['a name from the root', () => [{ name: '/etc/evil.json', content: '{}' }], 'invalid malformed'],
    [
      'a name that leads out by the other slash',
      () => [{ name: '..\\evil.json', content: '{}' }],
      'invalid malformed',
    ],
    ['a wrong checksum', () => [{ name: 'a.json', content: '{}', claimedCrc: 7 }], 'invalid malformed'],
    ['an end that is missing', () => nested.subarray(0, nested.length - 5), 'invalid malformed'],
  ])('with %s is refused in words', async (_what, files, verdict) => {
    const given = files();
    const zip = given instanceof Uint8Array ? given : makeZip(given);
    const started = performance.now();
    expect(await judge(zip, question)).toBe(verdict);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('keeps the name of a file plain', async () => {
    const content = await good();
    const zip = makeZip([
      { name: `a/\u202Egnp.\u0007exe${'x'.repeat(300)}`, content },
      { name: 'b.json', content },
    ]);
    const [first] = (await verify(zip, question)).parts;
    expect(first?.label).toMatch(/^[\w .]{1,100}$/);
  });
});

describe('a PDF', () => {
  const credly = 'https://www.credly.com/badges/0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c';

  it('with an embedded credential is that credential', async () => {
    const pdf = await makePdf({ files: [{ name: 'badge.json', content: await good() }], links: [credly] });
    expect(await verify(pdf, question)).toMatchObject({ verdict: 'valid', format: 'ob3', container: 'pdf' });
  });

  it('with several embedded is a report of reports', async () => {
    const files = [
      { name: 'a.json', content: await good() },
      { name: 'b.json', content: await ended() },
      { name: 'sheet.csv', content: 'a;b' },
    ];
    const report = await verify(await makePdf({ files }), question);
    expect(report).toMatchObject({
      format: 'archive',
      container: 'pdf',
      verdict: 'invalid',
      code: 'expired',
    });
    expect(report.parts.map((part) => part.label)).toEqual(['a.json', 'b.json']);
  });

  it('leads to the platform it links to or names in print, and nowhere else', async () => {
    const odd = 'https://attacker.example/badge.json';
    const documents = new Map([[odd, await issueOb3(issuer)]]);
    expect(await judge(await makePdf({ links: [odd], text: [odd] }), { ...question, documents })).toBe(
      'invalid not-a-credential',
    );
    for (const wishes of [{ links: [credly, `${credly}/public_url`] }, { text: [`See ${credly}`] }]) {
      const report = await verify(await makePdf(wishes), question);
      // Nobody answers for the platform here, so it is asked for and unknown.
      expect(report).toMatchObject({ verdict: 'unknown', code: 'issuer-unresolvable', container: 'pdf' });
    }
  });

  it.each([
    [
      'that looks like a certificate',
      () => makePdf({ text: ['Ada completed SQL. Signed: the college.'] }),
      'invalid not-a-credential',
    ],
    ['of more than fifty pages', () => makePdf({ pages: 51, text: ['x'] }), 'invalid too-large'],
    ['cut in the middle', async () => (await makePdf({ text: ['x'] })).subarray(0, 300), 'invalid malformed'],
    ['with a file that unpacks to far more', () => pdfBomb(200 * 1024 * 1024), 'invalid malformed'],
    ['that is only its first words', async () => Buffer.from('%PDF-1.7\nnothing'), 'invalid malformed'],
  ] as const)('%s is refused in words', async (_what, make, verdict) => {
    expect(await judge(await make(), question)).toBe(verdict);
  });

  it('is no way around the limit of one level', async () => {
    const zip = makeZip([{ name: 'a.json', content: await good() }]);
    expect(await judge(await makePdf({ files: [{ name: 'a.zip', content: zip }] }), question)).toBe(
      'invalid too-large',
    );
    const pdf = await makePdf({ files: [{ name: 'a.json', content: await good() }] });
    expect(await judge(makeZip([{ name: 'a.pdf', content: pdf }]), question)).toBe('invalid too-large');
  });
});
