import { applyMigrations } from '#server/platform/migrate.ts';
import { migrateQueue } from '#server/platform/queue-runner.ts';

const url = process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is not set: expected a postgresql:// address.');
  process.exit(1);
}

try {
  const applied = await applyMigrations(url);
  await migrateQueue(url);
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
// The engine leaves a timer of ten seconds behind.
process.exit();
