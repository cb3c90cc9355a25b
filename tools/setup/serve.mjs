// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Complaint, cloneName, dataFolder, shortPath } from './clone.mjs';
import { dependency, start } from './commands.mjs';
import { closeLater } from './lifetime.mjs';
import { isFree, reservePort } from './ports.mjs';
import { noteServing, ownSecret } from './prepare.mjs';

/**
 * @typedef {{ url: string, host: string, port: number, address: string, env: NodeJS.ProcessEnv,
 *   release: () => Promise<void> }} Site url: database; address: what a person types; release: gives the port free
 */

/**
 * Chooses where to listen and what web server and worker are told. The port comes first: the links in mails carry it.
 * @param {{ url: string, production: boolean, wished?: number, extra?: Record<string, string> }} wishes
 * @returns {Promise<Site>}
 */
export async function planSite({ url, production, wished = Number(process.env.PORT || 3000), extra = {} }) {
  const given = { ...process.env, ...extra };
  const host = given.HOST || '127.0.0.1';
  const { port, release } = await reservePort(wished, host);
  const name = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  const address = given.NEXTAUTH_URL || `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  const env = {
    ...given,
    NODE_ENV: /** @type {'production' | 'development'} */ (production ? 'production' : 'development'),
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: url,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: given.NEXTAUTH_SECRET || ownSecret(),
    COOKIE_PREFIX: given.COOKIE_PREFIX || cloneName(),
    STORAGE_DIR: given.STORAGE_DIR || join(dataFolder, 'files'),
  };
  return { url, host, port, address, env, release };
}

/**
 * @param {Site} site
 * @param {number} wished
 * @returns {Promise<string>}
 */
export async function explainPort(site, wished) {
  if (site.port === wished || wished === 0) return '';
  return (await isFree(wished, site.host)) ? '' : `port ${wished} is taken, so ${site.port}`;
}

/**
 * Starts web server and worker. They stop in the order that loses nothing: worker (it finishes its task), web, database.
 * @param {Site} site
 * @param {'start' | 'dev'} mode
 * @returns {Promise<{ ended: Promise<never> }>} once the first page is answered; `ended` fails if one of them ends
 */
export async function serve(site, mode) {
  const logs = join(dataFolder, 'logs');
  mkdirSync(logs, { recursive: true });
  const next = [dependency('next/dist/bin/next'), mode, '-H', site.host, '-p', String(site.port)];
  const show = mode === 'dev';
  if (mode === 'start') closeLater(noteServing());
  await site.release();
  const web = start(process.execPath, next, { env: site.env, log: join(logs, 'web.log'), show });
  closeLater(() => web.stop(5_000));
  const worker = start(process.execPath, ['--import', 'tsx', 'server/worker.ts'], {
    env: { ...site.env, ASSAY_PROCESS: 'worker' },
    log: join(logs, 'worker.log'),
    show,
  });
  closeLater(() => worker.stop(20_000));
  const ended = Promise.race([
    web.ended.then(({ output }) => complain('The web server', output, join(logs, 'web.log'))),
    worker.ended.then(({ output }) => complain('The worker', output, join(logs, 'worker.log'))),
  ]);
  // While developing, a page that fails is no reason not to begin.
  await Promise.race([waitForAnswer(site, mode === 'dev' ? 600 : 500), ended]);
  return { ended };
}

/**
 * @param {string} who
 * @param {string} output
 * @param {string} log
 * @returns {never}
 */
function complain(who, output, log) {
  const last = output.trim().split('\n').slice(-15).join('\n');
  throw new Complaint(`${who} has ended by itself (log: ${shortPath(log)}):\n${last}`);
}

/**
 * @param {Site} site
 * @param {number} below statuses that count as an answer
 */
async function waitForAnswer({ host, port }, below) {
  const reachable = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host;
  const until = Date.now() + 120_000;
  for (;;) {
    try {
      const answer = await fetch(`http://${reachable}:${port}/`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(60_000),
      });
      if (answer.status < below) return;
      throw new Error(`status ${answer.status}`);
    } catch (error) {
      if (Date.now() > until) throw new Complaint(`The first page does not come: ${error}.`);
      await wait(100);
    }
  }
}
