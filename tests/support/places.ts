/** Every page of the product and how a person gets there; what looks at all pages reads this one list. */
import { expect, type Page } from '@playwright/test';
import { jobTab } from './e2e.ts';

export type Place = {
  name: string;
  /** The file that draws it, so that a test can tell which pages nobody looks at; none where no page answers. */
  page?: string;
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

const nobody = '00000000-0000-7000-8000-000000000000';
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
  await jobTab(page, 'Ranked').click();
  await expect(page.getByRole('grid')).toBeVisible();
}

const forAnybody: Place[] = [
  { name: 'landing', page: 'app/page.tsx', open: '/', shot: '01-landing' },
  { name: 'job board', page: 'app/(site)/jobs/(board)/page.tsx', open: '/jobs', shot: '02-jobs' },
  {
    name: 'job board without a match',
    page: 'app/(site)/jobs/(board)/page.tsx',
    open: '/jobs?q=nothing-of-this-name&workplace=remote',
  },
  { name: 'job', page: 'app/(site)/jobs/[jobId]/page.tsx', open: (page) => follow(page, '/jobs', aJob) },
  { name: 'verify', page: 'app/verify/page.tsx', open: '/verify', shot: '05-verify' },
  { name: 'sign-in', page: 'app/sign-in/page.tsx', open: '/sign-in', shot: '04-sign-in' },
  { name: 'sign-in, mail sent', page: 'app/sign-in/sent/page.tsx', open: '/sign-in/sent' },
  { name: 'offline', page: 'app/offline/page.tsx', open: '/offline' },
  { name: 'an invitation that nobody sent', page: 'app/join/page.tsx', open: '/join?token=none' },
  { name: 'check results explained', page: 'app/(site)/help/verify/page.tsx', open: '/help/verify' },
  {
    name: 'how coverage is counted',
    page: 'app/(site)/how-coverage-counts/page.tsx',
    open: '/how-coverage-counts',
  },
  {
    name: 'recognised issuer',
    page: 'app/issuer/page.tsx',
    open: '/issuer?id=did:web:issuers.assay.example:northfold',
    shot: '16-issuer',
  },
  {
    name: 'look-alike of an issuer',
    page: 'app/issuer/page.tsx',
    open: '/issuer?id=did:web:issuers.assay.example:northfo1d',
  },
  { name: 'issuer nobody knows', page: 'app/issuer/page.tsx', open: '/issuer?id=did:web:nobody.example' },
  { name: 'outbox', page: 'app/demo/outbox/page.tsx', open: '/demo/outbox' },
  { name: 'issuers’ desk', page: 'app/demo/issuers/page.tsx', open: '/demo/issuers' },
  { name: 'every mark and state', page: 'app/kit/page.tsx', open: '/kit', shot: '00-kit' },
  { name: 'address mailed, link broken', page: 'app/confirm-address/page.tsx', open: '/confirm-address' },
  {
    name: 'address mailed, to confirm',
    page: 'app/confirm-address/page.tsx',
    open: `/confirm-address?token=${'A'.repeat(43)}`,
  },
  { name: 'sign-in, link broken', page: 'app/sign-in/confirm/page.tsx', open: '/sign-in/confirm' },
  {
    name: 'sign-in, to confirm',
    page: 'app/sign-in/confirm/page.tsx',
    open: '/sign-in/confirm?token=none&email=somebody%40example.org&callbackUrl=%2Fwallet',
  },
  {
    name: 'back from a wallet that was not asked',
    page: 'app/from-wallet/page.tsx',
    open: '/from-wallet?code=none',
  },
  {
    name: 'public page that is not there',
    page: 'app/p/[handle]/page.tsx',
    open: '/p/nobody-of-this-name',
    status: 404,
  },
  {
    name: 'proof that is not shown',
    page: 'app/proof/[candidateId]/[credentialId]/page.tsx',
    open: `/proof/${nobody}/${nobody}`,
    status: 404,
  },
  { name: 'nothing here', open: '/nothing-here', status: 404, shot: '18-errors' },
];

const forCandidates: Place[] = [
  { name: 'landing', page: 'app/page.tsx', open: '/' },
  {
    name: 'jobs for me',
    page: 'app/(candidate)/jobs/for-me/page.tsx',
    open: '/jobs/for-me',
    shot: '09-jobs-for-me',
  },
  { name: 'job board with own coverage', page: 'app/(site)/jobs/(board)/page.tsx', open: '/jobs' },
  { name: 'job with own coverage', page: 'app/(site)/jobs/[jobId]/page.tsx', open: openJob, shot: '03-job' },
  { name: 'wallet', page: 'app/(candidate)/wallet/(list)/page.tsx', open: '/wallet', shot: '06-wallet' },
  {
    name: 'import',
    page: 'app/(candidate)/wallet/import/page.tsx',
    open: '/wallet/import',
    shot: '07-import',
  },
  {
    name: 'proof',
    page: 'app/proof/[candidateId]/[credentialId]/page.tsx',
    open: (page) => follow(page, '/wallet', new RegExp(`^/proof/${uuid}/${uuid}$`)),
    shot: '08-proof',
  },
  {
    name: 'applications',
    page: 'app/(candidate)/applications/page.tsx',
    open: '/applications',
    shot: '11-applications',
  },
  { name: 'profile', page: 'app/(candidate)/profile/page.tsx', open: '/profile', shot: '19-profile' },
  { name: 'sharing', page: 'app/(candidate)/wallet/share/page.tsx', open: '/wallet/share' },
  {
    name: 'sharing one badge',
    page: 'app/(candidate)/wallet/share/[credentialId]/page.tsx',
    open: (page) => follow(page, '/wallet/share', new RegExp(`^/wallet/share/${uuid}$`)),
  },
  { name: 'notifications', page: 'app/(candidate)/notifications/page.tsx', open: '/notifications' },
  {
    name: 'apply',
    page: 'app/(candidate)/jobs/[jobId]/apply/page.tsx',
    open: async (page) => {
      await openJob(page);
      await page.goto(`${pathOf(page)}/apply`);
    },
    shot: '10-apply',
  },
];

const forEmployers: Place[] = [
  {
    name: 'jobs',
    page: 'app/hire/[org]/jobs/(house)/page.tsx',
    open: '/hire/fernhollow/jobs',
    shot: '02-house-jobs',
  },
  { name: 'new job', page: 'app/hire/[org]/jobs/(house)/new/page.tsx', open: '/hire/fernhollow/jobs/new' },
  {
    name: 'house notifications',
    page: 'app/hire/[org]/notifications/page.tsx',
    open: '/hire/fernhollow/notifications',
  },
  {
    name: 'issuers met',
    page: 'app/hire/[org]/(trust)/issuers/page.tsx',
    open: '/hire/fernhollow/issuers',
    shot: '16-issuers-met',
  },
  {
    name: 'issuer, with the policy for it',
    page: 'app/hire/[org]/(trust)/issuer/page.tsx',
    open: (page) => follow(page, '/hire/fernhollow/issuers', /^\/hire\/fernhollow\/issuer\?/),
    shot: '16-issuer-policy',
  },
  {
    name: 'organisation',
    page: 'app/hire/[org]/(trust)/settings/page.tsx',
    open: '/hire/fernhollow/settings',
    shot: '17-settings',
  },
  {
    name: 'team',
    page: 'app/hire/[org]/(trust)/settings/team/page.tsx',
    open: '/hire/fernhollow/settings/team',
    shot: '17-team',
  },
  {
    name: 'trust policy',
    page: 'app/hire/[org]/(trust)/settings/policy/page.tsx',
    open: '/hire/fernhollow/settings/policy',
    shot: '17-policy',
  },
  {
    name: 'audit log',
    page: 'app/hire/[org]/(trust)/settings/audit/page.tsx',
    open: '/hire/fernhollow/settings/audit',
    shot: '17-audit',
  },
  {
    name: 'edit job',
    page: 'app/hire/[org]/jobs/[jobId]/edit/page.tsx',
    open: async (page) => {
      await openRanking(page);
      await page.goto(pathOf(page).replace(/ranked$/, 'edit'));
    },
    shot: '12-job-editor',
  },
  {
    name: 'ranked',
    page: 'app/hire/[org]/jobs/[jobId]/ranked/page.tsx',
    open: openRanking,
    shot: '13-ranked',
  },
  {
    name: 'ranked, explained',
    page: 'app/hire/[org]/jobs/[jobId]/ranked/page.tsx',
    open: async (page) => {
      await openRanking(page);
      await page.locator('[role=row][tabindex="0"]').first().press('Enter');
      await expect(page.getByRole('complementary').or(page.getByRole('dialog')).first()).toBeVisible();
    },
    shot: '13-ranked-explained',
  },
  {
    name: 'pipeline',
    page: 'app/hire/[org]/jobs/[jobId]/pipeline/page.tsx',
    open: async (page) => {
      await openRanking(page);
      await page.goto(pathOf(page).replace(/ranked$/, 'pipeline'));
    },
    shot: '15-pipeline',
  },
  {
    name: 'candidate',
    page: 'app/hire/[org]/jobs/[jobId]/candidates/[candidateId]/page.tsx',
    open: async (page) => {
      await openRanking(page);
      await follow(page, pathOf(page), new RegExp(`/candidates/${uuid}$`));
    },
    shot: '14-candidate',
  },
];

/** Pages of somebody who has nothing yet. */
const forNewcomers: Place[] = [
  { name: 'wallet without a credential', page: 'app/(candidate)/wallet/(list)/page.tsx', open: '/wallet' },
  { name: 'sharing nothing yet', page: 'app/(candidate)/wallet/share/page.tsx', open: '/wallet/share' },
  { name: 'no applications', page: 'app/(candidate)/applications/page.tsx', open: '/applications' },
  { name: 'no notifications', page: 'app/(candidate)/notifications/page.tsx', open: '/notifications' },
  { name: 'jobs for me, nothing proven', page: 'app/(candidate)/jobs/for-me/page.tsx', open: '/jobs/for-me' },
  { name: 'profile of a newcomer', page: 'app/(candidate)/profile/page.tsx', open: '/profile' },
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
        page: 'app/p/[handle]/page.tsx',
        open: (page) => follow(page, '/wallet/share', /^\/p\/[\w-]+$/),
        shot: '19-public-profile',
      },
    ],
  },
  { who: 'a newcomer', person: 'Noa', places: forNewcomers },
  {
    who: 'an employer who has nothing yet',
    person: 'Ottilie',
    places: [{ name: 'organisations', page: 'app/hire/page.tsx', open: '/hire' }],
  },
  { who: 'an employer', person: 'Odalys', places: forEmployers },
];

/** The addresses that a page's file answers: folders in brackets stand for one segment, those in parentheses for none. */
export function addressOf(page: string): RegExp {
  const segments = page.split('/').slice(1, -1);
  const parts = segments.filter((segment) => !segment.startsWith('('));
  return new RegExp(`^/${parts.map((part) => (part.startsWith('[') ? '[^/]+' : part)).join('/')}$`);
}

/** Goes to a place and sees that it is there. */
export async function visit(page: Page, { page: file, open, status = 200 }: Place): Promise<void> {
  if (typeof open === 'string') expect((await page.goto(open))?.status()).toBe(status);
  else await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  if (file !== undefined) expect(pathOf(page)).toMatch(addressOf(file));
}

/** A window of this width and as tall as the page, so that what stays at its edge covers nothing. */
export async function showWhole(page: Page, width: number, least = 800): Promise<void> {
  await page.setViewportSize({ width, height: least });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(height, least) + 80, 12_000) });
}
