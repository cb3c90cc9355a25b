// @ts-check
// The database by hand: node tools/db.mjs generate | migrate | diff NAME | check
import { Complaint } from './setup/clone.mjs';
import { generateClient, loadEnvironmentFile, migrate, openDatabase, runScript } from './setup/database.mjs';

/**
 * @param {string | undefined} command
 * @param {string | undefined} name
 * @returns {Promise<string>}
 */
async function perform(command, name) {
  if (command === 'generate') {
    await generateClient();
    return 'Wrote server/platform/generated.';
  }
  if (command !== 'migrate' && command !== 'diff' && command !== 'check') {
    throw new Complaint('Say what to do: node tools/db.mjs generate | migrate | diff NAME | check');
  }
  const { url, close } = await openDatabase();
  try {
    if (command === 'migrate') return await migrate(url);
    const argument = command === 'check' ? '--check' : (name ?? '');
    return await runScript('No', 'server/cli/diff-migrations.ts', [argument], { DATABASE_URL: url });
  } finally {
    await close();
  }
}

loadEnvironmentFile();
try {
  console.log((await perform(process.argv[2], process.argv[3])).trim());
} catch (error) {
  console.error(error instanceof Complaint ? error.message.replace(/^No:\n/, '') : error);
  process.exitCode = 1;
}
