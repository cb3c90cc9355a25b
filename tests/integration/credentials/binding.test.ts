import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { query } from '#tests/support/database.ts';
import { asNobody, makePerson } from '#tests/support/people.ts';
import { evidenceOf, fileForm, handIn, inWallet, issue, openDesk, type Person, workOff } from './desk.ts';

openDesk();

/** Adds an address and follows the link in the mail. */
async function confirm(person: Person, address: string): Promise<void> {
  await person.api.account.addAddress({ address });
  const [mail] = await query<{ link: string }>(
    'select link from outbox_mail where "to" = $1 order by id desc limit 1',
    [address],
  );
  await asNobody().account.confirmAddress({
    token: new URL(mail?.link ?? '').searchParams.get('token') ?? '',
  });
}

let count = 0;
/** A credential that names another address than the person's own, in the wallet. */
async function foreign(person: Person, format: 'jwt-eddsa' | 'eddsa-rdfc-2022' | 'ob2-hosted') {
  count += 1;
  const address = `other.${count}@oldmail.example`;
  const { bytes } = await issue(address, { format });
  const item = await handIn(person, fileForm(bytes));
  return { address, id: item.credential?.id ?? '' };
}

describe('a genuine credential of another address', () => {
  it.each(['jwt-eddsa', 'eddsa-rdfc-2022', 'ob2-hosted'] as const)(
    'is valid, not yours, and counts nothing (%s)',
    async (format) => {
      const ada = await makePerson('Ada');
      const { id } = await foreign(ada, format);
      expect(await inWallet(ada, id)).toMatchObject({
        verdict: 'valid',
        code: null,
        bound: 'no',
        counts: false,
      });
      expect((await inWallet(ada, id)).hint).toContain('Confirm that address');
      expect(await evidenceOf(id)).toEqual([]);
    },
  );

  it('counts once the address is confirmed, by the queue alone', async () => {
    const ada = await makePerson('Ada');
    const { id, address } = await foreign(ada, 'jwt-eddsa');
    await confirm(ada, address);
    expect(await inWallet(ada, id)).toMatchObject({ bound: 'no' });
    await workOff();
    expect(await inWallet(ada, id)).toMatchObject({
      verdict: 'valid',
      bound: 'yes',
      counts: true,
      sentence: null,
    });
    expect(await evidenceOf(id)).toMatchObject([{ label: 'SQL', standing: 'stands' }]);
  });

  it('counts whatever case the address was confirmed in', async () => {
    const ada = await makePerson('Ada');
    const { id, address } = await foreign(ada, 'eddsa-rdfc-2022');
    await confirm(ada, address.toUpperCase());
    await workOff();
    expect(await inWallet(ada, id)).toMatchObject({ bound: 'yes', counts: true });
  });

  it('stops counting when the address is given up', async () => {
    const ada = await makePerson('Ada');
    const { id, address } = await foreign(ada, 'jwt-eddsa');
    await confirm(ada, address);
    await workOff();
    const known = (await ada.api.account.addresses()).find((entry) => entry.address === address);
    await ada.api.account.removeAddress({ id: known?.id ?? '' });
    await workOff();
    expect(await inWallet(ada, id)).toMatchObject({ verdict: 'valid', bound: 'no', counts: false });
    expect(await evidenceOf(id)).toEqual([]);
  });

  it('is not bound by an address that was only claimed', async () => {
    const ada = await makePerson('Ada');
    const { id, address } = await foreign(ada, 'jwt-eddsa');
    await ada.api.account.addAddress({ address });
    await workOff();
    expect(await inWallet(ada, id)).toMatchObject({ bound: 'no', counts: false });
  });

  it('shows the address with its middle hidden, never whole', async () => {
    const ada = await makePerson('Ada');
    const { id } = await foreign(ada, 'eddsa-rdfc-2022');
    expect((await inWallet(ada, id)).recipient).toBe('o•••@oldmail.example');
  });
});

describe('skills that are only suggested', () => {
  it('count after the person confirmed them, where the issuer’s own tag names them', async () => {
    const ada = await makePerson('Ada');
    const { bytes } = await issue(ada.email, {
      achievement: { title: 'A week of work', skills: [], tags: ['Python', 'Docker'] },
    });
    const item = await handIn(ada, fileForm(bytes));
    const id = item.credential?.id ?? '';
    expect(await evidenceOf(id)).toEqual([]);
    const { skills } = await inWallet(ada, id);
    expect(skills).toMatchObject([
      { label: 'Python', source: 'tag', state: 'proposed', namedByIssuer: true },
      { label: 'Docker', source: 'tag', state: 'proposed', namedByIssuer: true },
    ]);
    const keyOf = (label: string) => skills.find((skill) => skill.label === label)?.skillKey ?? 0;
    await ada.api.credentials.decideProposal({ id, skillKey: keyOf('Python'), decision: 'confirmed' });
    await ada.api.credentials.decideProposal({ id, skillKey: keyOf('Docker'), decision: 'dismissed' });
    expect(await evidenceOf(id)).toMatchObject([{ label: 'Python', origin: 'tag-confirmed' }]);
    const later = await inWallet(ada, id);
    expect(later.skills.map((skill) => skill.label)).toEqual(['Python']);
  });
});
