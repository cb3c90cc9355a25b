import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import type { Visibility } from '#server/candidates/core/visibility.ts';
import { query } from '#tests/support/database.ts';
import { asNobody } from '#tests/support/people.ts';
import {
  ask,
  giveCredential,
  makeCandidate,
  makeEmployer,
  makeSkills,
  now,
  publishJob,
  refusal,
} from '../applications/world.ts';

/* Who may open a public page, by visibility and viewer; the search agrees with it. */

const closed = 'not-found page.unknown';

/** A candidate with one credential on the page, and everybody who may come by. */
async function arrange(visibility: Visibility) {
  const { Python } = await makeSkills('Python');
  const person = await makeCandidate(`Shown ${visibility}`, visibility);
  const id = await giveCredential(person, 'Relational Data', [{ skill: Python }]);
  await person.api.credentials.showOnProfile({ id, onProfile: true });
  const { handle } = await person.api.profile.page();
  const [friend, foe] = [await makeEmployer('Friend'), await makeEmployer('Foe')];
  await person.api.profile.block({ slug: foe.org });
  const passerBy = await makeCandidate('Passer By');
  return { person, id, handle, friend, foe, passerBy, Python };
}

describe('a public page', () => {
  const table: [Visibility, Record<'holder' | 'nobody' | 'passerBy' | 'friend' | 'foe', boolean>][] = [
    ['private', { holder: true, nobody: false, passerBy: false, friend: false, foe: false }],
    ['link', { holder: true, nobody: true, passerBy: true, friend: true, foe: false }],
    ['recruiters', { holder: true, nobody: false, passerBy: false, friend: true, foe: false }],
    ['public', { holder: true, nobody: true, passerBy: true, friend: true, foe: false }],
  ];

  it.each(table)('that is %s opens for those it should', async (visibility, expected) => {
    const { person, handle, friend, foe, passerBy, Python } = await arrange(visibility);
    const opens = async (api: { profile: { publicPage: (input: { handle: string }) => Promise<unknown> } }) =>
      (await refusal(api.profile.publicPage({ handle }))) === 'allowed';
    expect({
      holder: await opens(person.api),
      nobody: await opens(asNobody(now)),
      passerBy: await opens(passerBy.api),
      friend: await opens(friend.api),
      foe: await opens(foe.api),
    }).toEqual(expected);
    // The search never finds whom the page would not show to an employer without its address.
    const found = async (employer: typeof friend) => {
      const job = await publishJob(employer, [ask(Python)]);
      const list = await employer.api.ranking.list({ org: employer.org, jobId: job.id });
      return list.items.some((row) => row.candidateId === person.accountId);
    };
    expect(await found(friend)).toBe(visibility === 'recruiters' || visibility === 'public');
    expect(await found(foe)).toBe(false);
  });

  it('shows what the candidate chose, without address and recipient', async () => {
    const { person, id, handle } = await arrange('public');
    const other = await giveCredential(person, 'Kept to myself', []);
    const page = await asNobody(now).profile.publicPage({ handle });
    expect(page).toMatchObject({ viewer: 'stranger', displayName: 'Shown public' });
    expect(page.credentials.map((credential) => credential.id)).toEqual([id]);
    expect(JSON.stringify(page)).not.toContain(person.email);
    await person.api.credentials.showOnProfile({ id: other, onProfile: true });
    await person.api.credentials.showOnProfile({ id, onProfile: false });
    const after = await asNobody(now).profile.publicPage({ handle });
    expect(after.credentials.map((credential) => credential.title)).toEqual(['Kept to myself']);
    expect(
      await refusal(asNobody(now).credentials.card({ candidateId: person.accountId, credentialId: other })),
    ).toBe('allowed');
  });

  it('loses a credential whose link is taken back', async () => {
    const { person, id, handle } = await arrange('public');
    await person.api.credentials.share({ id, publicLink: false });
    await person.api.credentials.share({ id, publicLink: true });
    expect((await asNobody(now).profile.publicPage({ handle })).credentials).toEqual([]);
  });

  it('leads nowhere under an address it no longer has', async () => {
    const { person, handle } = await arrange('public');
    const { handle: renewed } = await person.api.profile.renewPage();
    expect(renewed).not.toBe(handle);
    expect(await refusal(asNobody(now).profile.publicPage({ handle }))).toBe(closed);
    expect(await refusal(person.api.profile.publicPage({ handle }))).toBe(closed);
    expect(await refusal(asNobody(now).profile.publicPage({ handle: renewed }))).toBe('allowed');
  });

  it('cannot show what names somebody else, nor more than sixty', async () => {
    const { person } = await arrange('public');
    const foreign = await giveCredential(person, 'Not mine', []);
    await query(`update credential set bound = 'no' where id = $1`, [foreign]);
    expect(await refusal(person.api.credentials.showOnProfile({ id: foreign, onProfile: true }))).toBe(
      'conflict credential.not_yours',
    );
    await query(
      `insert into credential
       select (jsonb_populate_record(null::credential, to_jsonb(c) ||
                jsonb_build_object('id', gen_random_uuid(), 'digest', gen_random_uuid()))).*
         from credential c, generate_series(1, 59) where c.candidate_id = $1 and c.on_profile`,
      [person.accountId],
    );
    const last = await giveCredential(person, 'One too many', []);
    expect(await refusal(person.api.credentials.showOnProfile({ id: last, onProfile: true }))).toBe(
      'conflict credential.page_full',
    );
  });

  it('is nothing for addresses that are none', async () => {
    for (const handle of ['', 'x', 'A'.repeat(32), '../wallet'])
      expect(await refusal(asNobody(now).profile.publicPage({ handle }))).toBe(closed);
  });
});
