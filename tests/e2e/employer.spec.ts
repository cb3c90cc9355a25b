/** Story b: an employer posts a job, sees who has proven what it asks, and opens a proof. */
import type { Page } from '@playwright/test';
import { expect, jobTab, test } from '#tests/support/e2e.ts';

/** Told apart from what an earlier run against the same server left. */
const title = `Forecast analyst, round ${Date.now() % 1_000_000}`;

/** Adds a skill with the keyboard only. */
async function addSkill(page: Page, typed: string, label: string): Promise<void> {
  const picker = page.getByRole('combobox', { name: 'Add a skill' });
  await picker.fill(typed);
  const found = page.getByRole('listbox', { name: 'Add a skill' }).getByRole('option');
  await expect(found.first()).toContainText(label);
  await picker.press('Enter');
  await expect(page.getByRole('group', { name: `Is ${label} needed?` })).toBeVisible();
}

async function writeJob(page: Page): Promise<void> {
  await page.goto('/hire/fernhollow/jobs');
  await page.getByRole('main').getByRole('link', { name: 'Post a job' }).click();
  await page.getByRole('button', { name: 'Start the draft' }).click();
  await expect(page.getByText('Enter a title')).toBeVisible();
  await page.getByLabel('Title').fill(title);
  await page.getByRole('button', { name: 'Start the draft' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await addSkill(page, 'sql', 'SQL');
  await addSkill(page, 'pyth', 'Python');
  await page.getByRole('group', { name: 'Is SQL needed?' }).getByText('Must').click();
  await page.getByRole('group', { name: 'Level asked of SQL' }).getByText('2', { exact: true }).click();
  await page.getByLabel('Weight of SQL, 1 to 9').fill('3');
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByRole('link', { name: 'Describe the work' })).toBeVisible();
  await page.getByLabel('Description').fill('You explain **tomorrow** to people who buy power.');
  await page.getByLabel('Workplace').selectOption('remote');
  await page.getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('Published. Everybody can see the job now.', { exact: true })).toBeVisible();
}

test('an employer posts a job, reads the ranking and opens a proof', async ({ asPerson, page: visitor }) => {
  test.setTimeout(120_000);
  const page = await asPerson('Odalys');
  await writeJob(page);
  await publish(page);

  await visitor.goto('/jobs');
  await visitor.getByLabel('Title, employer or skill').fill(title);
  await visitor.getByRole('button', { name: 'Search' }).click();
  await visitor.getByRole('link', { name: title, exact: true }).click();
  await expect(visitor.getByText('tomorrow')).toHaveCSS('font-weight', /^(600|700)$/);
  await expect(visitor.getByRole('row').filter({ hasText: 'SQL' })).toContainText('75 %');
  await expect(visitor.getByRole('link', { name: 'Sign in to see yours' })).toBeVisible();

  await jobTab(page, 'Ranked').click();
  const first = page.getByRole('grid').getByRole('row').nth(1);
  await expect(first).toContainText('100.0');
  const name = await first.getByRole('rowheader').getByRole('link').textContent();
  await first.focus();
  await page.keyboard.press('Enter');
  const why = page.getByRole('complementary', { name: `Why ${name} stands here` });
  await expect(why).toContainText('100.0 proven + 0.0 unknown + 0.0 missing = 100.');

  const proof = why.getByRole('listitem').filter({ hasText: 'SQL' }).locator('a[href^="/proof/"]');
  const credential = (await proof.textContent()) ?? '';
  await proof.click();
  await expect(page).toHaveURL(/\/proof\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(credential);
  for (const check of [
    'Well-formed',
    'Proof',
    'Issuer',
    'Recipient',
    'Dates',
    'Status',
    'Schema',
    'Endorsements',
  ])
    await expect(page.getByRole('listitem').filter({ hasText: check }).first()).toBeVisible();
});

test('a member finds the way from an issuer’s public page into the house', async ({
  asPerson,
  page: visitor,
}) => {
  const issuer = '/issuer?id=did:web:issuers.assay.example:northfold';
  const way = /^What .+ lets count of this issuer$/;
  await visitor.goto(issuer);
  await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(visitor.getByRole('heading', { name: 'Who says it is real' })).toBeVisible();
  await expect(visitor.getByRole('link', { name: way })).toHaveCount(0);
  const page = await asPerson('Odalys');
  await page.goto(issuer);
  await page.getByRole('link', { name: way }).click();
  await expect(page.getByRole('heading', { name: 'Your policy for this issuer' })).toBeVisible();
});
