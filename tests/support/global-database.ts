import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { applyMigrations, withDatabase } from '#server/platform/migrate.ts';
import { migrateQueue } from '#server/platform/queue-runner.ts';
import { openCluster } from '../../tools/setup/cluster.mjs';
import { isAlive, self } from '../../tools/setup/processes.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** `server`: the maintenance database; `template`: migrated, copied for each test file; `prefix`: of all our names. */
    database: { server: string; template: string; prefix: string };
  }
}

/**
 * Migrates one template database for this run, on the server of DATABASE_URL or on an embedded one of the tests' own
 * that this starts. Returns what clears up.
 */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const cluster = given ? null : await openCluster('postgres-test', { durable: false });
  const server = given ?? cluster?.url ?? '';
  const prefix = `assay_test_${self.replace('-', '_')}`;
  const template = `${prefix}_template`;
  await withServer(server, async (client) => {
    await dropLeftovers(client);
    await client.query(`create database "${template}"`);
  });
  const url = withDatabase(server, template);
  await applyMigrations(url);
  await migrateQueue(url);
  project.provide('database', { server, template, prefix });
  return async () => {
    // A file that could not be loaded has not dropped its own.
    await withServer(server, (client) => dropAll(client, (name) => name.startsWith(`${prefix}_`)));
    await cluster?.close();
  };
}

/** Databases of runs that were killed. Their names say which process made them. */
function dropLeftovers(client: pg.Client): Promise<void> {
  return dropAll(client, (name) => {
    const [, pid = '', start = ''] = /^assay_test_(\d+)_(\d+)/.exec(name) ?? [];
    return !isAlive(`${pid}-${start}`);
  });
}

async function dropAll(client: pg.Client, isOurs: (name: string) => boolean): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    String.raw`select datname as name from pg_database where datname like 'assay\_test\_%'`,
  );
  for (const { name } of rows.filter((row) => isOurs(row.name))) {
    await client.query(`drop database if exists "${name}" with (force)`);
  }
}

async function withServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
