// @ts-check
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dataFolder, readJson, writeJson } from './clone.mjs';

/**
 * A process by its number and the time of its start: numbers are used again, the pair is not.
 * Empty when there is no such process.
 * @param {number} pid
 * @returns {string}
 */
export function identify(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // A zombie has ended; only its parent has not looked yet.
      return fields[0] === 'Z' ? '' : `${pid}-${fields[19]}`;
    }
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return started === '' ? '' : `${pid}-${Date.parse(started)}`;
  } catch {
    return '';
  }
}

/** This process. */
export const self = identify(process.pid);

/**
 * @param {string} identity
 * @returns {boolean}
 */
export function isAlive(identity) {
  return identity !== '' && identify(Number.parseInt(identity, 10)) === identity;
}

/**
 * The command line of a process; empty when it cannot be read.
 * @param {number} pid
 * @returns {string}
 */
export function commandOf(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/**
 * The parent of a process; 0 when it cannot be read (only Linux tells).
 * @param {number} pid
 * @returns {number}
 */
export function parentOf(pid) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/**
 * Sends a signal to a process or (negative number) to its group; false when there is none.
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 * @returns {boolean}
 */
export function signalTo(pid, signal) {
  try {
    process.kill(pid, signal);
    return true;
  } catch {
    return false;
  }
}

/**
 * Waits until a process has ended.
 * @param {string} identity
 * @param {number} milliseconds
 * @returns {Promise<boolean>} false when it still runs after that time
 */
export async function waitForEnd(identity, milliseconds) {
  const until = Date.now() + milliseconds;
  while (isAlive(identity)) {
    if (Date.now() > until) return false;
    await wait(25);
  }
  return true;
}

/**
 * Runs `work` while no other run of this clone holds the lock called `name`.
 * A lock whose holder was killed is taken over.
 * @template T
 * @param {string} name
 * @param {(holder: number) => void} onWait called once when another run holds it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(name, onWait, work) {
  const path = join(dataFolder, `${name}.lock`);
  for (let told = false; !tryLock(path); await wait(100)) {
    const holder = readHolder(path);
    if (holder === 'dead') releaseDead(path);
    else if (holder !== 'unknown' && !told) {
      told = true;
      onWait(Number.parseInt(holder, 10));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function tryLock(path) {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, self);
    closeSync(file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * @param {string} path
 * @returns {string} an identity, 'dead', or 'unknown' while the holder is still writing its name
 */
function readHolder(path) {
  try {
    const holder = readFileSync(path, 'utf8');
    if (holder === '') return Date.now() - statSync(path).mtimeMs > 5_000 ? 'dead' : 'unknown';
    return isAlive(holder) ? holder : 'dead';
  } catch {
    return 'unknown';
  }
}

/**
 * Two runs may find the same dead lock at once: only the one that gets the second lock may remove it.
 * @param {string} path
 */
function releaseDead(path) {
  const guard = `${path}.takeover`;
  if (!tryLock(guard)) {
    if (readHolder(guard) === 'dead') rmSync(guard, { force: true });
    return;
  }
  if (readHolder(path) === 'dead') rmSync(path, { force: true });
  rmSync(guard, { force: true });
}

const runsFolder = join(dataFolder, 'runs');
/** @type {Set<string>} */
const children = new Set();

/**
 * Notes a child (leader of its own group), so that the next run can end it should this one be killed.
 * @param {number} pid
 * @returns {() => void} to be called when the child has ended
 */
export function noteChild(pid) {
  const child = identify(pid);
  const write = () => {
    mkdirSync(runsFolder, { recursive: true });
    writeJson(join(runsFolder, `${self}.json`), [...children]);
  };
  children.add(child);
  write();
  return () => {
    children.delete(child);
    if (children.size > 0) write();
    else rmSync(join(runsFolder, `${self}.json`), { force: true });
  };
}

/** Ends what killed runs of this clone left behind. */
export function endLeftovers() {
  mkdirSync(runsFolder, { recursive: true });
  for (const name of readdirSync(runsFolder)) {
    const path = join(runsFolder, name);
    if (isAlive(name.replace(/\.json$/, ''))) continue;
    /** @type {string[]} */
    const left = readJson(path) ?? [];
    for (const child of left) {
      if (isAlive(child)) signalTo(-Number.parseInt(child, 10), 'SIGKILL');
    }
    rmSync(path, { force: true });
  }
}
