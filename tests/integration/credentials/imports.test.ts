import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { issueFormats } from '#server/issuing/core/order.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { bakedPng, bakedSvg } from '#tests/support/signing/index.ts';
import { evidenceOf, fileForm, handIn, issue, now, openDesk, own, textForm } from './desk.ts';

openDesk();

const read = {
  'eddsa-rdfc-2022': { format: 'ob3', level: 3, tier: 3 },
  Ed25519Signature2020: { format: 'ob3', level: 3, tier: 3 },
  'jwt-es256': { format: 'ob3-jwt', level: 3, tier: 3 },
  'jwt-eddsa': { format: 'ob3-jwt', level: 3, tier: 3 },
  'ob2-hosted': { format: 'ob2-hosted', level: null, tier: 1 },
  'ob2-signed': { format: 'ob2-signed', level: null, tier: 1 },
} as const;

describe('importing a genuine credential', () => {
  it.each(issueFormats)('takes %s as a file: valid, yours, and its skill counts', async (format) => {
    const ada = await makePerson('Ada');
    const { id, credential } = await own(ada, { format });
    expect(credential).toMatchObject({
      verdict: 'valid',
      code: null,
      bound: 'yes',
      counts: true,
      format: read[format].format,
      title: 'Relational Data',
      issuer: { name: 'Northgate College', recognised: false },
    });
    const { level, tier } = read[format];
    expect(await evidenceOf(id)).toEqual([
      { label: 'SQL', level, tier, standing: 'stands', origin: 'alignment' },
    ]);
  });

  it('keeps all eight checks with the run', async () => {
    const ada = await makePerson('Ada');
    const { id } = await own(ada, { format: 'eddsa-rdfc-2022' });
    const proof = await ada.api.credentials.proof({ candidateId: ada.accountId, credentialId: id });
    const results = Object.fromEntries(proof.checks.map((check) => [check.name, check.result]));
    expect(results).toMatchObject({
      'well-formed': 'pass',
      proof: 'pass',
      issuer: 'pass',
      recipient: 'pass',
      dates: 'pass',
      status: 'pass',
    });
    expect(proof).toMatchObject({ viewer: 'holder', runs: [{ trigger: 'import', verdict: 'valid' }] });
    expect(proof.raw).toContain('eddsa-rdfc-2022');
  });

  it.each(['eddsa-rdfc-2022', 'jwt-es256', 'ob2-signed'] as const)(
    'takes %s as pasted text',
    async (format) => {
      const ada = await makePerson('Ada');
      const { text } = await issue(ada.email, { format });
      const item = await handIn(ada, textForm('text', `\n  ${text}\n`));
      expect(item).toMatchObject({
        source: 'paste',
        state: 'done',
        credential: { verdict: 'valid', bound: 'yes' },
      });
    },
  );

  it.each(['url', 'text'] as const)('fetches the address of a hosted badge given as %s', async (field) => {
    const ada = await makePerson('Ada');
    const { url } = await issue(ada.email, { format: 'ob2-hosted' });
    const item = await handIn(ada, textForm(field, url ?? ''));
    expect(item).toMatchObject({ source: 'url', state: 'done', name: url, credential: { verdict: 'valid' } });
    expect(item.size).toBeGreaterThan(200);
  });

  it.each([
    ['png', 'ob3', 'eddsa-rdfc-2022'],
    ['png', 'ob3', 'jwt-eddsa'],
    ['svg', 'ob3', 'Ed25519Signature2020'],
    ['svg', 'ob2', 'ob2-signed'],
  ] as const)('finds the credential inside a %s (%s, %s)', async (picture, version, format) => {
    const ada = await makePerson('Ada');
    const { text } = await issue(ada.email, { format });
    const bytes =
      picture === 'png' ? bakedPng(text, version) : new TextEncoder().encode(bakedSvg(text, version));
    const item = await handIn(ada, fileForm(bytes, `badge.${picture}`, `image/${picture}`));
    expect(item).toMatchObject({ state: 'done', credential: { verdict: 'valid', counts: true } });
    const [stored] = await query<{ container: string }>('select container from credential where id = $1', [
      item.credential?.id,
    ]);
    expect(stored?.container).toBe(picture);
  });

  it('takes several at once, each with an end of its own', async () => {
    const ada = await makePerson('Ada');
    const documents = await Promise.all(
      ['One', 'Two', 'Three'].map((title) => issue(ada.email, { achievement: { title } })),
    );
    for (const { bytes } of documents) await ada.api.credentials.import(fileForm(bytes));
    const last = await handIn(ada, fileForm('{"not": "a badge"}'));
    const items = await ada.api.credentials.imports();
    expect(items.map((item) => item.state).sort()).toEqual(['done', 'done', 'done', 'refused']);
    expect(last.state).toBe('refused');
    await ada.api.credentials.dismissImports({ id: null });
    expect(await ada.api.credentials.imports()).toEqual([]);
    expect((await ada.api.credentials.wallet()).counting).toHaveLength(3);
  });
});

describe('the same credential again', () => {
  it('is recognised, whatever it is wrapped in, and stays one', async () => {
    const ada = await makePerson('Ada');
    const { id, issued } = await own(ada, { format: 'jwt-es256' });
    const again = await handIn(ada, textForm('text', issued.text));
    const baked = await handIn(ada, fileForm(bakedPng(issued.text, 'ob3'), 'badge.png', 'image/png'));
    for (const item of [again, baked])
      expect(item).toMatchObject({ state: 'done', duplicate: true, credential: { id } });
    expect((await ada.api.credentials.wallet()).counting).toHaveLength(1);
  });

  it('is a new one in the wallet of somebody else', async () => {
    const [ada, bob] = [await makePerson('Ada'), await makePerson('Bob')];
    const { issued } = await own(ada);
    const item = await handIn(bob, fileForm(issued.bytes));
    expect(item).toMatchObject({
      duplicate: false,
      credential: { verdict: 'valid', bound: 'no', counts: false },
    });
  });

  it('is a new one after it was removed', async () => {
    const ada = await makePerson('Ada');
    const { id, issued } = await own(ada);
    await ada.api.credentials.remove({ id });
    expect(await evidenceOf(id)).toEqual([]);
    const item = await handIn(ada, fileForm(issued.bytes));
    expect(item).toMatchObject({ duplicate: false, credential: { verdict: 'valid' } });
    expect(item.credential?.id).not.toBe(id);
  });
});

describe('what does not stand, and is kept all the same', () => {
  it('a credential that ended, with the day', async () => {
    const ada = await makePerson('Ada');
    const validUntil = new Date(now.getTime() - 86_400_000);
    const { id, credential } = await own(ada, { validUntil });
    expect(credential).toMatchObject({ verdict: 'invalid', code: 'expired', bound: 'yes', counts: false });
    expect(credential.sentence).toMatch(/ended on \d+ \w+ \d{4}/);
    expect(credential.hint).toContain('Northgate College');
    expect(await evidenceOf(id)).toEqual([]);
  });

  it('a credential that begins later', async () => {
    const ada = await makePerson('Ada');
    const validFrom = new Date(now.getTime() + 3 * 86_400_000);
    const { id, credential } = await own(ada, { validFrom });
    expect(credential).toMatchObject({ verdict: 'invalid', code: 'not-yet-valid' });
    expect(credential.nextCheckAt.getTime()).toBeLessThanOrEqual(validFrom.getTime());
    expect(await evidenceOf(id)).toEqual([]);
  });

  it('a credential that was changed after signing', async () => {
    const ada = await makePerson('Ada');
    const { text } = await issue(ada.email, { format: 'eddsa-rdfc-2022' });
    const item = await handIn(ada, fileForm(text.replace('"Relational Data"', '"Relational Data, Honours"')));
    expect(item).toMatchObject({
      state: 'done',
      credential: { verdict: 'invalid', code: 'signature', counts: false },
    });
  });

  it('a credential whose list does not answer is unknown, and its skill waits', async () => {
    const ada = await makePerson('Ada');
    const { id, credential } = await own(ada, { statusList: 'https://lists.college.invalid/1' });
    expect(credential).toMatchObject({ verdict: 'unknown', code: 'status-unavailable', counts: false });
    expect(credential.sentence).toContain('did not say whether it still stands');
    expect(await evidenceOf(id)).toMatchObject([{ label: 'SQL', standing: 'unknown' }]);
  });
});
