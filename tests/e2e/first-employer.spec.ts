/** Story: somebody new makes an organisation, sees what a posting would show before writing one, and reads the log. */
import { expect, test } from '#tests/support/e2e.ts';
import { signInByMail } from '#tests/support/sign-in.ts';

test('a new employer sees a market before the first posting', async ({ page }) => {
  const stamp = Date.now();
  await signInByMail(page, `founder.${stamp}@example.org`, '/hire');
  await expect(async () => {
    await page.getByLabel('Name of the organisation').fill(`Founders & Sons ${stamp}`);
    await expect(page.getByLabel('Address', { exact: true })).toHaveValue(`founders-sons-${stamp}`, {
      timeout: 500,
    });
  }).toPass({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Create organisation' }).click();
  await expect(page).toHaveURL(/\/hire\/[a-z0-9-]+\/jobs$/);

  await expect(page.getByText('No jobs yet.')).toBeVisible();
  const sample = page.getByRole('region', { name: 'A posting, as you will see it' });
  await expect(sample.getByRole('listitem').filter({ hasText: 'SQL' }).first()).toContainText(/\d+ people/);
  await expect(sample).toContainText(/\d+ people you may see meet all 2 must-haves/);

  const log = page.url().replace(/jobs$/, 'settings/audit');
  await page.getByRole('link', { name: 'Drafts' }).click();
  await expect(page.getByText('No jobs in this state.')).toBeVisible();
  await expect(sample).toHaveCount(0);

  await page.goto(log);
  const filter = page.getByRole('combobox');
  await filter.selectOption({ label: 'Contest answered' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page).toHaveURL(/action=application.contest_answered/);
  await expect(page.getByRole('row').filter({ hasText: 'Organisation created' })).toHaveCount(0);
  await filter.selectOption({ label: 'Organisation created' });
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Organisation created' })).toHaveCount(1);
});
