/*
 * `npm run bench:pages`: how fast the pages of the demo world are in a real browser, on a production build. Prints a
 * table; no figure decides whether a test passes, because machines differ.
 *
 *   BASE_URL=http://localhost:3000 [DATABASE_URL=…] node --import tsx tests/bench/pages/main.ts
 */
import os from 'node:os';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { signIn } from '#tests/support/sign-in.ts';
import { crowdJob } from './crowd.ts';

const base = process.env.BASE_URL ?? 'http://localhost:3000';
const executablePath = process.env.PLAYWRIGHT_CHROMIUM_PATH;
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const say = (text: string) => process.stdout.write(`${text}\n`);

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const worst = (values: number[]) => Math.max(0, ...values);

type Load = { lcp: number; shift: number; scripts: number };

/** The loader of TypeScript names functions by a helper that a page does not have. */
const helper = 'globalThis.__name ??= (given) => given;';

/** Notes, from the first moment of a page, what the browser says of painting, shifting and slow answers. */
function watch() {
  const seen = { lcp: 0, shift: 0, slowest: 0 };
  Object.assign(globalThis, { seen });
  const on = (type: string, note: (entry: PerformanceEntry) => void, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      ...options,
    });
  on('largest-contentful-paint', (entry) => {
    seen.lcp = entry.startTime;
  });
  on('layout-shift', (entry) => {
    const { hadRecentInput, value } = entry as PerformanceEntry & { hadRecentInput: boolean; value: number };
    if (!hadRecentInput) seen.shift += value;
  });
  on(
    'event',
    (entry) => {
      seen.slowest = Math.max(seen.slowest, entry.duration);
    },
    { durationThreshold: 16 },
  );
}

type Seen = { lcp: number; shift: number; slowest: number };
const seenOn = (page: Page) => page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);

/** One visit with nothing cached: largest paint (ms), layout shift, compressed bytes of script. */
async function load(browser: Browser, path: string): Promise<Load> {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(helper);
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ type, requestId }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(200);
  const { lcp, shift } = await seenOn(page);
  await context.close();
  return { lcp, shift, scripts: bytes };
}

async function measureLoads(browser: Browser, paths: [name: string, path: string][]): Promise<void> {
  say(
    '| public page, nothing cached | largest paint, median | worst | limit | script, compressed | limit | shift |',
  );
  say('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const [name, path] of paths) {
    await load(browser, path);
    const loads: Load[] = [];
    for (let round = 0; round < rounds; round++) loads.push(await load(browser, path));
    const lcp = loads.map((each) => each.lcp);
    const kilobytes = (median(loads.map((each) => each.scripts)) / 1000).toFixed(0);
    const shift = worst(loads.map((each) => each.shift)).toFixed(3);
    say(
      `| ${name} | ${median(lcp).toFixed(0)} ms | ${worst(lcp).toFixed(0)} ms | 1000 ms | ${kilobytes} kB | 130 kB | ${shift} |`,
    );
  }
}

/** The slowest answer of the browser (input to next paint, ms) while something is done. */
async function slowest(page: Page, doing: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    (globalThis as unknown as { seen: Seen }).seen.slowest = 0;
  });
  await doing();
  await page.waitForTimeout(400);
  return (await seenOn(page)).slowest;
}

const presses =
  (page: Page, key: string, times = 5) =>
  async () => {
    for (let time = 0; time < times; time++) {
      await page.keyboard.press(key);
      await page.waitForTimeout(60);
    }
  };

async function openAs(browser: Browser, person: string): Promise<[BrowserContext, Page]> {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1440, height: 900 } });
  await signIn(context, new URL(base).origin, person);
  const page = await context.newPage();
  await page.addInitScript(helper);
  await page.addInitScript(watch);
  return [context, page];
}

/** Address of the job most people applied for. */
async function findRanking(page: Page): Promise<string> {
  await page.goto('/hire/fernhollow/jobs');
  await page.getByRole('link', { name: 'Machine learning engineer' }).click();
  await page.waitForURL(/\/hire\/fernhollow\/jobs\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname.replace(/\/[a-z]+$/, '/ranked');
}

async function measureEmployer(browser: Browser): Promise<void> {
  const [context, page] = await openAs(browser, 'Odalys');
  const ranking = await findRanking(page);
  const database = process.env.DATABASE_URL;
  const jobId = /[0-9a-f-]{36}/.exec(ranking)?.[0] ?? '';
  const people = database ? await crowdJob(database, jobId, 500) : null;
  const first: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now();
    await page.goto(ranking, { waitUntil: 'commit' });
    await page.locator('[role=row][tabindex="0"]').first().waitFor();
    if (round > 0) first.push(performance.now() - start);
  }
  const size = people === null ? 'of the demo world' : `of ${people}`;
  say(`\nRanked list ${size}: first row after ${median(first).toFixed(0)} ms (median of ${rounds}, worst`);
  say(`${worst(first).toFixed(0)} ms; limit 300 ms), from the request to the row in the page.\n`);
  say('| what is done | input to next paint, slowest | limit |');
  say('| --- | ---: | ---: |');
  const report = (name: string, value: number) => say(`| ${name} | ${value.toFixed(0)} ms | 200 ms |`);
  await page.waitForLoadState('networkidle');
  const row = page.locator('[role=row][tabindex="0"]').first();
  await row.focus();
  report('ranked list: J five times', await slowest(page, presses(page, 'j')));
  report('ranked list: Enter explains', await slowest(page, presses(page, 'Enter', 1)));
  report('ranked list: J with the panel open', await slowest(page, presses(page, 'j')));
  report('ranked list: Escape', await slowest(page, presses(page, 'Escape', 1)));
  await page.goto(ranking.replace(/ranked$/, 'pipeline'));
  await page.waitForLoadState('networkidle');
  report('board: J five times', await slowest(page, presses(page, 'j')));
  await page.goto(ranking.replace(/ranked$/, 'edit'));
  await page.waitForLoadState('networkidle');
  const picker = page.getByRole('combobox').first();
  await picker.focus();
  report(
    'job editor: typing into the skill picker',
    await slowest(page, () => page.keyboard.type('kuber', { delay: 60 })),
  );
  await context.close();
}

async function measureCandidate(browser: Browser, job: string): Promise<void> {
  const [context, page] = await openAs(browser, 'Li Wei');
  const report = (name: string, value: number) => say(`| ${name} | ${value.toFixed(0)} ms | 200 ms |`);
  await page.goto(`${job}/apply`);
  await page.waitForLoadState('networkidle');
  const tick = page.getByRole('checkbox').first();
  if (await tick.count())
    report(
      'apply: a tick',
      await slowest(page, async () => {
        await tick.click();
        await page.waitForTimeout(300);
        await tick.click();
      }),
    );
  await page.goto('/jobs');
  await page.waitForLoadState('networkidle');
  report(
    'job board: typing into the search',
    await slowest(page, async () => {
      await page.getByRole('searchbox').or(page.getByRole('textbox')).first().focus();
      await page.keyboard.type('engineer', { delay: 60 });
    }),
  );
  await context.close();
}

const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const browser = await chromium.launch({ args: flags, ...(executablePath ? { executablePath } : {}) });
const scout = await browser.newPage({ baseURL: base });
await scout.goto('/jobs');
const job = await scout
  .locator('main a[href^="/jobs/"]')
  .evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')).find((href) => /^\/jobs\/[0-9a-f-]{36}$/.test(href ?? '')),
  );
await scout.close();
const [cpu] = os.cpus();
say(
  `${cpu?.model ?? 'unknown processor'}, ${os.availableParallelism()} threads, load ${os.loadavg()[0]?.toFixed(0)}, Node ${process.version}, Chromium ${browser.version()}, ${new Date().toISOString().slice(0, 10)}\n`,
);
await measureLoads(browser, [
  ['landing', '/'],
  ['job board', '/jobs'],
  ['job', job ?? '/jobs'],
  ['verify a badge', '/verify'],
  ['issuer', '/issuer?id=did:web:issuers.assay.example:northfold'],
  ['sign-in', '/sign-in'],
]);
await measureEmployer(browser);
await measureCandidate(browser, job ?? '/jobs');
await browser.close();
process.exit(0);
