import '#tests/support/database.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { findGrant } from '#server/applications/index.ts';
import { accountScope } from '#server/platform/scope.ts';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  giveCredential,
  later,
  makeCandidate,
  makeEmployer,
  makeSkills,
  now,
  type Person,
  publishJob,
  refusal,
} from './world.ts';

let employer: Employer;
let jobId: string;
let org: string;
let skills: Record<'Python' | 'SQL' | 'Welding', number>;

beforeAll(async () => {
  employer = await makeEmployer('Quillon Data Guild');
  org = employer.org;
  skills = await makeSkills('Python', 'SQL', 'Welding');
  const lines = [ask(skills.Python, { must: true, weight: 3 }), ask(skills.SQL, { weight: 1 })];
  jobId = (await publishJob(employer, lines)).id;
});

/** Nine credentials: two speak to the job, one of the others is not known to stand. */
async function withNine(name: string, visibility?: string): Promise<{ person: Person; ids: string[] }> {
  const person = await makeCandidate(name, visibility);
  const ids = [
    await giveCredential(person, 'Python, Examined', [{ skill: skills.Python }]),
    await giveCredential(person, 'Relational Data', [{ skill: skills.SQL }]),
  ];
  for (let i = 0; i < 7; i++)
    ids.push(await giveCredential(person, `Welding ${i}`, [{ skill: skills.Welding }]));
  return { person, ids };
}

describe('before applying', () => {
  it('ticks only what covers the skills of the job, and shows the points as one ticks', async () => {
    const { person, ids } = await withNine('Tick Tester');
    const preview = await person.api.applications.preview({ jobId });
    expect(preview.credentials).toHaveLength(9);
    expect(
      preview.credentials
        .filter((each) => each.ticked)
        .map((each) => each.id)
        .sort(),
    ).toEqual(ids.slice(0, 2).sort());
    expect(preview.coverage).toMatchObject({ kind: 'score', totalTenths: 1000, mustsMet: true });
    const less = await person.api.applications.preview({ jobId, credentialIds: ids.slice(1) });
    expect(less.coverage).toMatchObject({ totalTenths: 250, mustsMet: false });
    expect(less.everything).toMatchObject({ totalTenths: 1000 });
  });

  it('shows met, partly and unmet with reason and proof', async () => {
    const person = await makeCandidate('Gap Tester');
    const wants = [ask(skills.Python, { minLevel: 4 }), ask(skills.SQL), ask(skills.Welding)];
    const gap = await publishJob(employer, wants, 'Gap job');
    const id = await giveCredential(person, 'Python, Halfway', [
      { skill: skills.Python, level: 2 },
      { skill: skills.SQL },
    ]);
    const coverage = await person.api.applications.coverage({ jobId: gap.id });
    if (coverage.kind !== 'score') throw new Error('no score');
    expect(
      coverage.parts.map((part) => [part.label, part.status, part.pieces[0]?.code, part.proof?.credentialId]),
    ).toEqual([
      ['Python', 'partly', 'level-below', id],
      ['SQL', 'met', 'proven', id],
      ['Welding', 'unmet', 'no-evidence', undefined],
    ]);
    expect(coverage.parts.reduce((sum, part) => sum + part.pointsMicro, 0)).toBe(coverage.totalMicro);
    const many = await person.api.applications.coverages({ jobIds: [gap.id, jobId] });
    expect(many.find((each) => each.jobId === gap.id)?.coverage).toEqual(coverage);
  });

  it('has no score for a job that asks nothing', async () => {
    const person = await makeCandidate('No Score');
    const open = await publishJob(employer, [], 'Open call');
    expect(await person.api.applications.coverage({ jobId: open.id })).toEqual({ kind: 'no-score' });
  });
});

describe('applying with two of nine', () => {
  it('shows the employer exactly these two, and does not count the others', async () => {
    const { person, ids } = await withNine('Two Of Nine');
    const chosen = [ids[0] ?? '', ids[4] ?? ''];
    const sent = await person.api.applications.submit({ jobId, credentialIds: chosen, phone: '+351 1' });
    expect(sent.disclosed).toBe(2);
    const seen = await employer.api.pipeline.candidate({ org, jobId, candidateId: person.accountId });
    expect(seen.disclosed.map((each) => each.id).sort()).toEqual([...chosen].sort());
    expect(seen.application).toMatchObject({ stage: 'applied', phone: '+351 1', version: 1 });
    expect(seen.coverage).toMatchObject({ totalTenths: 750, mustsMet: true });
    const row = (await employer.api.ranking.list({ org, jobId })).items.find(
      (each) => each.name === 'Two Of Nine',
    );
    expect(row?.coverage).toMatchObject({ totalTenths: 750 });
    expect(JSON.stringify(seen)).not.toContain(ids[1]);
    const account = accountScope(employer.owner.accountId);
    const granted = await Promise.all(ids.map((id) => findGrant(account, person.accountId, id)));
    expect(granted.map((grant) => grant !== null)).toEqual(ids.map((id) => chosen.includes(id)));
  });

  it('holds even when all the evidence is visible to employers', async () => {
    const { person, ids } = await withNine('Visible Two', 'recruiters');
    await person.api.applications.submit({ jobId, credentialIds: [ids[1] ?? ''] });
    const explained = await employer.api.ranking.explain({ org, jobId, candidateId: person.accountId });
    expect(explained.coverage).toMatchObject({ totalTenths: 250 });
    expect(explained.disclosed).toBe(1);
  });

  it('is refused with a credential of somebody else, and leaves nothing behind', async () => {
    const { ids } = await withNine('Owner Of Nine');
    const thief = await makeCandidate('Not The Owner');
    const applied = thief.api.applications.submit({ jobId, credentialIds: ids.slice(0, 1) });
    expect(await refusal(applied)).toBe('not-found application.credential_unknown');
    expect(await thief.api.applications.mine()).toEqual([]);
  });

  it('happens once a job', async () => {
    const { person } = await withNine('Only Once');
    await person.api.applications.submit({ jobId, credentialIds: [] });
    const again = person.api.applications.submit({ jobId, credentialIds: [] });
    expect(await refusal(again)).toBe('conflict application.exists');
    const other = await withNine('Twice At Once');
    const both = await Promise.all(
      [1, 2].map(() => refusal(other.person.api.applications.submit({ jobId, credentialIds: [] }))),
    );
    expect(both.sort()).toEqual(['allowed', 'conflict application.exists']);
  });

  it('needs nothing typed the second time', async () => {
    const { person } = await withNine('Second Time');
    await person.api.applications.submit({
      jobId,
      credentialIds: [],
      phone: '+49 30 1',
      availableFrom: 'January',
    });
    const second = await publishJob(employer, [ask(skills.SQL)], 'Second job');
    const preview = await person.api.applications.preview({ jobId: second.id });
    expect(preview).toMatchObject({
      phone: '+49 30 1',
      availableFrom: 'January',
      displayName: 'Second Time',
    });
    await person.api.applications.submit({ jobId: second.id, credentialIds: [] });
    const seen = await employer.api.pipeline.candidate({
      org,
      jobId: second.id,
      candidateId: person.accountId,
    });
    expect(seen.application).toMatchObject({ phone: '+49 30 1', availableFrom: 'January' });
  });

  it('is refused after the last day, and for closed and unknown jobs', async () => {
    const person = await makeCandidate('Too Late');
    const { api } = employer;
    const content = { title: 'Ending soon', description: 'x', place: 'Porto', validThrough: later(1) };
    const draft = await api.jobs.create({ org, ...content });
    const job = await api.jobs.publish({ org, jobId: draft.id, version: 1 });
    const apply = (time: Date) =>
      refusal(person.at(time).applications.submit({ jobId: job.id, credentialIds: [] }));
    expect(await apply(later(2))).toBe('conflict job.not_open');
    await api.jobs.close({ org, jobId: job.id, version: job.version });
    expect(await apply(now)).toBe('gone job.closed');
  });
});

describe('withdrawing', () => {
  it('ends every grant at once: the employer is told that it is gone', async () => {
    const { person, ids } = await withNine('Goes Away', 'public');
    const candidateId = person.accountId;
    const { applicationId } = await person.api.applications.submit({
      jobId,
      credentialIds: ids,
      note: 'Hello',
    });
    await person.api.applications.withdraw({ applicationId });
    const { api } = employer;
    expect(await refusal(api.pipeline.candidate({ org, jobId, candidateId }))).toBe(
      'gone application.withdrawn',
    );
    expect(await refusal(api.ranking.explain({ org, jobId, candidateId }))).toBe(
      'gone application.withdrawn',
    );
    const move = api.pipeline.move({ org, jobId, to: 'screen', people: [{ candidateId, version: 2 }] });
    expect(await refusal(move)).toBe('gone application.withdrawn');
    const list = await api.ranking.list({ org, jobId });
    expect(list.items.some((row) => row.candidateId === candidateId)).toBe(false);
    const board = await api.pipeline.board({ org, jobId });
    expect(board.withdrawn).toBe(1);
    expect(JSON.stringify(board)).not.toContain('Goes Away');
    const [row] = await query('select display_name, phone, note, stage from application where id = $1', [
      applicationId,
    ]);
    expect(row).toEqual({ display_name: '', phone: null, note: null, stage: 'withdrawn' });
    expect(await query('select 1 from disclosure_grant where application_id = $1', [applicationId])).toEqual(
      [],
    );
  });

  it('shows to the candidate, who may apply again with something else', async () => {
    const { person, ids } = await withNine('Comes Back');
    const { applicationId } = await person.api.applications.submit({ jobId, credentialIds: ids.slice(0, 1) });
    await person.api.applications.withdraw({ applicationId });
    expect((await person.api.applications.mine())[0]).toMatchObject({ stage: 'withdrawn', shared: [] });
    const again = await person.api.applications.submit({ jobId, credentialIds: ids.slice(1, 2) });
    expect(again.applicationId).toBe(applicationId);
    const seen = await employer.api.pipeline.candidate({ org, jobId, candidateId: person.accountId });
    expect(seen.disclosed.map((each) => each.id)).toEqual(ids.slice(1, 2));
  });

  it("is only for one's own application, and harmless twice", async () => {
    const { person } = await withNine('Own Only');
    const stranger = await makeCandidate('A Stranger');
    const { applicationId } = await person.api.applications.submit({ jobId, credentialIds: [] });
    expect(await refusal(stranger.api.applications.withdraw({ applicationId }))).toBe(
      'not-found application.unknown',
    );
    await person.api.applications.withdraw({ applicationId });
    await person.api.applications.withdraw({ applicationId });
  });
});

describe('closing a job', () => {
  it('ends what was disclosed for it; the pipeline still says who is where', async () => {
    const { person, ids } = await withNine('Filled Role');
    const job = await publishJob(employer, [ask(skills.Python)], 'To be filled');
    await person.api.applications.submit({ jobId: job.id, credentialIds: ids.slice(0, 2) });
    await employer.api.jobs.close({ org, jobId: job.id, version: job.version });
    const seen = await employer.api.pipeline.candidate({ org, jobId: job.id, candidateId: person.accountId });
    expect(seen).toMatchObject({ disclosed: [], coverage: null, application: { stage: 'applied' } });
    expect(await refusal(employer.api.ranking.list({ org, jobId: job.id }))).toBe('gone job.closed');
    const board = await employer.api.pipeline.board({ org, jobId: job.id });
    expect(board.columns[0]?.cards[0]).toMatchObject({ name: 'Filled Role', coverage: null, rank: null });
    expect(
      await findGrant(accountScope(employer.owner.accountId), person.accountId, ids[0] ?? ''),
    ).toBeNull();
  });
});
