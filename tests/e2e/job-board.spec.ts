/** The public board: narrowed and sorted by its address, by keys, with and without scripts. */
import { expect, test } from '#tests/support/e2e.ts';

test('place, skill, pay and order are in the address, set by keys, and dropped one by one', async ({
  page,
}) => {
  await page.goto('/jobs');
  const found = page.getByRole('region', { name: /jobs?$/ });
  const links = found.getByRole('heading', { level: 3 }).getByRole('link');
  const all = await links.count();
  // Whoever is faster than the scripts sends the plain form: the same list, empty fields named in its address.
  const place = page.getByLabel('Place', { exact: true });
  await place.focus();
  await page.keyboard.type('fernhollow');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]place=fernhollow\b/);
  await expect(links.first()).toBeVisible();
  await expect.poll(() => links.count()).toBeLessThan(all);

  await page.getByLabel('Skill asked for').fill('machine learning');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]place=fernhollow&skill=machine\+learning\b/);
  await expect(links).toHaveText([/^Machine learning engineer/]);

  await page.getByLabel('Pay from, a year').fill('68 001');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No job fits all of this')).toBeVisible();
  await page
    .getByRole('list', { name: 'Filters in use' })
    .getByRole('link', { name: /pay from 68.001 a year/ })
    .press('Enter');
  await expect(links).toHaveText([/^Machine learning engineer/]);
  await expect(page.getByLabel('Pay from, a year')).toHaveValue('');
  await expect(place).toHaveValue('fernhollow');

  await page.getByLabel('Sort').selectOption('Closing soonest');
  await expect(page).toHaveURL(/sort=closing$/);
  await page.goBack();
  await expect(page.getByLabel('Sort')).toHaveValue('');
});

test('works without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/jobs?sort=closing');
  const links = page.getByRole('heading', { level: 3 }).getByRole('link');
  await expect(links.first()).toBeVisible();
  await expect(page.getByLabel('Sort')).toHaveValue('closing');
  await page.getByLabel('Skill asked for').fill('python');
  await page.getByLabel('state their pay').check();
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/[?&]skill=python&.*pay=1.*sort=closing/);
  await expect(links.first()).toBeVisible();
  await expect(page.getByText('skill “python”').first()).toBeAttached();
  await context.close();
});
