// @ts-check
import { Complaint, messageOf } from './clone.mjs';
import { interrupt, isInterrupted } from './commands.mjs';
import { commandOf, identify, isAlive, parentOf } from './processes.mjs';

/** @type {Array<() => Promise<unknown>>} */
const closers = [];
/** @type {Promise<never> | undefined} */
let finishing;

/**
 * Notes how to end something that was started; the last started is ended first.
 * @param {() => Promise<unknown>} closer
 */
export function closeLater(closer) {
  closers.push(closer);
}

/**
 * Ends everything, once, and the process with it.
 * @param {number} code
 * @returns {Promise<never>}
 */
function finish(code) {
  finishing ??= (async () => {
    await interrupt();
    for (const closer of closers.reverse()) {
      await closer().catch((error) => console.error(messageOf(error)));
    }
    process.exit(code);
  })();
  return finishing;
}

/**
 * Runs a whole command. Ctrl-C, a closed terminal and a vanished npm end it in good order; what a person can mend is
 * said in one sentence, anything else with its stack.
 * @param {(name: string) => string} farewell what to say when a signal ends it
 * @param {() => Promise<number>} work returns the exit code
 */
export async function live(farewell, work) {
  let signals = 0;
  const end = (/** @type {string} */ name, /** @type {number} */ code) => {
    // npm passes the terminal's Ctrl-C on once more: only the first one speaks, only the fourth one forces.
    signals++;
    if (signals === 1) console.log(`\n${farewell(name)}`);
    if (signals === 4) process.exit(code);
    void finish(code);
  };
  process.on('SIGINT', () => end('SIGINT', 130));
  process.on('SIGTERM', () => end('SIGTERM', 143));
  process.on('SIGHUP', () => end('SIGHUP', 129));
  watchNpm(() => end('the end of npm', 1));
  try {
    await finish(await work());
  } catch (error) {
    if (isInterrupted()) return finish(130);
    console.error(error instanceof Complaint ? `\n${error.message}` : error);
    await finish(1);
  }
}

/**
 * A killed npm tells nobody (there is a shell in between). Without it this would go on unseen.
 * @param {() => void} onLoss
 */
function watchNpm(onLoss) {
  if (!process.env.npm_lifecycle_event || process.platform !== 'linux') return;
  const npm = [process.ppid, parentOf(process.ppid)].find((pid) => /\bnpm\b/.test(commandOf(pid)));
  const identity = npm ? identify(npm) : '';
  if (identity === '') return;
  const timer = setInterval(() => {
    if (isAlive(identity)) return;
    clearInterval(timer);
    onLoss();
  }, 500);
  timer.unref();
}

/**
 * Runs a step and says its name and time.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const begin = performance.now();
  process.stdout.write(`${name.padEnd(44, ' ')} `);
  try {
    const result = await work();
    const remark = typeof result === 'string' && result !== '' ? `  ${result}` : '';
    process.stdout.write(`${seconds(begin)}${remark}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`${seconds(begin)}  ${isInterrupted() ? 'interrupted' : 'failed'}\n`);
    throw error;
  }
}

/**
 * @param {number} begin
 * @returns {string}
 */
export function seconds(begin) {
  return `${((performance.now() - begin) / 1000).toFixed(1).padStart(6)} s`;
}
