// @ts-check
// npm test: sets the clone up, runs every check, says what failed, and ends with the line `N passed, N failed`.
// Names of checks as arguments run only these and what they need: npm test -- types vitest
import { Complaint, messageOf } from '../setup/clone.mjs';
import { isInterrupted } from '../setup/commands.mjs';
import { live, seconds } from '../setup/lifetime.mjs';
import { prepareClone } from '../setup/prepare.mjs';
import { checks } from './list.mjs';
import { summarise } from './report.mjs';

/**
 * @typedef {import('./report.mjs').Result} Result
 * @typedef {import('./list.mjs').Check} Check
 */

/**
 * @param {string[]} names
 * @returns {Check[]}
 */
function choose(names) {
  if (names.length === 0) return checks.filter(({ asked }) => !asked);
  const unknown = names.find((name) => !checks.some((check) => check.name === name));
  if (unknown)
    throw new Complaint(`There is no check "${unknown}": ${checks.map(({ name }) => name).join(', ')}.`);
  const wanted = new Set(names);
  for (const check of [...checks].reverse()) {
    if (wanted.has(check.name)) for (const need of check.needs ?? []) wanted.add(need);
  }
  return checks.filter(({ name }) => wanted.has(name));
}

/**
 * @param {Check} check
 * @param {Map<string, Result>} results
 * @returns {Promise<Result>}
 */
async function perform(check, results) {
  const absent = (check.needs ?? []).find((need) => results.get(need)?.failed !== 0);
  if (absent) return { passed: 0, failed: 1, faults: [`Not run: it needs "${absent}", which failed.`] };
  try {
    return await check.run();
  } catch (error) {
    if (isInterrupted()) throw error;
    const text =
      error instanceof Complaint
        ? error.message.replace(/^No:\n/, '')
        : error instanceof Error
          ? String(error.stack)
          : String(error);
    return { passed: 0, failed: 1, faults: [text] };
  }
}

/**
 * @param {Result} result
 * @returns {string}
 */
function sayHow({ passed, failed, skipped = 0 }) {
  if (passed + failed === 1) return failed === 0 ? 'passed' : 'FAILED';
  return [`${passed} passed`, failed && `${failed} FAILED`, skipped && `${skipped} skipped`]
    .filter(Boolean)
    .join(', ');
}

async function test() {
  const begin = performance.now();
  /** @type {Map<string, Result>} */
  const results = new Map();
  try {
    const chosen = choose(process.argv.slice(2));
    await prepareClone();
    for (const check of chosen) {
      const start = performance.now();
      process.stdout.write(`${check.about.padEnd(44, ' ')} `);
      const result = await perform(check, results);
      results.set(check.name, result);
      process.stdout.write(`${seconds(start)}  ${sayHow(result)}\n`);
    }
  } catch (error) {
    if (isInterrupted()) throw error;
    console.log(`\n${error instanceof Complaint ? messageOf(error) : error}`);
    results.set('set-up', { passed: 0, failed: 1 });
  }
  for (const [name, { faults = [] }] of results) {
    for (const fault of faults) console.log(`\n── ${name} ─────\n${fault}`);
  }
  const line = summarise([...results.values()]);
  console.log(`\nAll checks took ${seconds(begin).trim()}.\n${line}`);
  return line.endsWith(' 0 failed') && !line.startsWith('0 ') ? 0 : 1;
}

await live(() => 'Stopping …', test);
