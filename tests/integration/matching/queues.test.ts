import '#tests/support/database.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { QueueGate } from '#server/jobs/schemas.ts';
import type { RankedRowOutput, RankingListOutput } from '#server/matching/schemas.ts';
import { query } from '#tests/support/database.ts';
import {
  ask,
  type Employer,
  giveCredential,
  makeCandidate,
  makeEmployer,
  makeSkills,
  publishJob,
} from '../applications/world.ts';

const scripted = 500;
let employer: Employer;
let jobId: string;

/** Applications by the hundred that prove nothing, written as a script would leave them. */
async function flood(organizationId: string): Promise<void> {
  await query(
    `with made as (
       insert into candidate (id, display_name) select gen_random_uuid(), 'Scripted ' || n from generate_series(1, $3::int) n
       returning id, display_name)
     insert into application (candidate_id, id, job_id, organization_id, stage_since, applied_at, display_name, alias)
     select id, gen_random_uuid(), $1, $2, now(), now(), display_name, 10000 + row_number() over () from made`,
    [jobId, organizationId, scripted],
  );
}

beforeAll(async () => {
  employer = await makeEmployer('Flooded');
  const { Python, SQL, Writing } = await makeSkills('Python', 'SQL', 'Writing');
  const lines = [
    ask(Python, { must: true, weight: 2 }),
    ask(SQL, { must: true }),
    ask(Writing, { weight: 3 }),
  ];
  jobId = (await publishJob(employer, lines)).id;
  const proven = { Both: [Python, SQL], One: [Python], Nice: [Writing] };
  for (const [name, keys] of Object.entries(proven)) {
    const person = await makeCandidate(name);
    const credentialIds = [
      await giveCredential(
        person,
        'Badge',
        keys.map((skill) => ({ skill })),
      ),
    ];
    await person.api.applications.submit({ jobId, credentialIds });
  }
  await flood(employer.organizationId);
}, 120_000);

async function setGate(queueGate: QueueGate): Promise<void> {
  const { org, api } = employer;
  const { version } = await api.jobs.get({ org, jobId });
  await api.jobs.update({ org, jobId, version, queueGate });
}

async function readAll(): Promise<{ page: RankingListOutput; rows: RankedRowOutput[] }> {
  const { org, api } = employer;
  const page = await api.ranking.list({ org, jobId });
  const rows = [...page.items];
  for (let cursor = page.nextCursor; cursor; ) {
    const next = await api.ranking.list({ org, jobId, cursor });
    rows.push(...next.items);
    cursor = next.nextCursor;
  }
  return { page, rows };
}

const firstOf = (rows: readonly RankedRowOutput[]) =>
  rows.filter((row) => row.queue === 'first').map((row) => row.name);

describe('the first queue under 500 applications without proof', () => {
  it('holds who proved what the job asks of it, and loses nobody', async () => {
    const ranks: Record<string, number | null>[] = [];
    for (const [gate, expected] of [
      ['every-must', ['Both']],
      ['one-must', ['Both', 'One']],
    ] as const) {
      await setGate(gate);
      const { page, rows } = await readAll();
      expect(firstOf(rows)).toEqual(expected);
      expect(rows.slice(0, expected.length).map((row) => row.name)).toEqual(expected);
      expect(page).toMatchObject({
        first: expected.length,
        second: scripted + 3 - expected.length,
        total: scripted + 3,
      });
      expect(new Set(rows.map((row) => row.candidateId)).size).toBe(scripted + 3);
      ranks.push(Object.fromEntries(rows.map((row) => [row.candidateId, row.rank])));
    }
    await setGate('none');
    const { page, rows } = await readAll();
    expect(page).toMatchObject({ first: scripted + 3, second: 0 });
    ranks.push(Object.fromEntries(rows.map((row) => [row.candidateId, row.rank])));
    // The gate sorts people into queues; it never changes a rank.
    expect(ranks[1]).toEqual(ranks[0]);
    expect(ranks[2]).toEqual(ranks[0]);
  }, 60_000);

  it('is listed alone, and the second one, too', async () => {
    await setGate('one-must');
    const { org, api } = employer;
    const first = await api.ranking.list({ org, jobId, filter: { queue: 'first' } });
    expect(first.items.map((row) => row.name)).toEqual(['Both', 'One']);
    expect(first.gains).toEqual({ 'queue:first': scripted + 1 });
    const second = await api.ranking.list({ org, jobId, filter: { queue: 'second' } });
    expect(second).toMatchObject({ first: 0, second: scripted + 1 });
  });

  it('is selected up to what one move takes', async () => {
    const { org, api } = employer;
    const { people, of } = await api.ranking.select({ org, jobId });
    expect([people.length, of]).toEqual([200, scripted + 3]);
    const moved = await api.pipeline.move({
      org,
      jobId,
      to: 'screen',
      people: people.map(({ candidateId, version }) => ({ candidateId, version })),
    });
    expect(moved.people).toHaveLength(200);
  });
});
