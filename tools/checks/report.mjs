// @ts-check
import { readJson } from '../setup/clone.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, faults?: string[] }} Result
 *   faults: one text per failure, for a person
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} VitestTest
 * @typedef {{ name: string, status: string, message?: string, assertionResults: VitestTest[] }} VitestFile
 * @typedef {{ numPassedTests: number, numPendingTests: number, numTodoTests: number, success: boolean,
 *   testResults: VitestFile[] }} VitestReport
 * @typedef {{ title: string, ok: boolean, tests: { status: string, projectName: string,
 *   results: { errors?: { message?: string }[] }[] }[] }} Spec
 * @typedef {{ title: string, file?: string, suites?: Suite[], specs?: Spec[] }} Suite
 * @typedef {{ stats: { expected: number, unexpected: number, skipped: number, flaky: number },
 *   errors: { message?: string }[], suites: Suite[] }} PlaywrightReport
 */

/**
 * A check that is one question: 0 is yes.
 * @param {{ code: number, output: string }} outcome
 * @returns {Result}
 */
export function readCommand({ code, output }) {
  if (code === 0) return { passed: 1, failed: 0 };
  return { passed: 0, failed: 1, faults: [lastLines(output, 60)] };
}

/**
 * Counts what vitest wrote. A file that could not even be loaded is a failure; so is a run without any test.
 * @param {string} path
 * @param {{ code: number, output: string }} outcome
 * @returns {Result}
 */
export function readVitest(path, { code, output }) {
  /** @type {VitestReport | undefined} */
  const report = readJson(path);
  if (!report) return { passed: 0, failed: 1, faults: [`vitest wrote no report.\n${lastLines(output, 40)}`] };
  const faults = report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length === 0 && file.status === 'failed')
      return [`${file.name}\n${file.message ?? 'did not load'}`];
    return failed.map(
      (test) => `${file.name}\n${test.fullName}\n${firstLines(test.failureMessages?.join('\n') ?? '', 14)}`,
    );
  });
  const skipped = report.numPendingTests + report.numTodoTests;
  return complete({ passed: report.numPassedTests, failed: faults.length, skipped, faults }, code, output);
}

/**
 * Counts what Playwright wrote.
 * @param {string} path
 * @param {{ code: number, output: string }} outcome
 * @returns {Result}
 */
export function readPlaywright(path, { code, output }) {
  /** @type {PlaywrightReport | undefined} */
  const report = readJson(path);
  if (!report)
    return { passed: 0, failed: 1, faults: [`Playwright wrote no report.\n${lastLines(output, 40)}`] };
  const faults = [
    ...report.errors.map(({ message = '' }) => message),
    ...report.suites.flatMap((suite) => listFaults(suite, suite.file ?? suite.title)),
  ];
  const { expected, skipped } = report.stats;
  return complete({ passed: expected, failed: faults.length, skipped, faults }, code, output);
}

/**
 * @param {Suite} suite
 * @param {string} file
 * @returns {string[]}
 */
function listFaults(suite, file) {
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status !== 'expected' && status !== 'skipped')
      .map(({ projectName, results }) => {
        const message =
          results.flatMap(({ errors = [] }) => errors.map((error) => error.message ?? ''))[0] ?? '';
        return `${file} [${projectName}]\n${spec.title}\n${message.split('\n').slice(0, 25).join('\n')}`;
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => listFaults(inner, file))];
}

/**
 * A report can look good beside a bad exit (an unhandled error, nothing found to run): then something failed.
 * @param {Result & { faults: string[] }} result
 * @param {number} code
 * @param {string} output
 * @returns {Result}
 */
function complete(result, code, output) {
  if (result.passed + result.failed === 0) return { ...result, failed: 1, faults: ['No test was run.'] };
  if (code === 0 || result.failed > 0) return result;
  return { ...result, failed: 1, faults: [`The run failed though no test did:\n${lastLines(output, 40)}`] };
}

/**
 * @param {string} text
 * @param {number} count
 * @returns {string}
 */
export function lastLines(text, count) {
  const lines = text.trim().split('\n');
  return lines.length <= count ? lines.join('\n') : ['…', ...lines.slice(-count)].join('\n');
}

/**
 * What failed and where in our own files; the runner's stack helps nobody.
 * @param {string} text
 * @param {number} count
 * @returns {string}
 */
function firstLines(text, count) {
  const lines = text
    .split('\n')
    .filter((line) => !/^\s+at .*(?:node_modules|node:internal|new Promise)/.test(line));
  return lines.slice(0, count).join('\n').trim();
}

/**
 * @param {Result[]} results
 * @returns {string} the last line of a run
 */
export function summarise(results) {
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
