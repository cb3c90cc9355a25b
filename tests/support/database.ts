/**
 * Gives a test file a database of its own: `import '#tests/support/database.ts';` as its first import.
 * It is a copy of the migrated template, DATABASE_URL leads to it, and it is dropped after the file's last test.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { withDatabase } from '#server/platform/migrate.ts';

const { server, template, prefix } = inject('database');
const name = `${prefix}_${randomBytes(6).toString('hex')}`;

/** The address of this file's database. */
export const databaseUrl = withDatabase(server, name);

/** Runs one statement, past all stores: to arrange what no use case does, or to look at what one left. */
export async function query<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const { rows } = await run<Row>(databaseUrl, text, values);
  return rows;
}

async function run<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[],
): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.query<Row>(text, values);
  } finally {
    await client.end();
  }
}

/** Copying needs the template to itself for a moment; another file may be copying it just now. */
async function copyTemplate(): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await run(server, `create database "${name}" template "${template}"`, []);
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

await copyTemplate();
process.env.DATABASE_URL = databaseUrl;
process.env.NEXTAUTH_URL ??= 'http://localhost:3000';
process.env.NEXTAUTH_SECRET ??= 'a secret that is long enough for tests only';
process.env.LOG_LEVEL ??= 'silent';

afterAll(async () => {
  const { endDatabase } = await import('#server/platform/transaction.ts');
  await endDatabase();
  await run(server, `drop database if exists "${name}" with (force)`, []);
});
