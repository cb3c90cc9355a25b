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

/** Everybody's rank and queue by name, as the file to take away has them. */
async function readRanks(): Promise<{ ranks: Record<string, string>; first: string[] }> {
  const { org, api } = employer;
  const { csv } = await api.ranking.export({ org, jobId });
  const lines = csv.trim().split('\r\n').slice(1);
  const rows = lines.map((line) => line.split(','));
  return {
    ranks: Object.fromEntries(rows.map(([rank = '', , name = '']) => [name, rank])),
    first: rows.flatMap(([, queue, name = '']) => (queue === 'first' ? [name] : [])),
  };
}

describe('the first queue under 500 applications without proof', () => {
  it('holds who proved what the job asks of it; the gate changes no rank', async () => {
    const before = await readRanks();
    expect(before.first).toEqual(['Both']);
    expect(Object.keys(before.ranks)).toHaveLength(scripted + 3);
    await setGate('none');
    const everybody = await readRanks();
    expect(everybody.first).toHaveLength(scripted + 3);
    await setGate('one-must');
    const gated = await readRanks();
    expect(gated.first).toEqual(['Both', 'One']);
    expect([everybody.ranks, gated.ranks]).toEqual([before.ranks, before.ranks]);
  }, 180_000);

  it('comes first, and nobody is lost behind it', async () => {
    await setGate('one-must');
    const { page, rows } = await readAll();
    expect(rows.slice(0, 2).map((row) => row.name)).toEqual(['Both', 'One']);
    expect(rows.slice(2).every((row) => row.queue === 'second')).toBe(true);
    expect(page).toMatchObject({ first: 2, second: scripted + 1, total: scripted + 3 });
    expect(new Set(rows.map((row) => row.candidateId)).size).toBe(scripted + 3);
  }, 180_000);

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
