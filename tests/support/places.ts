/** Every page of the product and how a person gets there; what looks at all pages reads this one list. */
import { expect, type Page } from '@playwright/test';

export type Place = {
  name: string;
  /** An address, or what a person does where it is not fixed. */
  open: string | ((page: Page) => Promise<void>);
  /** What the server answers, where it is not 200. */
  status?: number;
  /** Name of its picture, beginning with the number of the design's screen; without one no picture is taken. */
  shot?: string;
};

export type Group = {
  who: string;
  /** Beginning of a demo person's name; nobody is signed in without one. */
  person: string | null;
  places: Place[];
};

const uuid = '[0-9a-f-]{36}';
const aJob = new RegExp(`^/jobs/${uuid}$`);

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

/** The job that asks for most, as somebody who looks for work finds it. */
async function openJob(page: Page): Promise<void> {
  await page.goto('/jobs?q=machine+learning');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^Machine learning engineer/ })
    .click();
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}$/);
}

const pathOf = (page: Page) => new URL(page.url()).pathname;

/** The ranking of the job that most people applied for. */
async function openRanking(page: Page): Promise<void> {
  await page.goto('/hire/fernhollow/jobs');
  await page.getByRole('link', { name: 'Machine learning engineer' }).click();
  await page.getByRole('link', { name: 'Ranked', exact: true }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

const forAnybody: Place[] = [
  { name: 'landing', open: '/', shot: '01-landing' },
  { name: 'job board', open: '/jobs', shot: '02-jobs' },
  { name: 'job board without a match', open: '/jobs?q=nothing-of-this-name&workplace=remote' },
  { name: 'job', open: (page) => follow(page, '/jobs', aJob) },
  { name: 'verify', open: '/verify', shot: '05-verify' },
  { name: 'sign-in', open: '/sign-in', shot: '04-sign-in' },
  { name: 'sign-in, mail sent', open: '/sign-in/sent' },
  { name: 'offline', open: '/offline' },
  { name: 'an invitation that nobody sent', open: '/join?token=none' },
  { name: 'check results explained', open: '/help/verify' },
  { name: 'how coverage is counted', open: '/how-coverage-counts' },
  {
    name: 'recognised issuer',
    open: '/issuer?id=did:web:issuers.assay.example:northfold',
    shot: '16-issuer',
  },
  { name: 'look-alike of an issuer', open: '/issuer?id=did:web:issuers.assay.example:northfo1d' },
  { name: 'issuer nobody knows', open: '/issuer?id=did:web:nobody.example' },
  { name: 'outbox', open: '/demo/outbox' },
  { name: 'issuers’ desk', open: '/demo/issuers' },
  { name: 'every mark and state', open: '/kit', shot: '00-kit' },
  { name: 'nothing here', open: '/nothing-here', status: 404, shot: '18-errors' },
];

const forCandidates: Place[] = [
  { name: 'landing', open: '/' },
  { name: 'jobs for me', open: '/jobs/for-me', shot: '09-jobs-for-me' },
  { name: 'job board with own coverage', open: '/jobs' },
  { name: 'job with own coverage', open: openJob, shot: '03-job' },
  { name: 'wallet', open: '/wallet', shot: '06-wallet' },
  { name: 'import', open: '/wallet/import', shot: '07-import' },
  {
    name: 'proof',
    open: (page) => follow(page, '/wallet', new RegExp(`^/proof/${uuid}/${uuid}$`)),
    shot: '08-proof',
  },
  { name: 'applications', open: '/applications', shot: '11-applications' },
  { name: 'profile', open: '/profile', shot: '19-profile' },
  { name: 'sharing', open: '/wallet/share' },
  {
    name: 'sharing one badge',
    open: (page) => follow(page, '/wallet/share', new RegExp(`^/wallet/share/${uuid}$`)),
  },
  { name: 'notifications', open: '/notifications' },
  {
    name: 'apply',
    open: async (page) => {
      await openJob(page);
      await page.goto(`${pathOf(page)}/apply`);
    },
    shot: '10-apply',
  },
];

const forEmployers: Place[] = [
  { name: 'jobs', open: '/hire/fernhollow/jobs', shot: '02-house-jobs' },
  { name: 'new job', open: '/hire/fernhollow/jobs/new' },
  { name: 'house notifications', open: '/hire/fernhollow/notifications' },
  { name: 'issuers met', open: '/hire/fernhollow/issuers', shot: '16-issuers-met' },
  {
    name: 'issuer, with the policy for it',
    open: (page) => follow(page, '/hire/fernhollow/issuers', /^\/hire\/fernhollow\/issuer\?/),
    shot: '16-issuer-policy',
  },
  { name: 'organisation', open: '/hire/fernhollow/settings', shot: '17-settings' },
  { name: 'team', open: '/hire/fernhollow/settings/team', shot: '17-team' },
  { name: 'trust policy', open: '/hire/fernhollow/settings/policy', shot: '17-policy' },
  { name: 'audit log', open: '/hire/fernhollow/settings/audit', shot: '17-audit' },
  {
    name: 'edit job',
    open: async (page) => {
      await openRanking(page);
      await page.goto(pathOf(page).replace(/ranked$/, 'edit'));
    },
    shot: '12-job-editor',
  },
  { name: 'ranked', open: openRanking, shot: '13-ranked' },
  {
    name: 'ranked, explained',
    open: async (page) => {
      await openRanking(page);
      await page.locator('[role=row][tabindex="0"]').first().press('Enter');
      await expect(page.getByRole('complementary').or(page.getByRole('dialog')).first()).toBeVisible();
    },
    shot: '13-ranked-explained',
  },
  {
    name: 'pipeline',
    open: async (page) => {
      await openRanking(page);
      await page.goto(pathOf(page).replace(/ranked$/, 'pipeline'));
    },
    shot: '15-pipeline',
  },
  {
    name: 'candidate',
    open: async (page) => {
      await openRanking(page);
      await follow(page, pathOf(page), new RegExp(`/candidates/${uuid}$`));
    },
    shot: '14-candidate',
  },
];

/** By whom the pages are looked at. */
export const groups: Group[] = [
  { who: 'anybody', person: null, places: forAnybody },
  { who: 'a candidate', person: 'Wilhelmina', places: forCandidates },
  {
    who: 'somebody with a public page',
    person: 'Li Wei',
    places: [
      {
        name: 'public profile',
        open: (page) => follow(page, '/wallet/share', /^\/p\/[\w-]+$/),
        shot: '19-public-profile',
      },
    ],
  },
  { who: 'an employer', person: 'Odalys', places: forEmployers },
];

/** Goes to a place and sees that it is there. */
export async function visit(page: Page, { open, status = 200 }: Place): Promise<void> {
  if (typeof open === 'string') expect((await page.goto(open))?.status()).toBe(status);
  else await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
}

/** A window of this width and as tall as the page, so that what stays at its edge covers nothing. */
export async function showWhole(page: Page, width: number, least = 800): Promise<void> {
  await page.setViewportSize({ width, height: least });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, least) + 80, 12_000) });
}
