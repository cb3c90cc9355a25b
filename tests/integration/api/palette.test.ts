/** What the command palette finds, and for whom. */
import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { may } from '#server/api/permissions.ts';
import { query } from '#tests/support/database.ts';
import { asNobody, makePerson } from '#tests/support/people.ts';
import {
  ask,
  giveCredential,
  makeCandidate,
  makeEmployer,
  makeSkills,
  publishJob,
} from '../applications/world.ts';

describe('the palette', () => {
  it('finds drafts of one’s own organisation by title or reference, and nothing of another', async () => {
    const [{ org, api }, stranger] = [await makeEmployer('Tin and Copper'), await makeEmployer('Zinc')];
    const { id, reference } = await api.jobs.create({ org, title: 'Etcher of plates' });
    const found = { label: 'Etcher of plates', href: `/hire/${org}/jobs/${id}/ranked`, detail: reference };
    expect((await api.palette.house({ org, q: 'ETCHER' })).jobs).toEqual([found]);
    expect((await api.palette.house({ org, q: reference.toLowerCase() })).jobs).toEqual([found]);
    expect((await stranger.api.palette.house({ org: stranger.org, q: 'etcher' })).jobs).toEqual([]);
    await expect(stranger.api.palette.house({ org, q: 'etcher' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect((await asNobody().palette.anywhere({ q: 'etcher' })).jobs).toEqual([]);
  });

  it('finds people by name only where the job shows names, and by number where it does not', async () => {
    const employer = await makeEmployer('Palette and Sons');
    const { org, api } = employer;
    const skills = await makeSkills('Varnish');
    const [open, hidden] = [
      await publishJob(employer, [ask(skills.Varnish)]),
      await publishJob(employer, [ask(skills.Varnish)]),
    ];
    await query(`update job set names_hidden_until = 'interview' where id = $1`, [hidden.id]);
    const [seen, unseen] = [
      await makeCandidate('Brynhild Oakapple'),
      await makeCandidate('Brynhild Elmapple'),
    ];
    await seen.api.applications.submit({ jobId: open.id, credentialIds: [] });
    await unseen.api.applications.submit({ jobId: hidden.id, credentialIds: [] });
    const find = async (q: string) => (await api.palette.house({ org, q })).people.map(({ label }) => label);
    expect(await find('brynhild')).toEqual(['Brynhild Oakapple']);
    const [{ alias } = { alias: 0 }] = await query<{ alias: number }>(
      'select alias from application where job_id = $1',
      [hidden.id],
    );
    expect(await find(`Candidate ${alias}`)).toEqual([`Candidate ${alias}`]);
    await query(`update application set stage = 'interview' where job_id = $1`, [hidden.id]);
    expect((await find('brynhild')).sort()).toEqual(['Brynhild Elmapple', 'Brynhild Oakapple']);
    const manager = await employer.addMember('auditor');
    const { people } = await manager.api.palette.house({ org, q: 'brynhild' });
    expect(people.length > 0).toBe(may('auditor', 'candidates:read'));
  });

  it('names a recognised issuer as its registry does, another as unrecognised', async () => {
    await query(
      `insert into issuer (id, claimed_name, registry_name, registry) values
        ('did:web:palette.example', 'Best School Ever', 'Palette College', 'test'),
        ('did:web:pa1ette.example', 'Palette Col1ege', null, null)`,
    );
    const { issuers } = await asNobody().palette.anywhere({ q: 'palette' });
    expect(issuers.map(({ label, recognised }) => [label, recognised])).toEqual([
      ['Palette College', true],
      ['Palette Col1ege', false],
    ]);
    // A recognised issuer goes by its registry's name alone.
    expect((await asNobody().palette.anywhere({ q: 'best school' })).issuers).toEqual([]);
  });

  it('finds one’s own credentials alone', async () => {
    const [holder, other] = [await makePerson('Palette Holder'), await makePerson('Palette Other')];
    await holder.api.profile.get();
    const id = await giveCredential(holder, 'Etching, Examined', []);
    const { credentials } = await holder.api.palette.anywhere({ q: 'etching' });
    expect(credentials.map(({ href }) => href)).toEqual([`/proof/${holder.accountId}/${id}`]);
    expect((await other.api.palette.anywhere({ q: 'etching' })).credentials).toEqual([]);
    expect((await asNobody().palette.anywhere({ q: 'etching' })).credentials).toEqual([]);
  });
});
