// @ts-check
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import {
  Complaint,
  dataFolder,
  makeDataFolder,
  messageOf,
  readJson,
  shortPath,
  writeJson,
} from './clone.mjs';
import { choosePlace, giveTo } from './cluster-place.mjs';
import { findPort } from './ports.mjs';
import { commandOf, identify, isAlive, self, signalTo, waitForEnd, withLock } from './processes.mjs';

/**
 * @typedef {import('./cluster-place.mjs').Place} Place
 * @typedef {{ base: string, native: string, password: string, port: number }} State
 * @typedef {{ url: string, reused: boolean, close: () => Promise<void> }} Cluster
 * @typedef {{ durable?: boolean, keep?: boolean }} Options durable: false for tests, which may lose everything;
 *   keep: go on after this process
 */

const user = 'assay';

/**
 * Starts the PostgreSQL server that npm brought, or joins the one that another run of this clone has started.
 * @param {'postgres' | 'postgres-test'} name its folder below the data folder
 * @param {Options} options
 * @returns {Promise<Cluster>} `url` leads to the maintenance database; `close` stops the server with its last user
 */
export async function openCluster(name, { durable = true, keep = false } = {}) {
  makeDataFolder();
  const folder = join(dataFolder, name);
  const mark = keep ? 'kept' : self;
  return withLock(
    name,
    () => {},
    async () => {
      mkdirSync(join(folder, 'users'), { recursive: true });
      chmodSync(folder, 0o755);
      const running = await findRunning(folder);
      const state = running ?? (await start(folder, durable));
      writeFileSync(join(folder, 'users', mark), '');
      return { url: urlOf(state), reused: Boolean(running), close: () => closeCluster(name, mark) };
    },
  );
}

/**
 * Leaves the server; the last one out stops it.
 * @param {string} name
 * @param {string} mark
 * @returns {Promise<void>}
 */
export async function closeCluster(name, mark = 'kept') {
  const folder = join(dataFolder, name);
  if (!existsSync(folder)) return;
  await withLock(
    name,
    () => {},
    async () => {
      rmSync(join(folder, 'users', mark), { force: true });
      for (const other of readdirSync(join(folder, 'users'))) {
        if (other === 'kept' || isAlive(other)) return;
        rmSync(join(folder, 'users', other), { force: true });
      }
      const state = await findRunning(folder);
      if (state) await stopServer(readPostmaster(state.base).pid);
    },
  );
}

/**
 * The address of the server if it runs, without starting it.
 * @param {string} name
 * @returns {Promise<string | undefined>}
 */
export async function findCluster(name) {
  const state = await findRunning(join(dataFolder, name));
  return state && urlOf(state);
}

/**
 * @param {State} state
 * @returns {string}
 */
function urlOf(state) {
  return `postgresql://${user}:${state.password}@127.0.0.1:${state.port}/postgres`;
}

/**
 * A living number in `postmaster.pid` proves nothing (numbers are used again), so ask the server which data it has.
 * @param {string} folder
 * @returns {Promise<State | undefined>}
 */
async function findRunning(folder) {
  /** @type {State | undefined} */
  const state = readJson(join(folder, 'state.json'));
  if (!state || !existsSync(join(state.base, 'data'))) return undefined;
  for (let attempt = 0; attempt < 100; attempt++) {
    const answer = await ask(urlOf(state), 'show data_directory');
    if (answer.value !== undefined)
      return isSamePath(answer.value, join(state.base, 'data')) ? state : undefined;
    if (answer.code !== '57P03') return undefined;
    await wait(100);
  }
  return undefined;
}

/**
 * @param {string} one
 * @param {string} other
 * @returns {boolean}
 */
function isSamePath(one, other) {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

/**
 * @param {string} url
 * @param {string} sql
 * @returns {Promise<{ value?: string, code?: string, message?: string }>}
 */
export async function ask(url, sql) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return { value: String(rows[0]?.[0] ?? '') };
  } catch (error) {
    const { code } = /** @type {{ code?: string }} */ (error);
    return { code: code ?? 'unknown', message: messageOf(error) };
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * @param {string} folder
 * @param {boolean} durable
 * @returns {Promise<State>}
 */
async function start(folder, durable) {
  /** @type {State | undefined} */
  const before = readJson(join(folder, 'state.json'));
  const place = await choosePlace(folder, before?.base);
  const initialised = join(place.base, 'initialised');
  let password = before?.password;
  if (!password || before?.base !== place.base || !existsSync(initialised)) {
    password = await initialise(place, durable);
  } else {
    await removeDeadLock(place);
  }
  // Written before the start, too: a run that is killed in between must not lose the password.
  writeJson(join(folder, 'state.json'), { ...place, password, port: 0 });
  writeFileSync(initialised, '');
  for (let attempt = 1; ; attempt++) {
    const state = { base: place.base, native: place.native, password, port: await findPort() };
    writeJson(join(folder, 'state.json'), state);
    const fault = await launch(place, state, durable, join(folder, 'server.log'));
    if (fault === '') return state;
    if (attempt === 5)
      throw new Complaint(`PostgreSQL does not start: ${fault} (log: ${shortPath(folder)}/server.log)`);
    await wait(500);
  }
}

/**
 * @param {Place} place
 * @param {boolean} durable
 * @returns {Promise<string>} the password
 */
async function initialise(place, durable) {
  const data = join(place.base, 'data');
  const secret = join(place.base, 'password');
  const password = randomBytes(24).toString('hex');
  rmSync(join(place.base, 'initialised'), { force: true });
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, password, { mode: 0o600 });
  giveTo(place, data, secret);
  try {
    const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const access = ['-U', user, '--auth=scram-sha-256', `--pwfile=${secret}`];
    const speed = durable ? [] : ['--no-sync'];
    const { code, output } = await runBinary(place, 'initdb', ['-D', data, ...flags, ...access, ...speed]);
    if (code !== 0) throw new Complaint(`The database could not be made: ${lastLine(output)}`);
  } finally {
    rmSync(secret, { force: true });
  }
  return password;
}

/**
 * Without a readable environment PostgreSQL would take its encoding and messages from whatever the shell has.
 * @param {Place} place
 * @returns {{ cwd: string, env: NodeJS.ProcessEnv, uid?: number, gid?: number }}
 */
function surroundings({ uid, gid }) {
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
  return { cwd: '/', env, ...(uid === undefined || gid === undefined ? {} : { uid, gid }) };
}

/**
 * @param {Place} place
 * @param {string} binary
 * @param {string[]} options
 * @returns {Promise<{ code: number, output: string }>}
 */
function runBinary(place, binary, options) {
  return new Promise((resolve) => {
    const child = spawn(join(place.native, 'bin', binary), options, {
      ...surroundings(place),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (/** @type {Buffer} */ bytes) => {
      output += bytes.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * @param {Place} place
 * @param {State} state
 * @param {boolean} durable
 * @param {string} log
 * @returns {Promise<string>} what went wrong; empty when the server answers
 */
async function launch(place, state, durable, log) {
  const settings = {
    listen_addresses: '127.0.0.1',
    port: state.port,
    // A socket file would outlive a kill and its path has a length limit.
    unix_socket_directories: '',
    max_connections: 200,
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
  };
  const options = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const file = openSync(log, 'w', 0o600);
  const data = join(place.base, 'data');
  // An own group: Ctrl-C must reach the server after those who use it.
  const child = spawn(join(place.native, 'bin', 'postgres'), ['-D', data, ...options], {
    ...surroundings(place),
    detached: true,
    stdio: ['ignore', file, file],
  });
  closeSync(file);
  let fault = '';
  child.on('error', (error) => {
    fault = error.message;
  });
  child.on('exit', () => {
    fault ||= lastLine(readFileSync(log, 'utf8')) || 'it ended at once';
  });
  child.unref();
  const until = Date.now() + 60_000;
  while (fault === '' && Date.now() < until) {
    const answer = await ask(urlOf(state), 'show data_directory');
    if (answer.value !== undefined && isSamePath(answer.value, data)) return '';
    await wait(50);
  }
  return fault || 'it did not answer within a minute';
}

/**
 * A killed server leaves `postmaster.pid`. PostgreSQL clears it itself unless another process got the number.
 * A server of this data that lives but does not answer is ended.
 * @param {Place} place
 */
async function removeDeadLock(place) {
  const { pid } = readPostmaster(place.base);
  if (pid === 0 || identify(pid) === '') return;
  if (commandOf(pid).includes(join(place.base, 'data'))) await stopServer(pid);
  else rmSync(join(place.base, 'data', 'postmaster.pid'), { force: true });
}

/**
 * @param {string} base
 * @returns {{ pid: number }}
 */
function readPostmaster(base) {
  try {
    const [pid = ''] = readFileSync(join(base, 'data', 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number.parseInt(pid, 10) || 0 };
  } catch {
    return { pid: 0 };
  }
}

/**
 * Fast shutdown first (rolls open transactions back), then without ceremony.
 * @param {number} pid
 */
async function stopServer(pid) {
  if (pid === 0) return;
  const identity = identify(pid);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGQUIT', 'SIGKILL'])) {
    signalTo(pid, signal);
    if (await waitForEnd(identity, 10_000)) return;
  }
}

/**
 * @param {string} text
 * @returns {string}
 */
function lastLine(text) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (lines.findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? lines.at(-1) ?? '').trim();
}
