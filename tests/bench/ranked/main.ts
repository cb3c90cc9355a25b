/*
 * How long the first page of a ranked list of 500 applicants takes, plain, filtered and searched, as a page asks for
 * it: with its permission, its coverage, its proofs. Prints; asserts nothing.
 *
 *   node --import tsx tests/bench/ranked/main.ts [applicants] [rounds]
 */
import pg from 'pg';
import { applyMigrations, withDatabase } from '#server/platform/migrate.ts';
import { migrateQueue } from '#server/platform/queue-runner.ts';
import { openCluster } from '../../../tools/setup/cluster.mjs';

const [applicants = 500, rounds = 30] = process.argv.slice(2).map(Number);
const asked = 7;
const credentialsEach = 5;

const cluster = await openCluster('postgres-test', { durable: false });
const name = `assay_bench_${process.pid}`;
const url = withDatabase(cluster.url, name);

/** One statement in a connection of its own. */
async function run(database: string, text: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    return await client.query(text, values);
  } finally {
    await client.end();
  }
}

/** Skills, an issuer, and people who each disclosed five credentials that prove one or two of the skills. */
async function fill(organizationId: string, jobId: string, keys: readonly number[]): Promise<void> {
  await run(url, `insert into issuer (id, claimed_name) values ('did:web:guild.example', 'Guild')`);
  await run(
    url,
    `insert into candidate (id, display_name) select gen_random_uuid(), 'Somebody ' || n from generate_series(1, $1::int) n`,
    [applicants],
  );
  await run(
    url,
    `insert into credential (candidate_id, id, digest, format, container, kind, title, issuer_id, view, original_key,
         original_name, original_size, media_type, verdict, bound, tier, tier_rule, checked_at, verdict_since,
         next_check_at, last_good_at)
     select c.id, gen_random_uuid(), n::text, 'ob3-jwt', 'json', 'badge', 'Badge ' || n, 'did:web:guild.example', '{}',
         'none', 'badge.jwt', 1, 'application/jwt', 'valid', 'yes', 3, 'bench', now(), now(), now(), now()
       from candidate c, generate_series(1, $1::int) n`,
    [credentialsEach],
  );
  await run(
    url,
    `insert into skill_evidence (candidate_id, credential_id, skill_key, level, tier, issuer_id, standing, origin,
         checked_at, rule_set)
     select distinct on (k.candidate_id, k.id, s) k.candidate_id, k.id, ($1::int[])[s], 1 + (random() * 3)::int,
         (random() * 5)::int, k.issuer_id, 'stands', 'alignment', now(), 1
       from credential k, generate_series(1, 2) i, lateral (select 1 + ((random() * 1000)::int + i + length(k.id::text)) % $2 as s) pick`,
    [keys, keys.length],
  );
  await run(
    url,
    `insert into application (candidate_id, id, job_id, organization_id, stage_since, applied_at, display_name, alias)
     select id, gen_random_uuid(), $1, $2, now(), now(), display_name, row_number() over () from candidate`,
    [jobId, organizationId],
  );
  await run(
    url,
    `insert into disclosure_grant (candidate_id, application_id, credential_id, granted_at)
     select a.candidate_id, a.id, k.id, now() from application a join credential k on k.candidate_id = a.candidate_id`,
  );
  await run(url, 'analyze');
}

const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

try {
  await run(cluster.url, `create database "${name}"`);
  Object.assign(process.env, {
    DATABASE_URL: url,
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 'a secret that is long enough for a bench only',
    LOG_LEVEL: 'silent',
  });
  await applyMigrations(url);
  await migrateQueue(url);
  const { makePerson } = await import('#tests/support/people.ts');
  const { endDatabase } = await import('#server/platform/transaction.ts');
  const { rows } = await run(
    url,
    `with scheme as (insert into skill_scheme (id, name, version, licence) values ('bench', 'Bench', '1', 'CC0') returning id)
     insert into skill (scheme_id, id, label) select scheme.id, 'urn:bench:' || n, 'Skill ' || n
       from scheme, generate_series(1, $1::int) n returning key`,
    [asked],
  );
  const keys = rows.map((row: { key: number }) => row.key);
  const { api } = await makePerson('Owner');
  const org = 'bench';
  const organization = await api.organizations.create({ name: 'Bench', slug: org });
  const requirements = keys.map((key, at) => ({
    ...{ skillKeys: [key], must: at < 3, weight: 1 + (at % 4), minLevel: 2, minTier: 1, shortLabel: null },
  }));
  const draft = await api.jobs.create({ org, title: 'Bench', description: 'x', place: 'x', requirements });
  await api.jobs.publish({ org, jobId: draft.id, version: draft.version });
  await fill(organization.id, draft.id, keys);

  const lines: Record<string, unknown>[] = [];
  const measure = async (list: string, input: object) => {
    const times: number[] = [];
    let shown = 0;
    for (let round = 0; round <= rounds; round++) {
      const began = performance.now();
      const page = await api.ranking.list({ org, jobId: draft.id, ...input });
      // The first one warms up.
      if (round > 0) times.push(performance.now() - began);
      shown = page.first + page.second;
    }
    times.sort((a, b) => a - b);
    const [p50, p95] = [quantile(times, 0.5), quantile(times, 0.95)].map((time) => time.toFixed(0));
    lines.push({ list, people: shown, 'p50 ms': p50, 'p95 ms': p95 });
  };
  await measure('plain', {});
  await measure('skill, level and evidence', {
    filter: { skills: [{ skillKey: keys[0], minLevel: 3 }], minTier: 2 },
  });
  await measure('kind and age', { filter: { kinds: ['badge'], freshYears: 2 } });
  await measure('search', { filter: { words: 'badge 3' } });
  await measure('by name', { sort: 'name' });
  console.log(
    `The first 50 of ${applicants} applicants, ${credentialsEach} credentials each, ${asked} skills asked`,
  );
  console.table(lines);
  await endDatabase();
} finally {
  await run(cluster.url, `drop database if exists "${name}" with (force)`);
  await cluster.close();
}
