// @ts-check
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Complaint, dataFolder, messageOf, readJson, root, writeJson } from './clone.mjs';
import { postgresPackage } from './cluster-place.mjs';
import { run } from './commands.mjs';
import { expectedFolders, findUnlocked } from './native-packages.mjs';

/**
 * @typedef {import('./native-packages.mjs').Target} Target
 * @typedef {import('./native-packages.mjs').Lockfile} Lockfile
 */

const markPath = join(root, 'node_modules', '.assay-installed.json');

/** @returns {Target} */
function thisMachine() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  const libc = report.header?.glibcVersionRuntime ? 'glibc' : 'musl';
  return { platform: process.platform, arch: process.arch, libc: process.platform === 'linux' ? libc : null };
}

/** @returns {Lockfile} */
function readLockfile() {
  /** @type {Lockfile | undefined} */
  const lockfile = readJson(join(root, 'package-lock.json'));
  if (!lockfile) throw new Complaint('package-lock.json is missing or broken: restore it from git.');
  return lockfile;
}

/**
 * What an installation depends on: the lock file, the wishes of package.json, and the machine.
 * @param {Target} target
 * @returns {string}
 */
function fingerprint(target) {
  const manifest = readJson(join(root, 'package.json')) ?? {};
  const { dependencies, devDependencies, overrides } =
    /** @type {Record<'dependencies' | 'devDependencies' | 'overrides', object>} */ (manifest);
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(JSON.stringify({ dependencies, devDependencies, overrides, target }))
    .digest('hex');
}

/**
 * @param {Lockfile} lockfile
 * @param {Target} target
 * @returns {string | undefined} a package that should be there and is not
 */
function findAbsent(lockfile, target) {
  const unlocked = findUnlocked(lockfile, target).map(({ name }) => `node_modules/${name}`);
  const folders = [...expectedFolders(lockfile, target), ...unlocked];
  return folders.find((folder) => !existsSync(join(root, folder, 'package.json')));
}

/** @returns {boolean} true if the packages are complete: the mark is there, and so is what it stands for */
export function isInstalled() {
  const target = thisMachine();
  /** @type {{ fingerprint?: string } | undefined} */
  const mark = readJson(markPath);
  return mark?.fingerprint === fingerprint(target) && findAbsent(readLockfile(), target) === undefined;
}

/**
 * Installs the packages as the lock file says, without their scripts (so that the version of npm does not matter),
 * and those for this machine that the lock file lacks. May be interrupted anywhere: the mark is written last.
 */
export async function install() {
  const target = thisMachine();
  const lockfile = readLockfile();
  const unlocked = findUnlocked(lockfile, target);
  rmSync(markPath, { force: true });
  await npmInstall([]);
  if (unlocked.length > 0) {
    const names = unlocked.map(({ name, range }) => `${name}@${range}`);
    console.log(
      `\n  packages for ${target.platform}-${target.arch} that the lock file lacks: ${names.join(' ')}`,
    );
    await npmInstall(names);
  }
  const absent = findAbsent(lockfile, target);
  if (absent)
    throw new Complaint(
      `npm install ended well but ${absent} is not there: remove node_modules and run again.`,
    );
  linkPostgres();
  writeJson(markPath, { fingerprint: fingerprint(target) });
}

/**
 * @param {string[]} additional
 */
async function npmInstall(additional) {
  const options = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-save',
    '--no-update-notifier',
  ];
  const cache = canWriteCache() ? [] : ['--cache', join(dataFolder, 'npm-cache')];
  const [file, first] = npmCommand();
  const { code, output } = await run(file, [...first, ...options, ...cache, ...additional], {
    env: npmEnvironment(),
  });
  if (code === 0) return;
  const said = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log|^npm \S+$/.test(line));
  const reason = said.map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim()).filter(Boolean);
  throw new Complaint(
    `The packages could not be installed: ${reason.slice(0, 4).join(' ') || output.slice(-400)}`,
  );
}

/** @returns {[string, string[]]} npm as the one that started us, else the one of the path */
function npmCommand() {
  const path = process.env.npm_execpath;
  if (path && /npm-cli\.[cm]?js$/.test(path) && existsSync(path)) return [process.execPath, [path]];
  const { status } = spawnSync('npm', ['--version'], { stdio: 'ignore' });
  if (status !== 0)
    throw new Complaint(
      'npm is not there: it comes with Node, install it from nodejs.org or as package "npm".',
    );
  return ['npm', []];
}

/** A surrounding production setting would leave half of the packages out. */
function npmEnvironment() {
  /** @type {Record<string, string | undefined>} */
  const env = { ...process.env, npm_config_include: 'dev optional peer' };
  for (const name of ['NODE_ENV', 'npm_config_production', 'npm_config_omit']) delete env[name];
  return /** @type {NodeJS.ProcessEnv} */ (env);
}

function canWriteCache() {
  const cache = process.env.npm_config_cache ?? join(homedir(), '.npm');
  try {
    accessSync(existsSync(cache) ? cache : join(cache, '..'), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The one install script that is needed: it makes the links between PostgreSQL's libraries. */
function linkPostgres() {
  const folder = join(root, 'node_modules', ...postgresPackage().split('/'));
  if (!existsSync(folder)) return;
  try {
    spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder, stdio: 'ignore' });
  } catch (error) {
    throw new Complaint(`PostgreSQL's libraries could not be linked: ${messageOf(error)}.`);
  }
}
