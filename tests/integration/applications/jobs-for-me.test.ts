import '#tests/support/database.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  type Employer,
  giveCredential,
  makeCandidate,
  makeEmployer,
  makeSkills,
  type Person,
  publishJob,
  refusal,
} from './world.ts';

let employer: Employer;
let skills: Record<'Python' | 'SQL' | 'Writing' | 'Welding', number>;
const jobs: Record<string, string> = {};

beforeAll(async () => {
  employer = await makeEmployer('Fernhollow');
  skills = await makeSkills('Python', 'SQL', 'Writing', 'Welding');
  const { Python, SQL, Writing, Welding } = skills;
  const publish = async (title: string, lines: Parameters<typeof publishJob>[1], by = employer) => {
    jobs[title] = (await publishJob(by, lines, title)).id;
  };
  await publish('Half', [ask(Python), ask(SQL, { must: true, minLevel: 3 })]);
  await publish('All', [ask(Python)]);
  await publish('Quarter', [
    ask(Python, { weight: 1 }),
    ask(SQL, { weight: 2 }),
    ask(Writing, { weight: 1 }),
  ]);
  await publish('Other', [ask(Welding)]);
  await publish('Scoreless', []);
});

const titles = (found: { items: { job: { title: string } }[] }) => found.items.map(({ job }) => job.title);

describe('jobs for me', () => {
  it('come by the own coverage, most first, each with the place and what is missing', async () => {
    const person = await makeCandidate('Python Only');
    await giveCredential(person, 'Python', [{ skill: skills.Python }]);
    const found = await person.api.applications.jobsForMe({});
    expect(titles(found)).toEqual(['All', 'Half', 'Quarter']);
    expect(found.items.map(({ coverage }) => coverage.kind === 'score' && coverage.totalTenths)).toEqual([
      1000, 500, 250,
    ]);
    expect(titles(await person.api.applications.jobsForMe({ sort: 'newest' }))).toEqual([
      'Quarter',
      'All',
      'Half',
    ]);
    expect(found.total).toBe(3);
  });

  it('say what is not shown and why', async () => {
    const person = await makeCandidate('Who Blocks');
    await giveCredential(person, 'Python', [{ skill: skills.Python }]);
    const harrow = await makeEmployer('Harrow');
    const { Python } = skills;
    const blockedJob = await publishJob(harrow, [ask(Python)], 'Blocked');
    expect(titles(await person.api.applications.jobsForMe({}))).toContain('Blocked');
    await person.api.profile.block({ slug: harrow.org });
    const found = await person.api.applications.jobsForMe({});
    expect(titles(found)).not.toContain('Blocked');
    expect(found.notShown).toEqual({
      askingOther: 1,
      scoreless: 1,
      older: 0,
      blocked: [{ name: 'Harrow', count: 1 }],
    });
    await harrow.api.jobs.close({ org: harrow.org, jobId: blockedJob.id, version: blockedJob.version });
  });

  it('count what one more proof would open, from the jobs themselves', async () => {
    const person = await makeCandidate('One More');
    await giveCredential(person, 'Python', [{ skill: skills.Python }]);
    const { openings } = await person.api.applications.jobsForMe({});
    expect(
      openings.map(({ label, level, jobs: count, firstQueues }) => [label, level, count, firstQueues]),
    ).toEqual([
      ['SQL', 3, 2, 1],
      ['Writing', null, 1, 0],
    ]);
  });

  it('name the credential that waits for its issuer, and what it would bring', async () => {
    const person = await makeCandidate('Who Waits');
    const id = await giveCredential(person, 'SQL, Silent', [{ skill: skills.SQL, unknown: true }]);
    const found = await person.api.applications.jobsForMe({});
    expect(titles(found).sort()).toEqual(['Half', 'Quarter']);
    expect(found.waiting).toMatchObject([{ credentialId: id, title: 'SQL, Silent', jobs: 2 }]);
  });

  it('have nothing for who has proven nothing, and say so', async () => {
    const person = await makeCandidate('Newcomer');
    const found = await person.api.applications.jobsForMe({});
    expect(found).toMatchObject({ items: [], total: 0, openings: [], waiting: [] });
    expect(found.notShown.askingOther).toBe(4);
  });

  it('come page by page, each job once', async () => {
    const skill = (await makeSkills('Paging')).Paging;
    const many = await makeEmployer('Many');
    for (let count = 0; count < 23; count++) await publishJob(many, [ask(skill)], `Paged ${count}`);
    const person = await makeCandidate('Who Pages');
    await giveCredential(person, 'Paging', [{ skill }]);
    const first = await person.api.applications.jobsForMe({});
    const second = await person.api.applications.jobsForMe({ cursor: first.nextCursor });
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 3, null]);
    expect(new Set([...titles(first), ...titles(second)]).size).toBe(23);
    const nowhere = person.api.applications.jobsForMe({ cursor: jobs.Other });
    expect(await refusal(nowhere)).toBe('bad-input job.cursor_malformed');
  });
});

describe('the place today', () => {
  async function applicant(name: string, jobId: string, proofs: Parameters<typeof giveCredential>[2]) {
    const person = await makeCandidate(name);
    const credentialIds = [await giveCredential(person, `Badge of ${name}`, proofs)];
    await person.api.applications.submit({ jobId, credentialIds });
    return person;
  }

  it('is the one the employer would give, among applicants and people who are found', async () => {
    const { Python, SQL } = skills;
    const job = await publishJob(employer, [ask(Python, { must: true }), ask(SQL)], 'Ranked');
    await applicant('Better', job.id, [{ skill: Python }, { skill: SQL }]);
    await applicant('Same', job.id, [{ skill: Python }]);
    await applicant('Without Must', job.id, [{ skill: SQL }]);
    const seeker = await makeCandidate('Seeker');
    const own = await giveCredential(seeker, 'Python', [{ skill: Python }]);
    expect(await seeker.api.applications.rank({ jobId: job.id })).toEqual({ kind: 'few' });
    const found = await makeCandidate('Found', 'recruiters');
    await giveCredential(found, 'Both', [{ skill: Python }, { skill: SQL }]);
    const hidden = await makeCandidate('Hidden', 'private');
    await giveCredential(hidden, 'Both', [{ skill: Python }, { skill: SQL }]);
    const blocking = await makeCandidate('Blocking', 'recruiters');
    await giveCredential(blocking, 'Both', [{ skill: Python }, { skill: SQL }]);
    await blocking.api.profile.block({ slug: employer.org });
    const before = await seeker.api.applications.rank({ jobId: job.id });
    expect(before).toEqual({ kind: 'ranked', rank: 3, ranked: 5, queue: 'first' });
    const listed = await seeker.api.applications.jobsForMe({});
    expect(listed.items.find((entry) => entry.job.id === job.id)?.rank).toEqual(before);

    await seeker.api.applications.submit({ jobId: job.id, credentialIds: [own] });
    expect(await seeker.api.applications.rank({ jobId: job.id })).toEqual(before);
    const rows = await employer.api.ranking.list({ org: employer.org, jobId: job.id });
    expect(rows.items.find((row) => row.candidateId === seeker.accountId)?.rank).toBe(3);
    expect(rows.total).toBe(5);
    const after = await seeker.api.applications.jobsForMe({});
    expect(after.items.find((entry) => entry.job.id === job.id)?.appliedAt).toBeInstanceOf(Date);
  });

  it('is in the queue that the job’s own gate says', async () => {
    const { Python, SQL } = skills;
    const job = await publishJob(employer, [ask(Python, { must: true }), ask(SQL, { must: true })], 'Gated');
    for (const name of ['A', 'B', 'C', 'D']) await applicant(`${name} gated`, job.id, []);
    const seeker = await makeCandidate('Seeker At The Gate');
    await giveCredential(seeker, 'Python', [{ skill: Python }]);
    const queue = async () => (await placeOf(seeker, job.id)).queue;
    expect(await queue()).toBe('second');
    const gate = { org: employer.org, jobId: job.id, version: job.version, queueGate: 'one-must' } as const;
    await employer.api.jobs.update(gate);
    expect(await queue()).toBe('first');
  });

  it('does not count what others hold back, nor who withdrew', async () => {
    const { Python, SQL } = skills;
    const job = await publishJob(employer, [ask(Python), ask(SQL)], 'Held back');
    for (const name of ['One', 'Two', 'Three', 'Four'])
      await applicant(`${name} held`, job.id, [{ skill: skills.Welding }]);
    const holder = await makeCandidate('Holds Back');
    const shared = await giveCredential(holder, 'SQL', [{ skill: SQL }]);
    await giveCredential(holder, 'Python', [{ skill: Python }]);
    const { applicationId } = await holder.api.applications.submit({
      jobId: job.id,
      credentialIds: [shared],
    });
    const seeker = await makeCandidate('Seeker Too');
    await giveCredential(seeker, 'SQL', [{ skill: SQL }]);
    const found = await placeOf(seeker, job.id);
    // Ahead is only the one person of the test before who lets employers find them.
    expect(found.rank).toBe(2);
    await holder.api.applications.withdraw({ applicationId });
    expect((await placeOf(seeker, job.id)).ranked).toBe(found.ranked - 1);
  });

  async function placeOf(person: Person, jobId: string) {
    const place = await person.api.applications.rank({ jobId });
    if (place.kind !== 'ranked') throw new Error(`no place: ${place.kind}`);
    return place;
  }
});

describe('what one credential brings', () => {
  it('is the number of open jobs whose coverage is higher for it', async () => {
    const person = await makeCandidate('Two Badges');
    const python = await giveCredential(person, 'Python', [{ skill: skills.Python }]);
    const again = await giveCredential(person, 'Python again', [{ skill: skills.Python }]);
    const sql = await giveCredential(person, 'SQL', [{ skill: skills.SQL, level: 3 }]);
    const gain = async (credentialId: string) =>
      (await person.api.applications.jobsGaining({ credentialId })).jobs;
    expect([await gain(python), await gain(again)]).toEqual([0, 0]);
    expect(await gain(sql)).toBeGreaterThanOrEqual(2);
    const stranger = await makeCandidate('Stranger');
    expect(await stranger.api.applications.jobsGaining({ credentialId: sql })).toEqual({ jobs: 0 });
  });
});

describe('applying from the page of a badge', () => {
  it('ticks that badge too, and nobody else’s', async () => {
    const person = await makeCandidate('From The Badge');
    const asked = await giveCredential(person, 'Python', [{ skill: skills.Python }]);
    const other = await giveCredential(person, 'Welding', [{ skill: skills.Welding }]);
    const jobId = jobs.All ?? '';
    const ticked = async (also?: string) =>
      (await person.api.applications.preview({ jobId, also })).credentials
        .filter((credential) => credential.ticked)
        .map((credential) => credential.id)
        .sort();
    expect(await ticked()).toEqual([asked]);
    expect(await ticked(other)).toEqual([asked, other].sort());
    expect(await ticked(asked)).toEqual([asked]);
    const stranger = await makeCandidate('Somebody Else');
    const foreign = await giveCredential(stranger, 'Python', [{ skill: skills.Python }]);
    expect(await ticked(foreign)).toEqual([asked]);
  });
});
