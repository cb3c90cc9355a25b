import '#tests/support/database.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { fetchShared } from '#server/credentials/fetch-shared.ts';
import { importReceived } from '#server/credentials/tasks.ts';
import { enqueue } from '#server/platform/queue.ts';
import { query } from '#tests/support/database.ts';
import { makePdf } from '#tests/support/pdfs.ts';
import { makePerson } from '#tests/support/people.ts';
import { bakedPng } from '#tests/support/signing/index.ts';
import { makeZip } from '#tests/support/zips.ts';
import { fileForm, handIn, issue, openDesk, type Person, textForm, workOff } from './desk.ts';

openDesk();

const zipForm = (zip: Uint8Array, name = 'badges.zip') => fileForm(zip, name, 'application/zip');
const titled = (title: string) => ({ achievement: { title, key: title } });

/** What became of everything that came out of an archive, by name. */
async function itemsOf(person: Person) {
  await workOff();
  const items = await person.api.credentials.imports();
  return new Map(items.map((item) => [item.name, item]));
}

describe('an archive of several', () => {
  it('becomes one item a credential, each with its own end, and ends as unpacked', async () => {
    const ada = await makePerson('Ada');
    const [one, two, ended] = await Promise.all([
      issue(ada.email, titled('One')),
      issue(ada.email, titled('Two')),
      issue(ada.email, { ...titled('Three'), validUntil: new Date(Date.now() - 86_400_000) }),
    ]);
    const zip = makeZip([
      { name: 'one.jwt', content: one.text },
      { name: 'pictures/two.png', content: bakedPng(two.text, 'ob3') },
      { name: 'three.jwt', content: ended.text },
      { name: 'broken.json', content: '{"@context": ["https://www.w3.org/ns/creden' },
      { name: 'inner.zip', content: makeZip([{ name: 'four.jwt', content: one.text }]) },
      { name: 'readme.txt', content: 'My badges.' },
    ]);
    const whole = await handIn(ada, zipForm(zip));
    expect(whole).toMatchObject({ state: 'done', unpacked: 5, credential: null, code: null });
    const items = await itemsOf(ada);
    expect(
      Object.fromEntries([...items].map(([name, { state, code }]) => [name, `${state} ${code}`])),
    ).toEqual({
      'badges.zip': 'done null',
      'one.jwt': 'done null',
      'two.png': 'done null',
      'three.jwt': 'done null',
      'broken.json': 'refused malformed',
      'inner.zip': 'refused too-large',
      'readme.txt': 'refused not-a-credential',
    });
    expect(items.get('one.jwt')?.credential).toMatchObject({ title: 'One', counts: true });
    expect(items.get('three.jwt')?.credential).toMatchObject({ verdict: 'invalid', code: 'expired' });
    const { counting } = await ada.api.credentials.wallet();
    expect(counting.map(({ title }) => title).sort()).toEqual(['One', 'Two']);
    // The archive is not kept; every credential has a file of its own.
    const stored = await query<{ original_key: string; container: string }>(
      'select original_key, container from credential where candidate_id = $1',
      [ada.accountId],
    );
    expect(new Set(stored.map((row) => row.original_key)).size).toBe(3);
    expect(stored.map((row) => row.container).sort()).toEqual(['jwt', 'jwt', 'png']);
  });

  it('is unpacked once, however often its task runs', async () => {
    const ada = await makePerson('Ada');
    const files = await Promise.all(['A', 'B'].map((title) => issue(ada.email, titled(title))));
    const zip = makeZip(files.map(({ text }, at) => ({ name: `${at}.jwt`, content: text })));
    const { id } = await handIn(ada, zipForm(zip));
    await enqueue(importReceived, { candidateId: ada.accountId, itemId: id });
    await workOff();
    expect((await ada.api.credentials.imports()).map(({ name }) => name).sort()).toEqual([
      '0.jwt',
      '1.jwt',
      'badges.zip',
    ]);
  });

  it('with one credential is that credential', async () => {
    const ada = await makePerson('Ada');
    const { text } = await issue(ada.email);
    const zip = makeZip([
      { name: 'one.jwt', content: text },
      { name: 'readme.txt', content: 'x' },
    ]);
    const item = await handIn(ada, zipForm(zip));
    expect(item).toMatchObject({ state: 'done', unpacked: null, credential: { counts: true } });
    expect(await ada.api.credentials.imports()).toHaveLength(1);
  });

  it('recognises what the wallet has already', async () => {
    const ada = await makePerson('Ada');
    const [known, fresh] = await Promise.all([issue(ada.email, titled('K')), issue(ada.email, titled('F'))]);
    await handIn(ada, fileForm(known.bytes));
    await handIn(
      ada,
      zipForm(
        makeZip([
          { name: 'k.jwt', content: known.text },
          { name: 'f.jwt', content: fresh.text },
        ]),
      ),
    );
    const items = await itemsOf(ada);
    expect(items.get('k.jwt')).toMatchObject({ duplicate: true });
    expect(items.get('f.jwt')).toMatchObject({ duplicate: false, credential: { counts: true } });
  });

  it('may be a PDF, or a picture baked in two versions', async () => {
    const ada = await makePerson('Ada');
    const files = await Promise.all(['P', 'Q'].map((title) => issue(ada.email, titled(title))));
    const pdf = await makePdf({
      files: files.map(({ text }, at) => ({ name: `${at}.jwt`, content: text })),
    });
    const item = await handIn(ada, fileForm(pdf, 'certificates.pdf', 'application/pdf'));
    expect(item).toMatchObject({ state: 'done', unpacked: 2 });
    await workOff();
    expect((await ada.api.credentials.wallet()).counting).toHaveLength(2);
  });
});

describe('an address on a platform', () => {
  const link = 'https://www.udemy.com/certificate/UC-1A2B3C4D/';

  it.each(['url', 'text'] as const)('that shows a page only is kept as stated: %s', async (field) => {
    const ada = await makePerson('Ada');
    const item = await handIn(ada, textForm(field, `${link}?utm=1`));
    expect(item).toMatchObject({
      source: 'url',
      state: 'done',
      credential: {
        kind: 'certificate',
        signed: false,
        verdict: 'unknown',
        code: 'platform-page',
        bound: 'no',
        counts: false,
        tier: { level: 0 },
        skills: [],
        page: { platform: 'Udemy', url: 'https://www.udemy.com/certificate/UC-1A2B3C4D' },
      },
    });
    expect(item.credential?.sentence).toContain('linked, not verified');
    const again = await handIn(ada, textForm('url', link));
    expect(again).toMatchObject({ duplicate: true, credential: { id: item.credential?.id } });
  });

  it('shows its page to the holder, and to nobody by the public link', async () => {
    const ada = await makePerson('Ada');
    const { credential } = await handIn(ada, textForm('url', link));
    const id = credential?.id ?? '';
    await ada.api.credentials.share({ id, publicLink: true });
    const named = { candidateId: ada.accountId, credentialId: id };
    const own = await ada.api.credentials.proof(named);
    expect(own.page?.url).toContain('UC-1A2B3C4D');
    const other = await (await makePerson('Bob')).api.credentials.proof(named);
    expect(other).toMatchObject({ viewer: 'public', page: null });
    expect(JSON.stringify(other)).not.toContain('UC-1A2B3C4D');
  });

  it('is checked without a wallet, too', async () => {
    const ada = await makePerson('Ada');
    const report = await ada.api.credentials.check(textForm('text', link));
    expect(report).toMatchObject({
      verdict: 'unknown',
      code: 'platform-page',
      page: { platform: 'Udemy' },
      title: 'Certificate on Udemy',
    });
  });

  describe('whose answer has changed its form', () => {
    const share = 'https://www.credly.com/badges/0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c';
    const fetch = async (url: string) => ({
      ok: true as const,
      url,
      status: 200,
      contentType: 'application/json',
      body: new TextEncoder().encode('{"data":{}}'),
      fetchedAt: new Date().toISOString(),
    });
    beforeAll(() => query('delete from layout_alarm'));

    it('is refused as such, and counted for the operator', async () => {
      for (let times = 1; times <= 2; times++) {
        expect(await fetchShared(share, fetch)).toMatchObject({ code: 'layout-changed', detail: 'Credly' });
        expect(await query('select platform, times from layout_alarm')).toEqual([
          { platform: 'Credly', times },
        ]);
      }
    });
  });
});
