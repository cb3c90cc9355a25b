// @ts-check
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this clone. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Everything that a run makes and a clone does not bring: database, stored files, marks, logs. */
export const dataFolder = join(root, '.data');

/** A fault that a person can mend: shown as its one sentence, without a stack. */
export class Complaint extends Error {}

/** Makes the data folder. Others may enter it, whatever the umask: the database can run as another user. */
export function makeDataFolder() {
  try {
    mkdirSync(dataFolder, { recursive: true });
    chmodSync(dataFolder, 0o755);
  } catch (error) {
    throw new Complaint(`${dataFolder} cannot be written: ${messageOf(error)}.`);
  }
}

/**
 * A short name for this clone, different for each folder: browsers share cookies between the ports of a host.
 * @returns {string}
 */
export function cloneName() {
  return `assay-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`;
}

/**
 * Reads a small JSON file; undefined when it is missing or broken (a run may have been killed while writing).
 * @template T
 * @param {string} path
 * @returns {T | undefined}
 */
export function readJson(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Writes a small JSON file that only this user can read.
 * @param {string} path
 * @param {unknown} value
 */
export function writeJson(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
}

/**
 * @param {unknown} error
 * @returns {string}
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/**
 * The path as a person types it, from the clone's folder.
 * @param {string} path
 * @returns {string}
 */
export function shortPath(path) {
  return path.startsWith(root) ? path.slice(root.length + 1) : basename(path);
}
