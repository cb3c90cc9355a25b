/** Story: a candidate applies with two of nine credentials, the employer sees exactly two, and loses them again. */
import { expect, test } from '#tests/support/e2e.ts';

const chosen = ['Applied Machine Learning, Practitioner', 'Relational Data, Examined'];
const jobTitle = 'Machine learning engineer, demand forecasting';

test('two of nine credentials go along, and only these two are seen until she withdraws', async ({
  asPerson,
}) => {
  test.setTimeout(180_000);
  const page = await asPerson('Wilhelmina');
  await page.goto('/jobs');
  await page.getByRole('link', { name: jobTitle }).click();
  await expect(page.getByRole('heading', { level: 1, name: jobTitle })).toBeVisible({ timeout: 30_000 });
  const jobId = /\/jobs\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  await page.goto(`/jobs/${jobId}/apply`);
  // By role, because a page still arriving holds its text twice: once shown, once not yet moved into place.
  await expect(page.getByRole('heading', { name: /of 9 go along/ })).toBeVisible({ timeout: 30_000 });

  const picks = page.getByRole('checkbox');
  for (let index = 0; index < (await picks.count()); index++) {
    const pick = picks.nth(index);
    const label = (await pick.locator('..').textContent()) ?? '';
    await pick.setChecked(chosen.some((title) => label.startsWith(title)));
  }
  await expect(page.getByRole('heading', { name: /2 of 9 go along/ })).toBeVisible();
  const preview = page.getByRole('complementary', { name: /will see$/ });
  await expect(preview.getByRole('listitem')).toHaveCount(2);
  await expect(preview.getByRole('status')).toContainText(/65\.0 of 100 points/);
  await page.getByRole('button', { name: /^Send to Fernhollow/ }).click();

  await expect(page).toHaveURL(/\/applications$/, { timeout: 30_000 });
  const application = page.getByRole('article').filter({ hasText: jobTitle });
  await expect(application).toContainText('Shared: 2 credentials');

  const employer = await asPerson('Odalys');
  await employer.goto(`/hire/fernhollow/jobs/${jobId}/ranked`);
  await employer
    .getByRole('link', { name: /^Wilhelmina/ })
    .first()
    .click();
  await employer.waitForURL(/\/candidates\//, { timeout: 60_000 });
  const disclosed = employer.locator('li.cred');
  await expect(disclosed).toHaveCount(2, { timeout: 30_000 });
  for (const title of chosen) await expect(disclosed.filter({ hasText: title })).toHaveCount(1);
  await expect(employer.getByText('Shipping Models, Foundations')).toHaveCount(0);

  await expect(employer.getByText('Not shown to you:')).toBeVisible();
  const note = `Calm under questions, ${Date.now()}`;
  await employer.getByLabel('A note to the team').fill(note);
  await employer.getByRole('button', { name: 'Add note' }).click();
  await expect(employer.getByRole('listitem').filter({ hasText: note })).toBeVisible({ timeout: 30_000 });

  await application.getByRole('button', { name: 'Withdraw' }).click();
  await page.getByRole('button', { name: 'Withdraw it' }).click();
  await expect(page.getByRole('article').filter({ hasText: jobTitle })).toContainText('withdrawn by you');
  // The page stays open: within a minute it says by itself that there is nothing any more.
  await expect(employer.getByRole('heading', { name: 'This candidate withdrew' })).toBeVisible({
    timeout: 60_000,
  });
  await expect(employer.getByText(note)).toHaveCount(0);
  await expect(employer.locator('li.cred')).toHaveCount(0);
  await expect(employer.getByText(chosen[0] ?? '')).toHaveCount(0);
});
