import '#tests/support/database.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { query } from '#tests/support/database.ts';
import { asNobody } from '#tests/support/people.ts';
import {
  ask,
  type Employer,
  later,
  makeEmployer,
  makeSkills,
  now,
  publishJob,
  refusal,
} from '../applications/world.ts';

let employer: Employer;
let skills: Record<'Python' | 'Kubernetes' | 'Nomad' | 'Writing', number>;

beforeAll(async () => {
  employer = await makeEmployer('Fernhollow Energy Cooperative');
  skills = await makeSkills('Python', 'Kubernetes', 'Nomad', 'Writing');
});

describe('a draft', () => {
  it('may be empty, and gets the next reference of its organisation', async () => {
    const { org, api } = employer;
    const [first, second] = [await api.jobs.create({ org }), await api.jobs.create({ org, title: 'Second' })];
    expect(first).toMatchObject({ status: 'draft', title: '', version: 1, requirements: [] });
    expect([first.reference, second.reference]).toEqual(['FEC-0001', 'FEC-0002']);
  });

  it('gets different references when two are made at once', async () => {
    const { org, api } = employer;
    const made = await Promise.all(Array.from({ length: 4 }, () => api.jobs.create({ org })));
    expect(new Set(made.map((job) => job.reference)).size).toBe(4);
  });

  it('keeps what is asked: alternatives, level, must, weight, tier, own label; in the order of the bars', async () => {
    const { org, api } = employer;
    const requirements = [
      ask(skills.Writing),
      ask([skills.Kubernetes, skills.Nomad], { weight: 2, minLevel: 2 }),
      ask(skills.Python, { must: true, weight: 4, minLevel: 3, minTier: 3, shortLabel: 'Py' }),
    ];
    const job = await api.jobs.create({ org, requirements });
    expect(job.requirements.map((line) => line.label)).toEqual(['Python', 'Kubernetes or Nomad', 'Writing']);
    expect(job.requirements[0]).toMatchObject({
      must: true,
      weight: 4,
      minLevel: 3,
      minTier: 3,
      shortLabel: 'Py',
    });
  });

  it('keeps the ids of its lines over a change, and takes no line of another job', async () => {
    const { org, api } = employer;
    const job = await api.jobs.create({ org, requirements: [ask(skills.Python), ask(skills.Writing)] });
    const other = await api.jobs.create({ org, requirements: [ask(skills.Nomad)] });
    const [python] = job.requirements;
    const requirements = [
      ask(skills.Python, { weight: 5, ...(python ? { id: python.id } : {}) }),
      ask(skills.Nomad, { id: other.requirements[0]?.id ?? '' }),
    ];
    const changed = await api.jobs.update({ org, jobId: job.id, version: job.version, requirements });
    expect(changed.requirements[0]).toMatchObject({ id: python?.id, weight: 5 });
    expect(changed.requirements[1]?.id).not.toBe(other.requirements[0]?.id);
    expect((await api.jobs.get({ org, jobId: other.id })).requirements).toHaveLength(1);
  });

  it('is refused a skill that does not exist, and keeps what it had', async () => {
    const { org, api } = employer;
    const job = await api.jobs.create({ org, requirements: [ask(skills.Python)] });
    const change = api.jobs.update({ org, jobId: job.id, version: 1, requirements: [ask(999_999)] });
    expect(await refusal(change)).toBe('bad-input job.skill_unknown');
    expect((await api.jobs.get({ org, jobId: job.id })).requirements).toHaveLength(1);
  });

  it('is not overwritten by somebody who looked at an older version', async () => {
    const { org, api } = employer;
    const job = await api.jobs.create({ org, title: 'One' });
    await api.jobs.update({ org, jobId: job.id, version: 1, title: 'Two' });
    expect(await refusal(api.jobs.update({ org, jobId: job.id, version: 1, title: 'Three' }))).toBe(
      'conflict job.changed_meanwhile',
    );
    expect((await api.jobs.get({ org, jobId: job.id })).title).toBe('Two');
  });

  it('is not for the public', async () => {
    const job = await employer.api.jobs.create({ org: employer.org, title: 'Secret' });
    expect(await refusal(asNobody(now).jobs.getPublished({ jobId: job.id }))).toBe('not-found job.unknown');
  });

  it('may be written by a hiring manager, and only read by an auditor', async () => {
    const manager = await employer.addMember('hiring-manager');
    const auditor = await employer.addMember('auditor');
    expect((await manager.api.jobs.create({ org: employer.org })).status).toBe('draft');
    expect(await refusal(auditor.api.jobs.create({ org: employer.org }))).toBe(
      'forbidden organization.forbidden',
    );
    expect((await auditor.api.jobs.list({ org: employer.org })).items.length).toBeGreaterThan(0);
  });
});

describe('publishing', () => {
  it('names everything that is missing, and publishes nothing', async () => {
    const { org, api } = employer;
    const job = await api.jobs.create({ org, payMin: 10 });
    try {
      await api.jobs.publish({ org, jobId: job.id, version: 1 });
      expect.unreachable();
    } catch (error) {
      const { cause } = error as { cause: { code: string; details: object } };
      expect(cause.code).toBe('job.not_ready');
      expect(Object.keys(cause.details)).toEqual(['title', 'description', 'place', 'pay']);
    }
    expect((await api.jobs.get({ org, jobId: job.id })).status).toBe('draft');
  });

  it('shows the job to everybody, and is in the audit log', async () => {
    const job = await publishJob(employer, [ask(skills.Python, { must: true })]);
    const shown = await asNobody(now).jobs.getPublished({ jobId: job.id });
    expect(shown).toMatchObject({
      open: true,
      employer: { name: 'Fernhollow Energy Cooperative', answerDays: 10 },
    });
    const log = await query<{ action: string }>(
      'select action from audit_entry where subject = $1 order by id',
      [`job:${job.id}`],
    );
    expect(log.map((entry) => entry.action)).toEqual(['job.created', 'job.published']);
  });

  it('binds later changes: a published job stays publishable', async () => {
    const job = await publishJob(employer, []);
    const { org, api } = employer;
    const change = (title: string) => api.jobs.update({ org, jobId: job.id, version: job.version, title });
    expect(await refusal(change(''))).toBe('bad-input job.not_ready');
    expect((await change('Another title')).title).toBe('Another title');
  });

  it('is not undone; closing is for good and says so to visitors', async () => {
    const job = await publishJob(employer, []);
    const { org, api } = employer;
    const closed = await api.jobs.close({ org, jobId: job.id, version: job.version });
    expect(closed.status).toBe('closed');
    const again = { org, jobId: job.id, version: closed.version };
    expect(await refusal(api.jobs.publish(again))).toBe('conflict job.state_refused');
    expect(await refusal(api.jobs.update({ ...again, title: 'More' }))).toBe('gone job.closed');
    expect(await refusal(asNobody(now).jobs.getPublished({ jobId: job.id }))).toBe('gone job.closed');
  });
});

describe('the public board', () => {
  it('filters, searches and pages without repeating or losing a job', async () => {
    const other = await makeEmployer('Board House');
    const { org, api } = other;
    for (let i = 0; i < 45; i++) await publishJob(other, [ask(skills.Nomad)], `Nomad keeper ${i}`);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof api.jobs.listPublished>> = await asNobody(now).jobs.listPublished(
        {
          q: 'nomad keeper',
          cursor,
        },
      );
      expect(page.total).toBe(45);
      seen.push(...page.items.map((item) => item.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(45);
    expect(new Set(seen).size).toBe(45);
    const remote = await api.jobs.create({ org, title: 'From home', description: 'x', workplace: 'remote' });
    await api.jobs.publish({ org, jobId: remote.id, version: 1 });
    const found = await asNobody(now).jobs.listPublished({ workplace: ['remote'] });
    expect(found.items.map((item) => item.title)).toEqual(['From home']);
    expect((await asNobody(now).jobs.listPublished({ q: 'Kubernetes' })).total).toBe(0);
    expect((await asNobody(now).jobs.listPublished({ q: 'board house' })).total).toBe(46);
  });

  it('counts what each choice of a filter would show, the others kept', async () => {
    const [quick, slow] = [await makeEmployer('Quick', 5), await makeEmployer('Slow', 30)];
    const publish = async (house: typeof quick, content: object) => {
      const { org, api } = house;
      const draft = await api.jobs.create({ org, title: 'Facet work', description: 'x', ...content });
      await api.jobs.publish({ org, jobId: draft.id, version: 1 });
    };
    const pay = { payMin: 1, payMax: 2, payCurrency: 'EUR', payPeriod: 'hour' } as const;
    await publish(quick, { workplace: 'remote', contract: 'permanent', ...pay });
    await publish(quick, { workplace: 'remote', contract: 'temporary', degreeNeeded: true });
    await publish(slow, { workplace: 'hybrid', contract: 'permanent', place: 'Porto' });
    const q = 'facet work';
    const anybody = asNobody(now).jobs;
    expect(await anybody.countPublished({ q })).toEqual({
      workplace: { remote: 2, hybrid: 1 },
      contract: { permanent: 2, temporary: 1 },
      ...{ statesPay: 1, noDegree: 2, answersSoon: 2 },
    });
    expect(await anybody.countPublished({ q, workplace: ['hybrid'] })).toEqual({
      workplace: { remote: 2, hybrid: 1 },
      contract: { permanent: 1 },
      ...{ statesPay: 0, noDegree: 1, answersSoon: 0 },
    });
    const soon = await anybody.listPublished({ q, answersSoon: true });
    expect(soon.items.map((item) => item.employer.name)).toEqual(['Quick', 'Quick']);
  });

  it('narrows by place, by a skill asked for and by pay in a year, whatever its period', async () => {
    const { org, api } = await makeEmployer('Narrow');
    const publish = async (title: string, content: object) => {
      const draft = await api.jobs.create({ org, title: `Narrow ${title}`, description: 'x', ...content });
      await api.jobs.publish({ org, jobId: draft.id, version: 1 });
    };
    const euro = { payCurrency: 'EUR', payPeriod: 'year' } as const;
    await publish('yearly', { place: 'Upper Ostrava', payMin: 30_000, payMax: 40_000, ...euro });
    await publish('monthly', { place: 'Brno', payMin: 3_500, ...euro, payPeriod: 'month' });
    await publish('hourly', { place: 'Brno', payMax: 20, ...euro, payPeriod: 'hour' });
    await publish('silent', { place: 'Ostrava' });
    const titles = async (filter: object) => {
      const { items } = await asNobody(now).jobs.listPublished({ q: 'narrow', ...filter });
      return items.map(({ title }) => title.replace('Narrow ', '')).sort();
    };
    expect(await titles({ place: 'ostrava' })).toEqual(['silent', 'yearly']);
    expect(await titles({ payFrom: 35_200 })).toEqual(['hourly', 'monthly', 'yearly']);
    expect(await titles({ payFrom: 35_201 })).toEqual(['monthly', 'yearly']);
    expect(await titles({ payFrom: 42_001 })).toEqual([]);
    await publish('writing', { place: 'Zlin', requirements: [ask([skills.Nomad, skills.Writing])] });
    expect(await titles({ skill: 'writ' })).toEqual(['writing']);
    expect(await titles({ skill: 'nothing of this name' })).toEqual([]);
    expect((await asNobody(now).jobs.countPublished({ q: 'narrow', place: 'Brno' })).statesPay).toBe(2);
  });

  it('sorts by the last day, page after page, those without one at the end', async () => {
    const { org, api } = await makeEmployer('Ending');
    const days = [...Array.from({ length: 12 }, (_, at) => 60 - at * 2), 50, ...Array<null>(13).fill(null)];
    for (const [at, day] of days.entries()) {
      const validThrough = day === null ? null : later(day);
      const draft = await api.jobs.create({
        org,
        title: `Ending ${at}`,
        description: 'x',
        place: 'Porto',
        validThrough,
      });
      await api.jobs.publish({ org, jobId: draft.id, version: 1 });
    }
    const ends: (number | null)[] = [];
    const ids = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof api.jobs.listPublished>> = await asNobody(now).jobs.listPublished(
        { q: 'ending', sort: 'closing', cursor },
      );
      for (const { id, validThrough } of page.items) {
        ids.add(id);
        ends.push(validThrough?.getTime() ?? null);
      }
      cursor = page.nextCursor;
    } while (cursor);
    const dated = ends.filter((end) => end !== null);
    expect(ids.size).toBe(days.length);
    expect(ends).toEqual([...dated.toSorted((a, b) => a - b), ...Array<null>(13).fill(null)]);
  });

  it('leaves out jobs whose last day has passed; their page says that they are not open', async () => {
    const { org, api } = employer;
    const content = { title: 'Short notice', description: 'x', place: 'Porto', validThrough: later(2) };
    const draft = await api.jobs.create({ org, ...content });
    await api.jobs.publish({ org, jobId: draft.id, version: 1 });
    expect((await asNobody(later(1)).jobs.listPublished({ q: 'Short notice' })).total).toBe(1);
    expect((await asNobody(later(3)).jobs.listPublished({ q: 'Short notice' })).total).toBe(0);
    expect((await asNobody(later(3)).jobs.getPublished({ jobId: draft.id })).open).toBe(false);
  });

  it('refuses a cursor that it did not make', async () => {
    expect(await refusal(asNobody(now).jobs.listPublished({ cursor: 'x' }))).toBe(
      'bad-input job.cursor_malformed',
    );
  });
});
