import '#tests/support/database.ts';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { beforeEach, describe, expect, it, vi } from 'vitest';
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
let org: string;
let jobId: string;
let skills: Record<'Python' | 'SQL', number>;

beforeEach(async () => {
  employer = await makeEmployer('Boardwalk');
  org = employer.org;
  skills = await makeSkills('Python', 'SQL');
  jobId = (await publishJob(employer, [ask(skills.Python, { must: true }), ask(skills.SQL)])).id;
});

const at = (hours = 0) => employer.owner.at(later(hours)).pipeline;

async function applicant(name: string, ...proven: number[]): Promise<Person> {
  const person = await makeCandidate(name);
  const shown = proven.map((skill) => ({ skill }));
  const id = await giveCredential(person, `Badge of ${name}`, shown);
  await person.api.applications.submit({ jobId, credentialIds: [id] });
  return person;
}

let numbered = 10_000;

/** Many applicants at once, without going through the form. */
async function crowd(count: number): Promise<{ candidateId: string; version: number }[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  numbered += count;
  await query(
    `with people as (select id, row_number() over () as n from unnest($1::uuid[]) as id),
          accounts as (insert into account (id, name, email) select id, 'Crowd ' || n, id || '@crowd.example' from people returning id),
          candidates as (insert into candidate (id, display_name) select id, 'Crowd' from accounts returning id),
          sent as (insert into application (candidate_id, id, job_id, organization_id, stage, stage_since, applied_at, display_name, alias)
                   select id, gen_random_uuid(), $2, $3, 'applied', $4, $4, 'Crowd', $5::int + row_number() over () from candidates returning candidate_id, id)
     insert into stage_change (candidate_id, id, application_id, to_stage, actor_id, at)
     select candidate_id, gen_random_uuid(), id, 'applied', candidate_id, $4 from sent`,
    [ids, jobId, employer.organizationId, now, numbered],
  );
  return ids.map((candidateId) => ({ candidateId, version: 1 }));
}

/** How many statements reach the database meanwhile: time says little on a machine that is busy. */
async function countStatements<T>(work: () => Promise<T>): Promise<{ answer: T; statements: number }> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    const answer = await work();
    return { answer, statements: spy.mock.calls.length };
  } finally {
    spy.mockRestore();
  }
}

const totals = async () => {
  const { columns } = await at().board({ org, jobId });
  return Object.fromEntries(columns.filter((each) => each.total > 0).map((each) => [each.stage, each.total]));
};

describe('two hundred people', () => {
  it('move in as many statements as two do, in one step back, each in log and audit', async () => {
    const [two, people] = [await crowd(2), await crowd(200)];
    const few = await countStatements(() => at(1).move({ org, jobId, to: 'task', people: two }));
    const many = await countStatements(() => at(1).move({ org, jobId, to: 'screen', people }));
    expect(few.statements).toBeGreaterThan(5);
    expect(many.statements).toBe(few.statements);
    const moved = many.answer;
    expect(moved.people).toHaveLength(200);
    await at(1).undo({ org, jobId, people: few.answer.people });
    expect(await totals()).toEqual({ applied: 2, screen: 200 });
    const back = await at(2).undo({ org, jobId, people: moved.people });
    expect(back.people.every(({ stage, version }) => stage === 'applied' && version === 3)).toBe(true);
    expect(await totals()).toEqual({ applied: 202 });
    const [row] = await query<{ since: Date; undone: number; audited: number }>(
      `select (select min(stage_since) from application where job_id = $1) as since,
              (select count(*)::int from stage_change where undone_at is not null and to_stage = 'screen') as undone,
              (select count(*)::int from audit_entry where organization_id = $2 and action = 'application.moved') as audited`,
      [jobId, employer.organizationId],
    );
    expect(row).toEqual({ since: now, undone: 200, audited: 202 });
  });

  it('are shown fifty a column, the rest on asking, without anybody twice', async () => {
    await crowd(120);
    const first = (await at().board({ org, jobId })).columns[0];
    expect([first?.cards.length, first?.total]).toEqual([50, 120]);
    const more = (await at().board({ org, jobId, show: { applied: 120 } })).columns[0];
    expect(new Set(more?.cards.map((card) => card.candidateId)).size).toBe(120);
    expect(more?.cards.slice(0, 50)).toEqual(first?.cards);
    const orders = more?.cards.map((card) => card.order) ?? [];
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
    await expect(at().board({ org, jobId, show: { applied: 501 } })).rejects.toThrow();
  });

  it('stay where they are when one of them was moved meanwhile', async () => {
    const people = await crowd(3);
    const [first] = people;
    if (!first) throw new Error('nobody');
    await at().move({ org, jobId, to: 'task', people: [first] });
    expect(await refusal(at(1).move({ org, jobId, to: 'screen', people }))).toBe(
      'conflict application.changed_meanwhile',
    );
    expect(await totals()).toEqual({ applied: 2, task: 1 });
  });
});

describe('somebody else was faster', () => {
  const failing = async (answer: Promise<unknown>) => {
    try {
      await answer;
    } catch (error) {
      return (error as { cause: { details: Record<string, unknown> } }).cause.details;
    }
    throw new Error('It was allowed');
  };

  it('is told with who, where to and when, and with the version to decide on', async () => {
    const who = (await applicant('Contested', skills.Python)).accountId;
    const colleague = await employer.addMember('recruiter');
    const mine = [{ candidateId: who, version: 1 }];
    await colleague.at(later(1)).pipeline.move({ org, jobId, to: 'task', people: mine });
    const details = await failing(at(2).move({ org, jobId, to: 'screen', people: mine }));
    expect(details).toMatchObject({
      candidateId: who,
      stage: 'task',
      by: 'recruiter of Boardwalk',
      own: false,
      at: later(1).toISOString(),
      changed: [`${who}:2`],
    });
    await at(2).move({ org, jobId, to: 'screen', people: [{ candidateId: who, version: 2 }] });
    expect(await totals()).toEqual({ screen: 1 });
  });

  it("does not let an undo take a colleague's decision back", async () => {
    const who = (await applicant('Undone By Whom', skills.Python)).accountId;
    const [moved] = (
      await at().move({ org, jobId, to: 'screen', people: [{ candidateId: who, version: 1 }] })
    ).people;
    const colleague = await employer.addMember('recruiter');
    await colleague.at(later(1)).pipeline.move({
      ...{ org, jobId, to: 'offer' },
      people: [{ candidateId: who, version: 2 }],
    });
    const undo = at(2).undo({ org, jobId, people: moved ? [moved] : [] });
    expect(await refusal(undo)).toBe('conflict application.changed_meanwhile');
    expect(await totals()).toEqual({ offer: 1 });
  });

  it('shows on a page that is open: who, where to, in which version', async () => {
    const who = (await applicant('Watched', skills.Python)).accountId;
    const asked = { org, jobId, candidateId: who };
    expect(await at().standing(asked)).toMatchObject({ version: 1, stage: 'applied', by: null });
    const colleague = await employer.addMember('recruiter');
    await colleague.at(later(1)).pipeline.move({
      ...{ org, jobId, to: 'task' },
      people: [{ candidateId: who, version: 1 }],
    });
    expect(await at(2).standing(asked)).toEqual({
      version: 2,
      stage: 'task',
      by: 'recruiter of Boardwalk',
      at: later(1),
    });
  });
});

describe('the stages of a job', () => {
  const plan = [
    { stage: 'applied', name: null },
    { stage: 'task', name: 'Trial day' },
    { stage: 'offer', name: null },
  ] as const;

  it('are all of them until somebody chooses, and then what was chosen, with its names', async () => {
    expect((await at().stages({ org, jobId })).map((step) => step.stage)).toEqual([
      'applied',
      'screen',
      'task',
      'interview',
      'offer',
    ]);
    await at().saveStages({ org, jobId, steps: [...plan] });
    const board = await at().board({ org, jobId });
    expect(board.steps).toEqual(plan);
    expect(board.columns.map((column) => column.stage)).toEqual([
      ...plan.map((step) => step.stage),
      'hired',
      'declined',
    ]);
  });

  it('are the only ones people are moved to', async () => {
    const who = (await applicant('Moved On', skills.Python)).accountId;
    await at().saveStages({ org, jobId, steps: [...plan] });
    const people = [{ candidateId: who, version: 1 }];
    expect(await refusal(at().move({ org, jobId, to: 'screen', people }))).toBe(
      'conflict application.move_refused',
    );
    await at().move({ org, jobId, to: 'task', people });
    expect(await totals()).toEqual({ task: 1 });
  });

  it('keep a stage in which somebody stands', async () => {
    const who = (await applicant('In The Way', skills.Python)).accountId;
    await at().move({ org, jobId, to: 'screen', people: [{ candidateId: who, version: 1 }] });
    expect((await at().stageChoices({ org, jobId })).taken).toEqual(['screen']);
    expect(await refusal(at().saveStages({ org, jobId, steps: [...plan] }))).toBe(
      'conflict application.stage_taken',
    );
    expect(await at().stages({ org, jobId })).toHaveLength(5);
  });

  it('show a stage again that was taken out, when an undo leads back to it', async () => {
    const who = (await applicant('Comes Back', skills.Python)).accountId;
    await at().move({ org, jobId, to: 'screen', people: [{ candidateId: who, version: 1 }] });
    await at().move({ org, jobId, to: 'task', people: [{ candidateId: who, version: 2 }] });
    await at().saveStages({ org, jobId, steps: [...plan] });
    await at().undo({ org, jobId, people: [{ candidateId: who, version: 3 }] });
    const shown = (await at().board({ org, jobId })).columns.map((column) => column.stage);
    expect(shown).toEqual(['applied', 'task', 'offer', 'screen', 'hired', 'declined']);
    expect(await totals()).toEqual({ screen: 1 });
  });

  it('can be taken over from another job of the organisation, and from no other', async () => {
    await at().saveStages({ org, jobId, steps: [...plan] });
    const next = await publishJob(employer, [ask(skills.SQL)], 'Next job');
    const { others } = await at().stageChoices({ org, jobId: next.id });
    expect(others).toMatchObject([{ id: jobId, steps: plan }]);
    const stranger = await makeEmployer('Elsewhere');
    const theirs = await publishJob(stranger, [ask(skills.SQL)], 'Their job');
    expect(
      (await stranger.api.pipeline.stageChoices({ org: stranger.org, jobId: theirs.id })).others,
    ).toEqual([]);
  });

  it('are refused when they make no plan', async () => {
    await expect(at().saveStages({ org, jobId, steps: [plan[0], plan[1]] })).rejects.toThrow();
    await expect(
      at().saveStages({ org, jobId, steps: [plan[0], plan[1], plan[1], plan[2]] }),
    ).rejects.toThrow();
    const interviewer = await employer.addMember('interviewer');
    expect(await refusal(interviewer.api.pipeline.saveStages({ org, jobId, steps: [...plan] }))).toBe(
      'forbidden organization.forbidden',
    );
  });
});

describe('before and after', () => {
  it('follow the list one came from: ranking, filtered ranking, board', async () => {
    const best = await applicant('Best', skills.Python, skills.SQL);
    const middle = await applicant('Middle', skills.Python);
    const last = await applicant('Last', skills.SQL);
    const people = [{ candidateId: best.accountId, version: 1 }];
    await at().move({ org, jobId, to: 'task', people });
    const of = (more: object) => at().candidate({ org, jobId, candidateId: last.accountId, ...more });
    expect(await of({})).toMatchObject({ previousId: middle.accountId, nextId: null, position: 3 });
    expect(await of({ from: 'board' })).toMatchObject({
      ...{ previousId: middle.accountId, nextId: best.accountId },
      ...{ position: 2, positions: 3 },
    });
    const filter = { skills: [{ skillKey: skills.SQL, minLevel: null }] };
    expect(await of({ filter })).toMatchObject({ previousId: best.accountId, positions: 2 });
  });
});
