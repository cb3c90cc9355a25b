import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { askForChecks, checkForMatches } from '#server/matching/check-searches.ts';
import { sendSearchNews } from '#server/notifications/send-search-news.ts';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  giveCredential,
  later,
  loseEvidence,
  makeCandidate,
  makeEmployer,
  makeSkills,
  now,
  publishJob,
  refusal,
} from '../applications/world.ts';

let employer: Employer;
let python: number;
let jobId: string;

beforeEach(async () => {
  process.env.DEMO = '1';
  await query('truncate outbox_mail, saved_search, saved_search_match');
  await query(`delete from graphile_worker._private_jobs`);
  employer = await makeEmployer('Quillon');
  python = (await makeSkills('Python')).Python;
  jobId = (await publishJob(employer, [ask(python)], 'Data engineer')).id;
});

async function applicant(name: string, proven = true) {
  const person = await makeCandidate(name);
  const credentialId = await giveCredential(person, 'Badge', proven ? [{ skill: python }] : []);
  await person.api.applications.submit({ jobId, credentialIds: [credentialId] });
  return { ...person, credentialId };
}

const save = (name = 'Python people', bell = true) => {
  const { org, api } = employer;
  return api.searches.save({ org, jobId, name, query: `?skill=${python}&junk=1`, bell });
};

interface News {
  searchId: string;
  people: number;
  at: string;
}

/** Checks as the worker does, and gives what was handed on. */
async function check(searchId: string): Promise<News[]> {
  await checkForMatches(searchId, now);
  const rows = await query<{ payload: News }>(
    `with gone as (delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
       where t.id = j.task_id and t.identifier = 'matching.search-matched' returning j.payload) select payload from gone`,
  );
  return rows.map((row) => row.payload);
}

describe('a saved search', () => {
  it('tells of new matches only, each once, whoever looks how often', async () => {
    await applicant('Already There');
    const { id, query: kept } = await save();
    expect(kept).toBe(`?skill=${python}`);
    expect(await check(id)).toEqual([]);
    await applicant('New Match');
    await applicant('No Match', false);
    await Promise.all([checkForMatches(id, now), checkForMatches(id, now)]);
    expect(await check(id)).toEqual([{ searchId: id, people: 1, at: now.toISOString() }]);
    expect(await check(id)).toEqual([]);
  });

  it('tells of somebody who comes to match later, and not again when a proof came back', async () => {
    const person = await applicant('Later', false);
    const { id } = await save();
    expect(await check(id)).toEqual([]);
    await query(
      `insert into skill_evidence (candidate_id, credential_id, skill_key, tier, standing, origin, checked_at, rule_set)
       values ($1, $2, $3, 3, 'stands', 'alignment', now(), 1)`,
      [person.accountId, person.credentialId, python],
    );
    expect(await check(id)).toEqual([{ searchId: id, people: 1, at: now.toISOString() }]);
    await loseEvidence(person, person.credentialId);
    expect(await check(id)).toEqual([]);
  });

  it('is silent while its bell is off; switched on, whoever matches then counts as seen', async () => {
    const { id } = await save('Quiet', false);
    await applicant('While Off');
    expect(await check(id)).toEqual([]);
    const { org, api } = employer;
    expect(await api.searches.change({ org, id, bell: true })).toMatchObject({ bell: true, name: 'Quiet' });
    expect(await check(id)).toEqual([]);
    await applicant('While On');
    expect(await check(id)).toEqual([{ searchId: id, people: 1, at: now.toISOString() }]);
  });

  it('is told to the member in the bell and by mail, without a name, with the way to the list', async () => {
    const { id } = await save();
    await sendSearchNews({ searchId: id, people: 2, at: now });
    const [mail] = await query<{ to: string; subject: string; text: string; link: string }>(
      'select * from outbox_mail',
    );
    expect(mail?.subject).toBe('2 new people match Python people');
    expect(mail?.to).toBe(employer.owner.email);
    expect(mail?.link).toContain(`/hire/${employer.org}/jobs/${jobId}/ranked?skill=${python}`);
    expect(mail?.text).toContain('You can switch it off');
    await sendSearchNews({ searchId: id, people: 2, at: later(1) });
    const told = await query<{ kind: string; params: object; href: string }>(
      'select kind, params, href from notification where account_id = $1',
      [employer.owner.accountId],
    );
    const href = `/hire/${employer.org}/jobs/${jobId}/ranked?skill=${python}`;
    const said = { kind: 'search-hits', params: { search: 'Python people', count: 2 }, href };
    expect(told).toEqual([said, said]);
    await employer.api.searches.change({ org: employer.org, id, bell: false });
    await sendSearchNews({ searchId: id, people: 2, at: now });
    expect(await query('select 1 from outbox_mail')).toHaveLength(2);
  });

  it('is asked for by the clock, one task each', async () => {
    const { id } = await save();
    await save('Off', false);
    await askForChecks();
    await askForChecks();
    const tasks = await query<{ payload: object }>(
      `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'matching.check-search'`,
    );
    expect(tasks.map((task) => task.payload)).toEqual([{ searchId: id }]);
  });

  it('belongs to the member who saved it: named, renamed and deleted by nobody else', async () => {
    const { id } = await save();
    const { org, api } = employer;
    expect(await refusal(save())).toBe('conflict search.name_taken');
    const colleague = await employer.addMember('recruiter');
    expect(await colleague.api.searches.list({ org, jobId })).toEqual([]);
    expect(await refusal(colleague.api.searches.remove({ org, id }))).toBe('not-found search.unknown');
    expect(await refusal(colleague.api.searches.change({ org, id, name: 'Mine' }))).toBe(
      'not-found search.unknown',
    );
    await api.searches.change({ org, id, name: 'Renamed' });
    expect((await api.searches.list({ org, jobId })).map((search) => search.name)).toEqual(['Renamed']);
    await api.searches.remove({ org, id });
    expect(await query('select 1 from saved_search_match')).toEqual([]);
    expect(await refusal(api.searches.remove({ org, id }))).toBe('not-found search.unknown');
  });

  it('of a member who left tells nobody', async () => {
    const member = await employer.addMember('recruiter');
    const { id } = await member.api.searches.save({
      org: employer.org,
      jobId,
      name: 'Gone',
      query: '',
      bell: true,
    });
    await query('delete from member where account_id = $1', [member.accountId]);
    await applicant('After');
    expect(await check(id)).toEqual([]);
  });
});
