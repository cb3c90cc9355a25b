// @ts-check
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint, dataFolder, makeDataFolder, readJson, root, writeJson } from './clone.mjs';
import { dependency, mustRun } from './commands.mjs';
import { generateClient } from './database.mjs';
import { install, isInstalled } from './install.mjs';
import { step } from './lifetime.mjs';
import { endLeftovers, isAlive, self, withLock } from './processes.mjs';

/** What goes into the production build, and nothing that only tests and tools read. */
const sources = [
  'app',
  'server',
  'public',
  'prisma',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** Packages and database client, as every command needs them. */
export async function prepareClone() {
  makeDataFolder();
  endLeftovers();
  await asOnlyOne(async () => {
    if (!isInstalled()) await step('Installing packages (npm)', install);
    const mark = join(dataFolder, 'client.json');
    const print = fingerprint(['prisma/schema.prisma', 'prisma/models', 'package-lock.json']);
    const made = existsSync(join(root, 'server/platform/generated/client.ts'));
    if (made && readJson(mark) === print) return;
    rmSync(mark, { force: true });
    await step('Generating the database client', generateClient);
    writeJson(mark, print);
  });
}

/**
 * One set-up at a time in a clone; a second run waits for the first.
 * @param {() => Promise<void>} work
 */
function asOnlyOne(work) {
  const say = (/** @type {number} */ holder) =>
    console.log(`Another run (process ${holder}) is setting up this clone; waiting for it.`);
  return withLock('setup', say, work);
}

/**
 * Builds the pages for production, unless the last build is of these very sources.
 * A build under a running server would pull its files away: then it is refused.
 * @param {(name: string, work: () => Promise<void>) => Promise<void>} announce how a build says that it runs
 */
export async function buildPages(announce = step) {
  await asOnlyOne(async () => {
    const mark = join(dataFolder, 'build.json');
    const print = fingerprint(sources);
    /** @type {{ print?: string, id?: string } | undefined} */
    const last = readJson(mark);
    if (last?.print === print && last.id === readBuildId()) return;
    const server = findServing();
    if (server)
      throw new Complaint(`Process ${server} is serving the last build of this clone: stop it first.`);
    rmSync(mark, { force: true });
    await announce('Building the pages (next build)', runBuild);
    writeJson(mark, { print, id: readBuildId() });
  });
}

async function runBuild() {
  const env = {
    ...process.env,
    NODE_ENV: /** @type {const} */ ('production'),
    NEXT_TELEMETRY_DISABLED: '1',
    // A build that asked a database would fail here instead of at somebody else's.
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
  };
  await mustRun('The build failed', process.execPath, [dependency('next/dist/bin/next'), 'build'], { env });
}

/** @returns {string | undefined} */
function readBuildId() {
  const path = join(root, '.next', 'BUILD_ID');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Notes that this process serves the build, until it ends. */
export function noteServing() {
  writeFileSync(join(dataFolder, `serving-${self}`), '');
  return async () => rmSync(join(dataFolder, `serving-${self}`), { force: true });
}

/** @returns {string | undefined} the number of another process that serves the build */
function findServing() {
  for (const name of readdirSync(dataFolder)) {
    const identity = name.startsWith('serving-') ? name.slice('serving-'.length) : '';
    if (identity === '' || identity === self) continue;
    if (isAlive(identity)) return identity.split('-')[0];
    rmSync(join(dataFolder, name), { force: true });
  }
  return undefined;
}

/**
 * @param {string[]} names files and folders of the clone
 * @returns {string}
 */
function fingerprint(names) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const name of names) addTo(hash, name);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} name
 */
function addTo(hash, name) {
  const path = join(root, name);
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const child of readdirSync(path).sort()) addTo(hash, `${name}/${child}`);
  } else {
    hash.update(`${name}\0`).update(readFileSync(path)).update('\0');
  }
}

/**
 * The secret that signs sign-in mails and cookies of this clone, made once.
 * @returns {string}
 */
export function ownSecret() {
  const path = join(dataFolder, 'secret');
  const known = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (known.length >= 32) return known;
  const secret = randomBytes(32).toString('hex');
  writeFileSync(path, secret, { mode: 0o600 });
  return secret;
}
