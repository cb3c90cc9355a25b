import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { makePdf } from '#tests/support/pdfs.ts';
import { makePerson } from '#tests/support/people.ts';
import { plainPng, plainSvg, pngBomb } from '#tests/support/signing/index.ts';
import { makeZip } from '#tests/support/zips.ts';
import { fileForm, handIn, issue, issuerHost, openDesk, textForm, workOff } from './desk.ts';

openDesk();

const deep = `${'['.repeat(500)}${']'.repeat(500)}`;
const picture = (bytes: Uint8Array) => fileForm(bytes, 'shot.png', 'image/png');

const refused: readonly [what: string, code: string, form: () => FormData | Promise<FormData>][] = [
  ['a text that is no JSON', 'not-a-credential', () => fileForm('this is not a badge')],
  ['a document that was cut off', 'malformed', () => fileForm('{"@context": ["https://www.w3.org/ns/creden')],
  ['an empty file', 'malformed', () => fileForm('')],
  ['a list nested 500 deep', 'too-large', () => fileForm(deep)],
  ['JSON that is no credential', 'not-a-credential', () => fileForm('{"hello": "world"}')],
  ['a picture without a credential', 'not-a-credential', () => picture(plainPng)],
  [
    'a drawing without a credential',
    'not-a-credential',
    () => fileForm(plainSvg, 'shot.svg', 'image/svg+xml'),
  ],
  ['a picture that unpacks to far more', 'malformed', () => picture(pngBomb(40 * 1024 * 1024))],
  [
    'an address inside the network',
    'ssrf-blocked',
    () => textForm('url', 'http://169.254.169.254/latest/meta-data'),
  ],
  ['this machine by another spelling', 'ssrf-blocked', () => textForm('url', 'http://2130706433/badge.json')],
  [
    'a host that does not exist',
    'link-unreachable',
    () => textForm('url', 'https://college.invalid/badge.json'),
  ],
  [
    'a page that is not there',
    'link-unreachable',
    () => textForm('url', `https://${issuerHost}/college/nothing`),
  ],
];

const pdf = (bytes: Uint8Array) => fileForm(bytes, 'certificate.pdf', 'application/pdf');
const zip = (files: Parameters<typeof makeZip>[0]) =>
  fileForm(makeZip(files), 'badges.zip', 'application/zip');
const comment = '{ // mine\n "@context": [] }';
const entity = '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>';
const ob1 = '{"uid": "1", "recipient": "ada@example.org", "badge": {}}';

const more: typeof refused = [
  ['an archive without a badge', 'not-a-credential', () => zip([{ name: 'a.txt', content: 'hello' }])],
  ['an archive of archives', 'too-large', () => zip([{ name: 'a.zip', content: makeZip([]) }])],
  [
    'an archive of too much',
    'too-large',
    () => zip([{ name: 'a.json', content: new Uint8Array(20 * 1024 * 1024) }]),
  ],
  ['a locked archive', 'malformed', () => zip([{ name: 'a.json', content: '{}', encrypted: true }])],
  ['an archive that leads out', 'malformed', () => zip([{ name: '../a.json', content: '{}' }])],
  ['a PDF that is only a picture', 'not-a-credential', async () => pdf(await makePdf({ text: ['Ada'] }))],
  ['a PDF that was cut off', 'malformed', async () => pdf((await makePdf({})).subarray(0, 200))],
  ['a book', 'too-large', async () => pdf(await makePdf({ pages: 51 }))],
  ['JSON with comments', 'malformed', () => fileForm(comment)],
  ['a drawing with words of its own', 'malformed', () => fileForm(entity, 'a.svg', 'image/svg+xml')],
  ['a badge of the first version', 'unsupported-version', () => fileForm(ob1)],
  ['a web page', 'not-a-credential', () => fileForm('<!doctype html><p>badge', 'a.html', 'text/html')],
  ['bytes of nothing known', 'not-a-credential', () => fileForm(new Uint8Array(999).fill(7), 'a.bin')],
];

describe('what cannot be read at all', () => {
  it.each([...refused, ...more])(
    '%s is refused as %s, with a sentence and a way to mend it',
    async (_what, code, form) => {
      const ada = await makePerson('Ada');
      const item = await handIn(ada, await form());
      expect(item).toMatchObject({ state: 'refused', code, credential: null });
      expect(item.sentence).toMatch(/^[A-Z].{15,}\.$/);
      expect(item.hint).toMatch(/^[A-Z].{15,}[.]$/);
      expect(`${item.sentence} ${item.hint}`).not.toMatch(/[{}]|undefined|null/);
      const { counting, others } = await ada.api.credentials.wallet();
      expect([...counting, ...others]).toEqual([]);
    },
  );

  it('says something different of each kind of fault', async () => {
    const ada = await makePerson('Ada');
    const kinds = [...refused, ...more];
    for (const [, , form] of kinds) await ada.api.credentials.import(await form());
    await workOff();
    const items = await ada.api.credentials.imports();
    expect(items).toHaveLength(kinds.length);
    const sentences = new Set(items.map(({ sentence }) => sentence));
    expect(sentences.size).toBeGreaterThanOrEqual(18);
    expect(new Set(items.map(({ code }) => code)).size).toBeGreaterThanOrEqual(6);
  });

  it('keeps what was good in the same go', async () => {
    const ada = await makePerson('Ada');
    await ada.api.credentials.import(fileForm('rubbish', 'rubbish.json'));
    const good = await handIn(ada, fileForm((await issue(ada.email)).bytes));
    expect(good).toMatchObject({ state: 'done', credential: { verdict: 'valid' } });
    expect(await ada.api.credentials.imports()).toMatchObject([
      { state: 'done' },
      { state: 'refused', name: 'rubbish.json' },
    ]);
  });
});

describe('what is refused at the door', () => {
  const refusal = (code: string) => ({ cause: { code, hint: expect.stringMatching(/^[A-Z].+\.$/) } });

  it('a form with nothing in it', async () => {
    const ada = await makePerson('Ada');
    await expect(ada.api.credentials.import(new FormData())).rejects.toMatchObject(refusal('import.empty'));
    await expect(ada.api.credentials.import(textForm('text', '  \n '))).rejects.toMatchObject(
      refusal('import.empty'),
    );
  });

  it('a file over the limit', async () => {
    const ada = await makePerson('Ada');
    const large = fileForm(new Uint8Array(10 * 1024 * 1024 + 1), 'large.json');
    await expect(ada.api.credentials.import(large)).rejects.toMatchObject(refusal('file.too_large'));
  });

  it('more than fifty that wait', async () => {
    const ada = await makePerson('Ada');
    for (let count = 0; count < 50; count++)
      await ada.api.credentials.import(textForm('text', `nothing ${count}`));
    await expect(ada.api.credentials.import(textForm('text', 'one more'))).rejects.toMatchObject(
      refusal('import.too_many'),
    );
  });
});
