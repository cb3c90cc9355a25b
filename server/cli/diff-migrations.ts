import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  applyMigrations,
  diagnoseMigrations,
  diffMigrations,
  readMigrations,
} from '#server/platform/migrate.ts';

/** Writes a migration from the schema (`NAME`), or only says whether one is missing (`--check`). */
async function run(url: string, argument: string): Promise<void> {
  const script = await diffMigrations(url);
  if (argument === '--check') {
    await applyMigrations(url);
    const history = await diagnoseMigrations(url);
    if (script !== '') throw new Error(`The schema has what no migration makes:\n${script}`);
    if (history.edited.length > 0)
      throw new Error(`Changed after it was applied: ${history.edited.join(', ')}.`);
    if (history.unknown.length > 0)
      throw new Error(`Applied, but not in the files: ${history.unknown.join(', ')}.`);
    console.log('Schema and migrations agree.');
    return;
  }
  if (!/^[a-z0-9-]+$/.test(argument))
    throw new Error('Give the migration a name: npm run db:diff -- add-something');
  if (script === '') {
    console.log('Schema and migrations agree; nothing to write.');
    return;
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const { baseDir, lockfile } = readMigrations();
  const folder = join(baseDir, `${stamp}_${argument.replaceAll('-', '_')}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(baseDir, lockfile.path), lockfile.content ?? '');
  writeFileSync(join(folder, 'migration.sql'), `${script}\n`);
  console.log(`Wrote ${join(folder, 'migration.sql')}. Read it before it is applied.`);
}

const url = process.env.DATABASE_URL;
try {
  if (!url) throw new Error('DATABASE_URL is not set: expected a postgresql:// address.');
  await run(url, process.argv[2] ?? '');
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
// The engine leaves a timer of ten seconds behind.
process.exit();
