/*
 * What it costs to keep 100,000 credentials on 50 status lists up to date: fetches, seconds, rows a second, and how
 * long the event loop was held. The lists are really signed and verified; nothing leaves the process.
 *
 *   node --import tsx tests/bench/recheck/main.ts [credentials] [lists]
 */
import '#server/credentials/core/jsonld-cache.mjs';

import pg from 'pg';
import type { CachedFetch } from '#server/credentials/verify-bytes.ts';
import { applyMigrations, withDatabase } from '#server/platform/migrate.ts';
import { createIssuer, statusList } from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';
import { openCluster } from '../../../tools/setup/cluster.mjs';
import { watchTurns } from '../turns.ts';

const [credentials = 100_000, lists = 50] = process.argv.slice(2).map(Number);
const hour = 3_600_000;
const start = new Date();

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

const college = createIssuer({ kind: 'did:web', host: 'college.example', seed: 'bench' });
const listUrl = (number: number) => `${college.root}/status/${number}`;
const publish = (set: readonly number[]) =>
  Promise.all(
    Array.from({ length: lists }, (_, number) => statusList(college, { url: listUrl(number), set })),
  );

let asked = 0;
const ask: CachedFetch = (address, options) => {
  asked += address.includes('/status/') ? 1 : 0;
  return serve(college.documents)(address, options ?? {});
};

/** Every tenth place is taken, so that each list has room for its share; places are spread as issuers spread them. */
async function fill(): Promise<void> {
  await run(
    url,
    `insert into candidate (id, display_name) select gen_random_uuid(), 'Somebody' from generate_series(1, 1000)`,
  );
  await run(
    url,
    `insert into status_list (url, kind, next_fetch_at) select $1 || n, 'bits', $3 from generate_series(0, $2::int - 1) n`,
    [`${college.root}/status/`, lists, start],
  );
  await run(
    url,
    `with people as (select array_agg(id) as ids from candidate), made as (
       insert into credential (candidate_id, id, digest, format, container, kind, title, view, original_key,
           original_name, original_size, media_type, verdict, bound, tier, tier_rule, checked_at, verdict_since,
           next_check_at, last_good_at)
       select ids[1 + n % 1000], gen_random_uuid(), n::text, 'ob3-jwt', 'json', 'badge', 'Badge ' || n, '{}', 'none',
           'badge.jwt', 1, 'application/jwt', 'valid', 'yes', 3, 'bench', $3::timestamptz, $3, $3::timestamptz + interval '30 days', $3
         from people, generate_series(0, $1::int - 1) n returning candidate_id, id, digest::int as n)
     insert into credential_status (candidate_id, credential_id, position, list_url, index, size, purpose, standing, last_value)
     select candidate_id, id, 0, $4 || n % $2::int, (n / $2::int) * 10, 1, 'revocation', 'clear', 0 from made`,
    [credentials, lists, start, `${college.root}/status/`],
  );
  await run(url, 'analyze');
}

type Line = {
  round: string;
  fetches: number;
  seconds: string;
  'rows/s': string;
  due: number;
  'longest turn ms': string;
  'held ms (99 %)': string;
  'held ms (most)': string;
};

try {
  await run(cluster.url, `create database "${name}"`);
  Object.assign(process.env, {
    DATABASE_URL: url,
    NEXTAUTH_URL: 'http://localhost:3000',
    NEXTAUTH_SECRET: 'a secret that is long enough for a bench only',
    LOG_LEVEL: 'silent',
  });
  await applyMigrations(url);
  await fill();
  const { lookAtDueLists } = await import('#server/credentials/look-at-lists.ts');
  const { warmUpVerifier } = await import('#server/credentials/warm-up-verifier.ts');
  await warmUpVerifier();
  // The worker has asked the database before it takes work: its client makes itself ready at the first question.
  await lookAtDueLists(new Date(0), ask);
  const { endDatabase } = await import('#server/platform/transaction.ts');
  const lines: Line[] = [];
  const look = async (round: string, hours: number) => {
    asked = 0;
    const began = performance.now();
    let madeDue = 0;
    const turns = await watchTurns(async () => {
      madeDue = (await lookAtDueLists(new Date(start.getTime() + hours * hour), ask)).madeDue;
    });
    const seconds = (performance.now() - began) / 1_000;
    lines.push({
      round,
      fetches: asked,
      seconds: seconds.toFixed(2),
      'rows/s': Math.round(credentials / seconds).toLocaleString('en'),
      due: madeDue,
      'longest turn ms': turns.longest?.toFixed(1) ?? 'unknown',
      'held ms (99 %)': turns.byClock99.toFixed(1),
      'held ms (most)': turns.byClock.toFixed(1),
    });
  };
  await publish([]);
  await look('first look', 1);
  await look('nothing changed', 3);
  await publish([70]);
  await look('one withdrawn a list', 5);
  await look('the same again', 7);
  console.log(`${credentials.toLocaleString('en')} credentials on ${lists} status lists`);
  console.table(lines);
  await endDatabase();
} finally {
  await run(cluster.url, `drop database if exists "${name}" with (force)`);
  await cluster.close();
}
// The threads that canonicalise are kept for the next document, and would keep this process.
process.exit(0);
