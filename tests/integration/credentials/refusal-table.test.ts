/** Every row of the table of refusals: one file handed in for each, and what its holder is told. */
import '#tests/support/database.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeTexts } from '#server/credentials/core/codes.ts';
import { importRefusals } from '#server/credentials/core/import-refusals.ts';
import type { JsonObject } from '#server/credentials/core/json.ts';
import type { ImportItemOutput } from '#server/credentials/schemas.ts';
import { registerOwnHost } from '#server/platform/fetch.ts';
import { makePerson } from '#tests/support/people.ts';
import {
  createIssuer,
  type Documents,
  issueOb3,
  plainPng,
  statusEntry,
  statusList,
} from '#tests/support/signing/index.ts';
import { makeZip } from '#tests/support/zips.ts';
import { fileForm, handIn, openDesk, textForm } from './desk.ts';

openDesk();

const host = 'lab.example';
const lab = createIssuer({ kind: 'did:web', host, slug: 'lab', name: 'The Lab', seed: 'table' });
const stranger = createIssuer({ kind: 'did:key', seed: 'stranger' });
const silent = createIssuer({ kind: 'did:web', host: 'silent.invalid', slug: 'x', seed: 'silent' });
const documents: Documents = lab.documents;
const lists = { revoked: `${lab.root}/revoked`, held: `${lab.root}/held`, silent: `${lab.root}/silent` };

beforeAll(async () => {
  registerOwnHost(host, async (url) => {
    const document = documents.get(String(url));
    const body = typeof document === 'string' ? document : JSON.stringify(document ?? {});
    return {
      status: document === undefined ? 404 : 200,
      contentType: 'application/json',
      body: new TextEncoder().encode(body),
    };
  });
  await statusList(lab, { url: lists.revoked, set: [5] });
  await statusList(lab, { url: lists.held, purpose: 'suspension', set: [5] });
});

type Order = NonNullable<Parameters<typeof issueOb3>[1]>;

let count = 0;

/** A badge of the lab for an address, wrong in the way that is wished for. */
function badge(email: string, order: Order = {}, issuer = lab): Promise<JsonObject> {
  count += 1;
  return issueOb3(issuer, { id: `${lab.root}/credentials/${count}`, email, ...order });
}

const asFile = (document: JsonObject, name = 'badge.json') => fileForm(JSON.stringify(document), name);
const past = { created: '2024-01-01T00:00:00Z', validFrom: '2024-01-01T00:00:00Z' };
const jcs = 'eddsa-jcs-2022' as const;

type Expected = { code: string; verdict: 'refused' | 'invalid' | 'unknown' };
type Row = [
  inDesign: string,
  expected: Expected,
  sentence: RegExp,
  make: (email: string) => FormData | Promise<FormData>,
];
const refused = (code: string): Expected => ({ code, verdict: 'refused' });
const invalid = (code: string): Expected => ({ code, verdict: 'invalid' });
const unknown = (code: string): Expected => ({ code, verdict: 'unknown' });

const rows: Row[] = [
  [
    'container.no_credential',
    refused('not-a-credential'),
    /no credential inside this PNG picture|no credential inside this/,
    () => fileForm(plainPng, 'holiday.png', 'image/png'),
  ],
  [
    'document.malformed',
    refused('malformed'),
    /cannot be read as a credential/,
    async (email) => {
      const text = JSON.stringify(await badge(email));
      return fileForm(text.slice(0, text.length / 2));
    },
  ],
  [
    'document.context_unknown',
    invalid('context-unknown'),
    /vocabulary that is not carried here: .*lab\.example\/ctx\/v2/,
    async (email) => {
      const { proof: _proof, ...plain } = await badge(email);
      const context = [...(plain['@context'] as string[]), 'https://lab.example/ctx/v2'];
      return asFile(await badge(email, { proof: jcs, members: { '@context': context } }));
    },
  ],
  [
    'format.ob1_unsupported',
    refused('unsupported-version'),
    /which cannot be checked here/,
    () => fileForm('{"uid": "1", "recipient": "ada@example.org", "badge": {}}'),
  ],
  [
    'proof.missing',
    invalid('missing-proof'),
    /Nobody signed this document/,
    async (email) => {
      const { proof: _proof, ...plain } = await badge(email);
      return asFile(plain);
    },
  ],
  [
    'proof.mismatch',
    invalid('signature'),
    /changed after it was signed/,
    async (email) => asFile({ ...(await badge(email)), name: 'Something greater' }),
  ],
  [
    'proof.suite_unsupported',
    unknown('unsupported-suite'),
    /signed in a way that cannot be checked yet: .*bbs-2023/,
    async (email) => {
      const signed = await badge(email);
      return asFile({ ...signed, proof: { ...(signed.proof as JsonObject), cryptosuite: 'bbs-2023' } });
    },
  ],
  [
    'issuer.key_not_theirs',
    invalid('issuer-unbound'),
    /not among the keys that .* publishes/,
    async (email) => asFile(await badge(email, {}, { ...lab, signing: stranger.signing })),
  ],
  [
    'issuer.unreachable',
    unknown('issuer-unresolvable'),
    /did not answer/,
    async (email) => asFile(await badge(email, {}, silent)),
  ],
  [
    'status.unreachable',
    unknown('status-unavailable'),
    /did not say whether it still stands/,
    async (email) => asFile(await badge(email, { status: statusEntry(lists.silent, 5) })),
  ],
  [
    'dates.expired',
    invalid('expired'),
    /ended on 1 Jan 2025/,
    async (email) => asFile(await badge(email, { ...past, validUntil: '2025-01-01T00:00:00Z' })),
  ],
  [
    'dates.not_yet',
    invalid('not-yet-valid'),
    /starts on 1 Jan 2099/,
    async (email) => asFile(await badge(email, { validFrom: '2099-01-01T00:00:00Z' })),
  ],
  [
    'status.revoked',
    invalid('revoked'),
    /withdrew it/,
    async (email) => asFile(await badge(email, { status: statusEntry(lists.revoked, 5) })),
  ],
  [
    'status.suspended',
    invalid('suspended'),
    /put it on hold/,
    async (email) =>
      asFile(await badge(email, { status: statusEntry(lists.held, 5, { statusPurpose: 'suspension' }) })),
  ],
  [
    'schema.mismatch',
    invalid('schema'),
    /missing or has the wrong form: .*name/,
    async (email) => {
      const achievement = { id: `${lab.root}/achievements/1`, type: ['Achievement'], description: 'x' };
      return asFile(await badge(email, { proof: jcs, subject: { achievement } }));
    },
  ],
  [
    'file.too_deep',
    refused('too-large'),
    /larger or deeper than any real credential/,
    () => fileForm(`${'['.repeat(500)}${']'.repeat(500)}`),
  ],
  [
    'fetch.blocked',
    refused('ssrf-blocked'),
    /inside a private network/,
    () => textForm('url', 'http://169.254.169.254/latest/meta-data'),
  ],
];

/** What the page shows of an item: for a kept credential its own words, for a refused one those of the item. */
function told({ state, code, sentence, hint, credential }: ImportItemOutput) {
  if (credential === null) return { verdict: state, code, sentence, hint };
  const words = { sentence: credential.sentence, hint: credential.hint };
  return { verdict: credential.verdict, code: credential.code, ...words };
}

describe('the table of refusals', () => {
  const sentences = new Map<string, string>();

  it.each(rows)('%s', async (name, expected, sentence, make) => {
    const ada = await makePerson(`Ada ${name}`);
    const item = told(await handIn(ada, await make(ada.email)));
    expect({ verdict: item.verdict, code: item.code }).toEqual(expected);
    expect(item.sentence).toMatch(sentence);
    expect(item.sentence).toMatch(/^[A-Z].{10,}\.$/);
    expect(item.hint).toMatch(/^[A-Z].{10,}\.$/);
    expect(`${item.sentence} ${item.hint}`).not.toMatch(/[{}]|undefined|null|please|sorry|!/i);
    sentences.set(name, item.sentence ?? '');
  });

  it('no two of them share a sentence', () => {
    expect(sentences.size).toBe(rows.length);
    expect(new Set(sentences.values()).size).toBe(rows.length);
  });

  it('recipient.unconfirmed, recipient.other: genuine, for another address, and confirmed it counts', async () => {
    const ada = await makePerson('Ada Elsewhere');
    const { credential } = await handIn(ada, asFile(await badge('ada@elsewhere.example', { salt: null })));
    expect(credential).toMatchObject({
      verdict: 'valid',
      counts: false,
      recipient: 'a•••@elsewhere.example',
    });
    expect(credential?.sentence).toMatch(/issued to somebody else/);
    expect(credential?.hint).toMatch(/Confirm that address/);
  });

  it('issuer.unrecognised: it stands, and is called unrecognised', async () => {
    const ada = await makePerson('Ada Unrecognised');
    const { credential } = await handIn(ada, asFile(await badge(ada.email)));
    expect(credential).toMatchObject({ verdict: 'valid', counts: true, issuer: { recognised: false } });
  });

  it('file.too_large: refused at the door, with the sizes', async () => {
    const ada = await makePerson('Ada Large');
    const large = fileForm(new Uint8Array(31 * 1024 * 1024), 'large.json');
    await expect(ada.api.credentials.import(large)).rejects.toMatchObject({
      cause: {
        code: 'file.too_large',
        message: '31 MB is over the limit of 10 MB.',
        hint: expect.stringMatching(/^Unpack/),
      },
    });
  });

  it('import.duplicate: the same badge again is recognised and checked again', async () => {
    const ada = await makePerson('Ada Twice');
    const document = await badge(ada.email);
    const first = await handIn(ada, asFile(document));
    const again = await handIn(ada, asFile(document, 'again.json'));
    expect([first.duplicate, again.duplicate]).toEqual([false, true]);
    expect(again.credential?.id).toBe(first.credential?.id);
  });

  it('an archive is opened: each badge and each refusal is an item of its own', async () => {
    const ada = await makePerson('Ada Archive');
    const good = JSON.stringify(await badge(ada.email));
    const edited = JSON.stringify({ ...(await badge(ada.email)), name: 'Something greater' });
    const files = [
      { name: 'good.json', content: good },
      { name: 'edited.json', content: edited },
      { name: 'holiday.png', content: plainPng },
    ];
    const archive = await handIn(ada, fileForm(makeZip(files), 'badges.zip', 'application/zip'));
    expect(archive).toMatchObject({ state: 'done', unpacked: 2 });
    const items = await ada.api.credentials.imports();
    const byName = new Map(items.map((item) => [item.name, told(item)]));
    expect(byName.get('good.json')).toMatchObject({ verdict: 'valid', code: null });
    expect(byName.get('edited.json')).toMatchObject({ verdict: 'invalid', code: 'signature' });
    expect(byName.get('holiday.png')).toMatchObject({ verdict: 'refused', code: 'not-a-credential' });
  });
});

describe('every code that an import can end with', () => {
  const words = { ...codeTexts, ...importRefusals };

  it('has a sentence and a mend of its own', () => {
    const texts = Object.values(words).map(({ sentence }) => sentence);
    expect(new Set(texts).size).toBe(Object.keys(words).length);
    expect(Object.values(words).filter(({ hint }) => hint.length < 10)).toEqual([]);
  });
});
