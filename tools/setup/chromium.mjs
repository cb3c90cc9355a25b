// @ts-check
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Complaint, dataFolder } from './clone.mjs';
import { dependency, run } from './commands.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for the browser tests: one that is there, else one that Playwright or Debian can install.
 * @returns {Promise<string>} its path
 */
export async function findChromium() {
  const given = process.env.PLAYWRIGHT_CHROMIUM_PATH;
  if (given) {
    if (runs(given)) return given;
    throw new Complaint(`PLAYWRIGHT_CHROMIUM_PATH has a wrong value: ${given} does not run.`);
  }
  return (await findInstalled()) ?? (await installWithPlaywright()) ?? (await installWithApt()) ?? complain();
}

/** @returns {never} */
function complain() {
  throw new Complaint(
    'No Chromium was found and none could be installed: set PLAYWRIGHT_CHROMIUM_PATH to one.',
  );
}

/** @returns {Promise<string | undefined>} */
async function findInstalled() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, ...applications, await playwrightPath()].find((path) => existsSync(path) && runs(path));
}

/** @returns {Promise<string>} where Playwright keeps its own, whether it is there or not */
async function playwrightPath() {
  keepBrowsersWritable();
  const { chromium } = await import('@playwright/test');
  return chromium.executablePath();
}

/** With a home that cannot be written Playwright's browsers go to the data folder. */
function keepBrowsersWritable() {
  if (process.env.PLAYWRIGHT_BROWSERS_PATH) return;
  try {
    accessSync(homedir(), constants.W_OK);
  } catch {
    process.env.PLAYWRIGHT_BROWSERS_PATH = join(dataFolder, 'browsers');
  }
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function runs(path) {
  const { status } = spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 });
  return status === 0;
}

/** @returns {Promise<string | undefined>} */
async function installWithPlaywright() {
  await run(process.execPath, [dependency('playwright/cli.js'), 'install', 'chromium']);
  const path = await playwrightPath();
  return existsSync(path) && runs(path) ? path : undefined;
}

/** @returns {Promise<string | undefined>} */
async function installWithApt() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('/usr/bin/apt-get', ['update'], { env });
  await run('/usr/bin/apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env });
  return findInstalled();
}
