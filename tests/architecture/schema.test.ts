import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMigrations } from '#server/platform/migrate.ts';
import { databaseUrl } from '#tests/support/database.ts';
import { findSchemaBreaches, findUnnamedKeys } from '#tests/support/schema-rules.ts';

/*
 * The rules that let the same schema run on one server and on a cluster that keeps each candidate on one shard.
 * The migrated database is what is looked at, not what anybody meant to write.
 */

const sql = new pg.Client({ connectionString: databaseUrl });

beforeAll(() => sql.connect());
afterAll(() => sql.end());

/** What the rules find after `statements`, which are then undone. */
async function plant(statements: string): Promise<string[]> {
  await sql.query('begin');
  try {
    await sql.query(statements);
    return await findSchemaBreaches(sql);
  } finally {
    await sql.query('rollback');
  }
}

describe('the migrated database', () => {
  it('has candidate-side tables to look at', async () => {
    const { rows } = await sql.query(
      `select 1 from information_schema.columns where table_schema = 'public' and column_name = 'candidate_id'`,
    );
    expect(rows.length).toBeGreaterThan(5);
  });

  it('keeps every rule', async () => {
    expect(await findSchemaBreaches(sql)).toEqual([]);
  });
});

describe('the rules find', () => {
  const employerSide =
    'create table local_thing (id uuid constraint local_thing_pkey primary key, note text);';

  it.each([
    ['a PostgreSQL enum', `create type mood as enum ('good', 'bad')`, 'enum mood'],
    [
      'a candidate-side key that begins with something else',
      'create table thing (id uuid, candidate_id uuid, constraint thing_pkey primary key (id, candidate_id))',
      'thing_pkey does not begin with candidate_id',
    ],
    [
      'another unique on the candidate side',
      'create unique index credential_title_key on credential (title)',
      'credential_title_key does not begin with candidate_id',
    ],
    [
      'a candidate-side table without a key',
      'create table thing (candidate_id uuid)',
      'thing has no primary key',
    ],
    [
      'ON UPDATE CASCADE between candidate-side tables',
      `create table thing (candidate_id uuid, credential_id uuid,
         constraint thing_pkey primary key (candidate_id, credential_id),
         constraint thing_credential_fkey foreign key (candidate_id, credential_id)
           references credential (candidate_id, id) on update cascade)`,
      'thing_credential_fkey acts on update',
    ],
    [
      'a candidate-side key to another one that leaves the candidate out',
      `create table other (candidate_id uuid constraint other_pkey primary key);
       create table thing (candidate_id uuid, other_id uuid, constraint thing_pkey primary key (candidate_id, other_id),
         constraint thing_other_fkey foreign key (other_id) references other (candidate_id));
       create index thing_other_idx on thing (other_id)`,
      'thing_other_fkey leaves out candidate_id',
    ],
    [
      'an employer-side table that points at a candidate',
      `${employerSide} alter table local_thing add column owner uuid,
         add constraint local_thing_owner_fkey foreign key (owner) references candidate (id);
       create index local_thing_owner_idx on local_thing (owner)`,
      'local_thing_owner_fkey points at the candidate side',
    ],
    [
      'a foreign key without an index',
      `${employerSide} alter table local_thing add column job uuid,
         add constraint local_thing_job_fkey foreign key (job) references job (id)`,
      'local_thing_job_fkey has no index',
    ],
    [
      'a foreign key with nothing but a partial index',
      `${employerSide} alter table local_thing add column job uuid,
         add constraint local_thing_job_fkey foreign key (job) references job (id);
       create index local_thing_job_idx on local_thing (job) where note is null`,
      'local_thing_job_fkey has no index',
    ],
    [
      'a foreign key from a candidate to its account',
      `alter table candidate add constraint candidate_account_fkey foreign key (id) references account (id)`,
      'candidate_account_fkey ties the candidate to a local table',
    ],
    [
      'a candidate whose id comes from the database',
      'alter table candidate alter column id set default gen_random_uuid()',
      "candidate.id has a default; it must be the account's id",
    ],
    [
      'a check that was left unvalidated',
      `alter table credential add constraint credential_size_check check (original_size > 0) not valid`,
      'credential_size_check is not validated',
    ],
  ])('%s', async (_what, statements, breach) => {
    expect(await plant(statements)).toContain(breach);
  });
});

describe('the migration files', () => {
  const files = readMigrations().migrationDirectories.map(({ path, migrationFile: { content } }) => ({
    path,
    text: content.tag === 'ok' ? content.value : '',
  }));

  it('name every key and check: on a cluster an unnamed key does not look at the rows that are there', () => {
    expect(files.length).toBeGreaterThan(0);
    for (const { path, text } of files) expect(findUnnamedKeys(text), path).toEqual([]);
  });

  it.each([
    'alter table "a" add foreign key ("b") references "c" ("d");',
    'ALTER TABLE "a" ADD CHECK ("b" > 0);',
    'create table "a" ("b" uuid primary key);',
    'create table "a" ("b" uuid references "c" ("d"));',
    'create table "a" ("b" uuid, unique ("b"));',
    'alter table "a" add column "b" int check ("b" > 0);',
  ])('would be refused with %s', (text) => {
    expect(findUnnamedKeys(text)).toHaveLength(1);
  });
});
