import { describe, expect, it } from 'vitest';
import { client } from '#server/platform/db.ts';
import { diagnoseMigrations, diffMigrations } from '#server/platform/migrate.ts';
import { databaseUrl, query } from '#tests/support/database.ts';

describe('the database of a test file', () => {
  it('is migrated and is the one that the client uses', async () => {
    await client().user.create({ data: { email: 'one@example.org' } });
    expect(await query('select email from account')).toEqual([{ email: 'one@example.org' }]);
  });

  it('holds text in UTF-8 and compares it by code point, whatever the shell says', async () => {
    const [row] = await query<{ encoding: string; size: string }>(
      `select pg_encoding_to_char(encoding) as encoding, length('ä€😀')::text as size
       from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({ encoding: 'UTF8', size: '3' });
  });
});

describe('migrations', () => {
  it('make exactly what the schema says', async () => {
    expect(await diffMigrations(databaseUrl)).toBe('');
  });

  it('are all applied, and none was changed afterwards', async () => {
    expect(await diagnoseMigrations(databaseUrl)).toEqual({ edited: [], pending: [], unknown: [] });
  });
});
