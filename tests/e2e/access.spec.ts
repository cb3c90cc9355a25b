/** Every page in both themes and both widths: no barrier, nothing to scroll sideways, a clean console. */
import type { Page } from '@playwright/test';
import { collectComplaints, findBarriers, findOverflow } from '#tests/support/barriers.ts';
import { expect, test } from '#tests/support/e2e.ts';

type Place = {
  name: string;
  /** Goes there as a person would where the address is not fixed. */
  open: string | ((page: Page) => Promise<void>);
  status?: number;
};

/** Opens the first link of that kind on a page; waits for it, because lists arrive after their frame. */
async function follow(page: Page, from: string, address: RegExp): Promise<void> {
  await page.goto(from);
  const links = page.locator('main a').filter({ visible: true });
  const find = async () => {
    const hrefs = await links.evaluateAll((found) => found.map((link) => link.getAttribute('href') ?? ''));
    return hrefs.find((href) => address.test(href)) ?? '';
  };
  await expect.poll(find, { message: `a link like ${address} on ${from}` }).not.toBe('');
  await page.goto(await find());
}

const uuid = '[0-9a-f-]{36}';
const aJob = new RegExp(`^/jobs/${uuid}$`);

/** The ranking of the job that most people applied for. */
async function openRanking(page: Page): Promise<void> {
  await page.goto('/hire/fernhollow/jobs');
  await page.getByRole('link', { name: 'Machine learning engineer' }).click();
  await page.getByRole('link', { name: 'Ranked', exact: true }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

const forAnybody: Place[] = [
  { name: 'landing', open: '/' },
  { name: 'job board', open: '/jobs' },
  { name: 'job board without a match', open: '/jobs?q=nothing-of-this-name&workplace=remote' },
  { name: 'job', open: (page) => follow(page, '/jobs', aJob) },
  { name: 'verify', open: '/verify' },
  { name: 'sign-in', open: '/sign-in' },
  { name: 'check results explained', open: '/help/verify' },
  { name: 'how coverage is counted', open: '/how-coverage-counts' },
  { name: 'recognised issuer', open: '/issuer?id=did:web:issuers.assay.example:northfold' },
  { name: 'look-alike of an issuer', open: '/issuer?id=did:web:issuers.assay.example:northfo1d' },
  { name: 'issuer nobody knows', open: '/issuer?id=did:web:nobody.example' },
  { name: 'outbox', open: '/demo/outbox' },
  { name: 'issuers’ desk', open: '/demo/issuers' },
  { name: 'nothing here', open: '/nothing-here', status: 404 },
];

const forCandidates: Place[] = [
  { name: 'landing', open: '/' },
  { name: 'job board with own coverage', open: '/jobs' },
  { name: 'job with own coverage', open: (page) => follow(page, '/jobs', aJob) },
  { name: 'wallet', open: '/wallet' },
  { name: 'import', open: '/wallet/import' },
  { name: 'proof', open: (page) => follow(page, '/wallet', new RegExp(`^/proof/${uuid}/${uuid}$`)) },
  { name: 'applications', open: '/applications' },
  { name: 'profile', open: '/profile' },
  {
    name: 'apply',
    open: async (page) => {
      await follow(page, '/jobs', aJob);
      await page.goto(`${new URL(page.url()).pathname}/apply`);
    },
  },
];

const forEmployers: Place[] = [
  { name: 'jobs', open: '/hire/fernhollow/jobs' },
  { name: 'new job', open: '/hire/fernhollow/jobs/new' },
  {
    name: 'edit job',
    open: (page) => follow(page, '/hire/fernhollow/jobs', new RegExp(`/jobs/${uuid}/edit$`)),
  },
  { name: 'ranked', open: openRanking },
  {
    name: 'pipeline',
    open: async (page) => {
      await openRanking(page);
      await page.goto(new URL(page.url()).pathname.replace(/ranked$/, 'pipeline'));
    },
  },
  {
    name: 'candidate',
    open: async (page) => {
      await openRanking(page);
      await follow(page, new URL(page.url()).pathname, new RegExp(`/candidates/${uuid}$`));
    },
  },
];

/** A window of this width and as tall as the page, so that what stays at its edge covers nothing. */
async function showWhole(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height + 80, 12_000) });
}

/** One page, looked at in light and dark, wide and narrow, and at 320 px. */
async function look(page: Page, place: Place): Promise<void> {
  const complaints = collectComplaints(page);
  if (typeof place.open === 'string') {
    const answer = await page.goto(place.open);
    expect(answer?.status()).toBe(place.status ?? 200);
  } else {
    await place.open(page);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await showWhole(page, width);
      expect.soft(await findBarriers(page), `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
  for (const width of [1280, 390, 320]) {
    await showWhole(page, width);
    expect.soft(await findOverflow(page), `sideways at ${width} px`).toBe(0);
  }
  expect(complaints).toEqual([]);
}

// Four runs of axe on a long page take their time on a busy machine.
test.describe.configure({ timeout: 120_000 });

for (const place of forAnybody) {
  test(`anybody can use: ${place.name}`, async ({ page }) => look(page, place));
}
for (const place of forCandidates) {
  test(`a candidate can use: ${place.name}`, async ({ asPerson }) =>
    look(await asPerson('Wilhelmina'), place));
}
for (const place of forEmployers) {
  test(`an employer can use: ${place.name}`, async ({ asPerson }) => look(await asPerson('Odalys'), place));
}
