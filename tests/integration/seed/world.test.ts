import '#tests/support/database.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clearWorld, ensureWorld, type World } from '#seed/build-world.ts';
import { demoCast } from '#server/api/demo-cast.ts';
import { createCaller } from '#server/api/root.ts';
import { serveIssuingDocument } from '#server/issuing/index.ts';
import { env } from '#server/platform/env.ts';
import { registerOwnHost } from '#server/platform/fetch.ts';
import { endRateLimits } from '#server/platform/rate-limit.ts';
import { query } from '#tests/support/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-seed-'));
Object.assign(process.env, { DEMO: '1', STORAGE_DIR: folder });
const now = new Date();
let world: World;

async function count(table: string, where = 'true'): Promise<number> {
  const [row] = await query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`);
  return row?.n ?? 0;
}

/** Procedures as one of the demo's people. */
async function as(email: string) {
  const [row] = await query<{ id: string; name: string }>('select id, name from account where email = $1', [
    email,
  ]);
  if (!row) throw new Error(`${email} is not there.`);
  const person = { accountId: row.id, name: row.name, email };
  return { ...person, api: createCaller({ person, now: new Date(), address: 'test' }) };
}

beforeAll(async () => {
  registerOwnHost(env().ISSUER_HOST, serveIssuingDocument);
  const interrupt = (line: string) => {
    if (line.includes('employers')) throw new Error('interrupted');
  };
  await expect(ensureWorld(now, interrupt)).rejects.toThrow('interrupted');
  const made = await ensureWorld(now, () => {});
  if (!made) throw new Error('What the interruption left was taken for a complete world.');
  world = made;
}, 240_000);

afterAll(async () => {
  await endRateLimits();
  rmSync(folder, { recursive: true, force: true });
});

describe('the demo world', () => {
  it('holds what it promises', async () => {
    expect(await count('candidate')).toBeGreaterThanOrEqual(60);
    expect(await count('organization')).toBeGreaterThanOrEqual(3);
    expect(await count('job')).toBeGreaterThanOrEqual(12);
    expect(await count('credential')).toBeGreaterThanOrEqual(200);
    expect(await count('credential')).toBe(world.credentials);
    expect(await count('application')).toBe(world.applications);
    expect(await count('issuing_profile')).toBeGreaterThanOrEqual(5);
    expect(await count('import_item', `state not in ('done')`)).toBe(0);
  });

  it('has every credential judged as it was meant', () => {
    expect(world.surprises).toEqual([]);
  });

  it('holds every kind of credential that a person should see', async () => {
    const kinds = await query<{ kind: string }>(
      `select distinct verdict || ' ' || coalesce(deciding_code, '-') || ' ' || bound as kind from credential`,
    );
    expect(kinds.map((row) => row.kind)).toEqual(
      expect.arrayContaining([
        'valid - yes',
        'valid - no',
        'invalid revoked yes',
        'invalid expired yes',
        'invalid not-yet-valid yes',
        'invalid signature yes',
        'unknown status-unavailable yes',
        'unknown issuer-unresolvable yes',
      ]),
    );
    for (const format of ['ob3', 'ob3-jwt', 'ob2-hosted', 'ob2-signed'])
      expect(await count('credential', `format = '${format}'`)).toBeGreaterThan(3);
    for (const tier of [1, 2, 3, 4, 5])
      expect(await count('credential', `tier = ${tier}`)).toBeGreaterThan(5);
    expect(await count('skill_proposal')).toBeGreaterThan(10);
    expect(await count('stated_skill')).toBeGreaterThan(10);
    expect(await count('candidate_block')).toBeGreaterThan(0);
    expect(await count('candidate', `visibility = 'private'`)).toBeGreaterThan(0);
  });

  it('recognises most issuers, and one not', async () => {
    expect(await count('issuer', 'registry_name is not null')).toBeGreaterThan(5);
    expect(
      await count('issuer', `registry_name is null and claimed_name like 'Certify-4-All%'`),
    ).toBeGreaterThan(0);
  });

  it('has issuers known to two registries, one list that never answers, and one look-alike', async () => {
    const host = env().ISSUER_HOST;
    const page = (slug: string) =>
      createCaller({ person: null, now: new Date(), address: 'test' }).issuers.get({
        id: `did:web:${host}:${slug}`,
      });
    const northfold = await page('northfold');
    expect(northfold.trust.vouchers.map(({ state }) => state)).toEqual(['listed', 'listed', 'silent']);
    expect(northfold.seen.state).toBe('some');
    expect(northfold.keys.length).toBeGreaterThan(0);
    expect((await page('northfo1d')).trust).toMatchObject({
      recognised: false,
      resembles: { by: 'name', name: 'Northfold Institute of Technology' },
    });
  });

  it('has jobs in every state, one of them asking for nothing', async () => {
    for (const state of ['draft', 'published', 'closed'])
      expect(await count('job', `status = '${state}'`)).toBeGreaterThan(0);
    expect(await count('job', 'not exists (select 1 from requirement r where r.job_id = job.id)')).toBe(1);
    const stages = await query<{ stage: string }>('select distinct stage from application');
    expect(stages.map((row) => row.stage).sort()).toEqual(
      ['applied', 'declined', 'hired', 'interview', 'offer', 'screen', 'task', 'withdrawn'].sort(),
    );
  });

  it('has a ranking with ties, a second queue, and unknown parts', async () => {
    const odalys = await as('odalys@fernhollow.example');
    const { items } = await odalys.api.jobs.list({ org: 'fernhollow' });
    const job = items.find((each) => each.title.startsWith('Machine learning engineer'));
    const rows = await odalys.api.ranking.list({
      org: 'fernhollow',
      jobId: job?.id ?? '',
      filter: { skills: [], minTier: null, issuerIds: [], stages: [] },
    });
    expect(rows.items.length).toBeGreaterThanOrEqual(20);
    expect(rows.first).toBeGreaterThanOrEqual(10);
    expect(rows.second).toBeGreaterThanOrEqual(5);
    const ranks = rows.items.flatMap((row) => row.rank ?? []);
    expect(new Set(ranks).size).toBeLessThan(ranks.length);
    const unknown = rows.items.filter(
      (row) => row.coverage.kind === 'score' && row.coverage.unknownTenths > 0,
    );
    expect(unknown.length).toBeGreaterThanOrEqual(2);
  });
});

describe('the demo’s people', () => {
  it('are all there to be signed in as, in the order of the list', async () => {
    const people = await createCaller({ person: null, now, address: 'test' }).demo.people();
    expect(people.map((person) => person.email)).toEqual(Object.keys(demoCast));
  });

  it('include Wilhelmina with her nine credentials', async () => {
    const { api } = await as('wilhelmina@assay.example');
    const { counting, others } = await api.credentials.wallet();
    expect(counting.length + others.length).toBe(9);
    expect(counting.length).toBeGreaterThanOrEqual(4);
    const soon = counting.filter(
      (each) => each.validUntil && each.validUntil.getTime() < now.getTime() + 30 * 86_400_000,
    );
    expect(soon).toHaveLength(1);
    const states = others.map((each) => `${each.verdict} ${each.code ?? each.bound}`).sort();
    expect(states).toEqual(['invalid expired', 'invalid revoked', 'unknown issuer-unresolvable', 'valid no']);
    expect(counting.flatMap((each) => each.skills).some((skill) => skill.state === 'proposed')).toBe(true);
    const addresses = await api.account.addresses();
    expect(addresses.map((entry) => entry.confirmedAt !== null)).toEqual([true, false]);
    expect((await api.profile.get()).stated.length).toBeGreaterThan(2);
  });

  it('include somebody with an empty wallet, and a founder with no organisation', async () => {
    const newcomer = await as('newcomer@assay.example');
    expect(await newcomer.api.credentials.wallet()).toEqual({ counting: [], others: [] });
    const founder = await as('founder@assay.example');
    expect(await founder.api.organizations.mine()).toEqual([]);
  });

  it('include a recruiter and a hiring manager', async () => {
    const mine = async (email: string) => (await as(email)).api.organizations.mine();
    expect(await mine('odalys@fernhollow.example')).toMatchObject([
      { slug: 'fernhollow', role: 'recruiter' },
    ]);
    expect(await mine('tomas@saltmarsh.example')).toMatchObject([
      { slug: 'saltmarsh', role: 'hiring-manager' },
    ]);
  });
});

describe('the world once more', () => {
  it('is left alone', async () => {
    const before = await count('credential');
    expect(await ensureWorld(now, () => {})).toBe(null);
    expect(await count('credential')).toBe(before);
  });

  it('is removed without a trace but the log, and nothing else with it', async () => {
    await query(
      `insert into account (id, name, email) values (gen_random_uuid(), 'Real', 'real@company.test')`,
    );
    await clearWorld();
    for (const table of [
      'candidate',
      'credential',
      'organization',
      'job',
      'application',
      'issuing_profile',
      'skill_evidence',
      'outbox_mail',
    ])
      expect([table, await count(table)]).toEqual([table, 0]);
    expect(await query('select email from account')).toEqual([{ email: 'real@company.test' }]);
    expect(await count('skill')).toBeGreaterThan(100);
    expect(await readdir(folder)).toEqual([]);
  });
});
