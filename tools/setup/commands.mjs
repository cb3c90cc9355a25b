// @ts-check
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { Complaint, root } from './clone.mjs';
import { identify, noteChild, signalTo, waitForEnd } from './processes.mjs';

/**
 * @typedef {{ env?: NodeJS.ProcessEnv, show?: boolean, log?: string }} CommandOptions
 *   show: let it write to the terminal; log: a file that takes all it says
 * @typedef {{ code: number, output: string }} Outcome
 * @typedef {{ pid: number, identity: string, ended: Promise<Outcome>, output: () => string,
 *   stop: (patience?: number) => Promise<void> }} Running
 */

/** Set by Ctrl-C: nothing new is started from then on. */
const interruption = new AbortController();

/** @type {Set<Running>} what does one piece of work and may be cut short; servers are stopped by who started them */
const running = new Set();

/**
 * Starts a program in a group of its own, so that Ctrl-C reaches it when and how we decide.
 * @param {string} file
 * @param {string[]} options
 * @param {CommandOptions} settings
 * @returns {Running}
 */
export function start(file, options, { env = process.env, show = false, log } = {}) {
  interruption.signal.throwIfAborted();
  const child = spawn(file, options, {
    cwd: root,
    env: show ? env : { ...env, NO_COLOR: '1', FORCE_COLOR: '0' },
    // A group of its own: Ctrl-C of the terminal goes to ours alone.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const sink = log && createWriteStream(log, { mode: 0o600 });
  let output = '';
  for (const [stream, target] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    stream.on('data', (/** @type {Buffer} */ bytes) => {
      if (show) target.write(bytes);
      if (sink) sink.write(bytes);
      // The end is what explains a failure; a server that runs for days must not fill the memory.
      output = (output + bytes.toString()).slice(-200_000);
    });
  }
  const pid = child.pid ?? 0;
  const identity = pid === 0 ? '' : identify(pid);
  const forget = pid === 0 ? () => {} : noteChild(pid);
  /** @type {Promise<Outcome>} */
  const ended = new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 128 : 1), output }));
  });
  /** @type {Running} */
  const one = { pid, identity, ended, output: () => output, stop: (patience) => stopGroup(one, patience) };
  ended.then(forget);
  return one;
}

/**
 * Asks a program to end and waits; after `patience` milliseconds its whole group is killed.
 * @param {Running} one
 * @param {number} patience
 */
async function stopGroup(one, patience = 10_000) {
  if (one.pid === 0) return;
  signalTo(one.pid, 'SIGTERM');
  await waitForEnd(one.identity, patience);
  // Its own children may have stayed, whether it ended well or not.
  signalTo(-one.pid, 'SIGKILL');
  await Promise.race([one.ended, wait(2_000)]);
}

/**
 * Runs a program to its end.
 * @param {string} file
 * @param {string[]} options
 * @param {CommandOptions} settings
 * @returns {Promise<Outcome>}
 */
export async function run(file, options, settings = {}) {
  const one = start(file, options, settings);
  running.add(one);
  const outcome = await one.ended;
  running.delete(one);
  interruption.signal.throwIfAborted();
  return outcome;
}

/**
 * Runs a program that must succeed; its last words become the complaint.
 * @param {string} what said when it fails
 * @param {string} file
 * @param {string[]} options
 * @param {CommandOptions} settings
 * @returns {Promise<string>} what it wrote
 */
export async function mustRun(what, file, options, settings = {}) {
  const { code, output } = await run(file, options, settings);
  if (code !== 0) throw new Complaint(`${what}:\n${excerpt(output)}`);
  return output;
}

/**
 * What a person wants to see of a failure: from the first error on, without the stack below it.
 * @param {string} output
 * @returns {string}
 */
function excerpt(output) {
  const lines = stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at /.test(line));
  const first = Math.max(
    0,
    lines.findIndex((line) => /error|failed/i.test(line)),
  );
  return lines
    .slice(Math.max(0, Math.min(first - 2, lines.length - 30)))
    .slice(0, 30)
    .join('\n');
}

/**
 * Ends what still runs (install, build, checks), quickly: their work is done again the next time.
 * @returns {Promise<void>}
 */
export async function interrupt() {
  interruption.abort(new Complaint('Interrupted.'));
  await Promise.all([...running].map((one) => one.stop(1_000)));
}

/** @returns {boolean} */
export function isInterrupted() {
  return interruption.signal.aborted;
}

/**
 * A program of the dependencies, to be run by this Node itself: no shell, no npx, one process less.
 * @param {string} path below node_modules
 * @returns {string}
 */
export function dependency(path) {
  return join(root, 'node_modules', path);
}
