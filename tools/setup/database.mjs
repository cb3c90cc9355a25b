// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint, root } from './clone.mjs';
import { ask, openCluster } from './cluster.mjs';
import { dependency, mustRun } from './commands.mjs';

/** @typedef {{ url: string, about: string, close: () => Promise<void> }} Database */

/** Variables of `.env` count where the environment has none. */
export function loadEnvironmentFile() {
  const path = join(root, '.env');
  if (existsSync(path)) process.loadEnvFile(path);
}

/**
 * The database to develop and to show with: that of DATABASE_URL, else one on the embedded server.
 * @returns {Promise<Database>}
 */
export async function openDatabase() {
  const given = process.env.DATABASE_URL;
  if (given) {
    await makeDatabase(checkUrl(given));
    return { url: given, about: 'the server of DATABASE_URL', close: async () => {} };
  }
  const cluster = await openCluster('postgres');
  const url = withDatabase(cluster.url, 'assay');
  await makeDatabase(url);
  return { url, about: cluster.reused ? 'embedded, was running' : 'embedded', close: cluster.close };
}

/**
 * @param {string} given
 * @returns {string}
 */
function checkUrl(given) {
  if (!/^postgres(ql)?:$/.test(URL.canParse(given) ? new URL(given).protocol : '')) {
    throw new Complaint('DATABASE_URL has a wrong value: expected a postgresql:// address.');
  }
  return given;
}

/**
 * Makes the database of an address unless it is there.
 * @param {string} url
 */
export async function makeDatabase(url) {
  const found = await ask(url, 'show server_version_num');
  if (found.code === '3D000') {
    const name = decodeURIComponent(new URL(url).pathname.slice(1));
    const made = await ask(withDatabase(url, 'postgres'), `create database "${name.replaceAll('"', '""')}"`);
    if (made.code && made.code !== '42P04')
      throw new Complaint(`Database ${name} cannot be made: ${made.message}.`);
    return;
  }
  const { host } = new URL(url);
  if (found.code)
    throw new Complaint(`PostgreSQL at ${host} cannot be used: ${found.message || found.code}.`);
  if (Number(found.value) < 150_000)
    throw new Complaint(`PostgreSQL at ${host} is too old: 15 or newer is needed.`);
}

/**
 * @param {string} url
 * @param {string} name
 * @returns {string}
 */
export function withDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

/**
 * Writes the database client from the schema. Prisma asks for its engine though this needs none: any file satisfies it.
 */
export async function generateClient() {
  await mustRun(
    'The database client could not be made from prisma/',
    process.execPath,
    [dependency('prisma/build/index.js'), 'generate', '--config', '.config/prisma.ts'],
    {
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'package.json'),
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
}

/**
 * Runs one of our TypeScript programs; Node 20 needs tsx for it.
 * @param {string} what said when it fails
 * @param {string} script
 * @param {string[]} options
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<string>}
 */
export function runScript(what, script, options, env) {
  return mustRun(what, process.execPath, ['--import', 'tsx', script, ...options], {
    env: { ...process.env, ...env },
  });
}

/**
 * @param {string} url
 * @returns {Promise<string>}
 */
export function migrate(url) {
  return runScript('The migrations could not be applied', 'server/cli/migrate.ts', [], { DATABASE_URL: url });
}
