// @ts-check
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../setup/chromium.mjs';
import { dataFolder } from '../setup/clone.mjs';
import { ask, openCluster } from '../setup/cluster.mjs';
import { dependency, run } from '../setup/commands.mjs';
import { makeDatabase, migrate, runScript, withDatabase } from '../setup/database.mjs';
import { closeLater } from '../setup/lifetime.mjs';
import { buildPages } from '../setup/prepare.mjs';
import { self } from '../setup/processes.mjs';
import { seed } from '../setup/seed.mjs';
import { planSite, serve } from '../setup/serve.mjs';
import { readCommand, readPlaywright, readVitest } from './report.mjs';

/**
 * @typedef {import('./report.mjs').Result} Result
 * @typedef {{ name: string, about: string, needs?: string[], asked?: boolean, run: () => Promise<Result> }} Check
 *   needs: checks without which this one cannot say anything; asked: runs only when it is named
 */

const reports = join(dataFolder, 'reports');
const yes = /** @type {Result} */ ({ passed: 1, failed: 0 });
/** @type {{ server: string, chromium: string, url: string, database: string, env: NodeJS.ProcessEnv | undefined }} */
const found = { server: '', chromium: '', url: '', database: '', env: undefined };

/**
 * @param {string} program below node_modules
 * @param {string[]} options
 * @param {Record<string, string>} env
 */
function tool(program, options, env = {}) {
  return run(process.execPath, [dependency(program), ...options], { env: { ...process.env, ...env } });
}

/**
 * A database of this run; the name tells later runs that it may go, should this one be killed.
 * @param {string} purpose
 * @returns {Promise<string>}
 */
async function ownDatabase(purpose) {
  const name = `assay_test_${self.replace('-', '_')}_${purpose}`;
  const url = withDatabase(found.server, name);
  await makeDatabase(url);
  closeLater(() => ask(found.server, `drop database if exists "${name}" with (force)`));
  return url;
}

/**
 * @param {string} file
 * @returns {string}
 */
function freshReport(file) {
  mkdirSync(reports, { recursive: true });
  rmSync(join(reports, file), { force: true });
  return join(reports, file);
}

/** @returns {Promise<Result>} */
async function checkTypes() {
  const made = await tool('next/dist/bin/next', ['typegen'], { NEXT_TELEMETRY_DISABLED: '1' });
  if (made.code !== 0) return readCommand(made);
  return readCommand(await tool('typescript/bin/tsc', ['--noEmit', '--incremental', 'false', '-p', '.']));
}

/** @returns {Promise<Result>} */
async function openServer() {
  const given = process.env.DATABASE_URL;
  if (given) {
    await makeDatabase(given);
    found.server = given;
    return yes;
  }
  const cluster = await openCluster('postgres-test', { durable: false });
  closeLater(cluster.close);
  found.server = cluster.url;
  return yes;
}

/** @returns {Promise<Result>} */
async function checkSchema() {
  const url = await ownDatabase('schema');
  await runScript('No', 'server/cli/diff-migrations.ts', ['--check'], { DATABASE_URL: url });
  return yes;
}

/** @returns {Promise<Result>} */
async function runVitest() {
  const report = freshReport('vitest.json');
  const options = ['run', '--reporter=json', `--outputFile=${report}`];
  return readVitest(
    report,
    await tool('vitest/vitest.mjs', options, { DATABASE_URL: found.server, LOG_LEVEL: 'silent' }),
  );
}

/** @returns {Promise<Result>} */
async function startSite() {
  const url = await ownDatabase('stories');
  const files = join(dataFolder, `test-files-${self}`);
  closeLater(async () => rmSync(files, { recursive: true, force: true }));
  const extra = {
    DEMO: '1',
    LOG_LEVEL: 'warn',
    RECHECK_SECONDS: '20',
    STORAGE_DIR: files,
    NEXTAUTH_URL: '',
    HOST: '',
  };
  await migrate(url);
  const site = await planSite({ url, production: true, wished: 0, extra });
  await seed(site);
  await serve(site, 'start');
  found.url = site.address;
  found.database = url;
  return yes;
}

const inBrowser = () => ({ BASE_URL: found.url, PLAYWRIGHT_CHROMIUM_PATH: found.chromium });

/**
 * @param {string} config below .config
 * @returns {Promise<Result>}
 */
async function runPlaywright(config) {
  const report = freshReport('playwright.json');
  const options = ['test', '--config', `.config/${config}`, '--reporter=json'];
  const env = { ...inBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  return readPlaywright(report, await tool('playwright/cli.js', options, env));
}

/** Prints what it measures; only that it could be measured passes or fails. */
async function measurePages() {
  process.stdout.write('\n\n');
  const options = ['--import', 'tsx', 'tests/bench/pages/main.ts'];
  const env = { ...process.env, ...inBrowser(), DATABASE_URL: found.database };
  return readCommand(await run(process.execPath, options, { env, show: true }));
}

/** @type {Check[]} in the order in which they run: what is quick and names its place comes first */
export const checks = [
  { name: 'types', about: 'Types (next typegen, tsc)', run: checkTypes },
  {
    name: 'style',
    about: 'Format and lint (Biome)',
    run: async () => readCommand(await tool('@biomejs/biome/bin/biome', ['ci', '--colors=off', '.'])),
  },
  {
    name: 'layers',
    about: 'Dependency rules (dependency-cruiser)',
    run: async () => {
      const config = ['--config', '.config/dependency-cruiser.mjs', '--output-type', 'err'];
      const places = ['app', 'server', 'proxy.ts', 'prisma/seed'];
      const outcome = await tool('dependency-cruiser/bin/dependency-cruise.mjs', [...config, ...places]);
      const modules = Number(/(\d+) modules/.exec(outcome.output)?.[1] ?? 0);
      // Without its parser it reads nothing and is content.
      return readCommand(modules > 50 || outcome.code !== 0 ? outcome : { code: 1, output: outcome.output });
    },
  },
  {
    name: 'unused',
    about: 'Nothing unused (knip)',
    run: async () =>
      readCommand(await tool('knip/bin/knip.js', ['--config', '.config/knip.json', '--no-progress'])),
  },
  { name: 'server', about: 'PostgreSQL for the tests', run: openServer },
  { name: 'schema', about: 'Schema and migrations agree', needs: ['server'], run: checkSchema },
  { name: 'vitest', about: 'Unit, integration, conformance (vitest)', needs: ['server'], run: runVitest },
  {
    name: 'build',
    about: 'Production build',
    run: async () => {
      await buildPages((_name, work) => work());
      return yes;
    },
  },
  {
    name: 'chromium',
    about: 'A Chromium to test with',
    run: async () => {
      found.chromium = await findChromium();
      return yes;
    },
  },
  { name: 'site', about: 'Demo data, web server and worker', needs: ['server', 'build'], run: startSite },
  {
    name: 'stories',
    about: 'Stories in the browser (Playwright)',
    needs: ['site', 'chromium'],
    run: () => runPlaywright('playwright.ts'),
  },
  {
    name: 'shots',
    about: 'Pictures of every screen, into shots/',
    needs: ['site', 'chromium'],
    asked: true,
    run: () => runPlaywright('playwright.shots.ts'),
  },
  {
    name: 'speed',
    about: 'How fast the pages are',
    needs: ['site', 'chromium'],
    asked: true,
    run: measurePages,
  },
];
