/** Story: a recruiter goes through the ranked list with the keyboard alone. */
import type { Page } from '@playwright/test';
import { expect, jobTab, test } from '#tests/support/e2e.ts';

const focused = (page: Page) => page.locator(':focus');
const rows = (page: Page) => page.getByRole('grid').getByRole('row');

/** Opens the list of the job with the most to see. */
async function openList(page: Page): Promise<void> {
  await page.goto('/hire/fernhollow/jobs');
  await page
    .getByRole('link', { name: /^Machine learning engineer/ })
    .first()
    .click();
  await jobTab(page, 'Ranked').click();
  await expect(page.getByRole('grid')).toBeVisible();
}

async function walkRows(page: Page): Promise<void> {
  const grid = page.getByRole('grid');
  expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
  await page.keyboard.press('j');
  const second = rows(page).nth(2);
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute('aria-rowindex', '3');
  await page.keyboard.press('ArrowRight');
  await expect(second.getByRole('checkbox')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(second.getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(second).toBeFocused();
}

async function explain(page: Page): Promise<void> {
  await page.keyboard.press('Enter');
  const first = await rows(page).nth(2).getByRole('rowheader').getByRole('link').first().textContent();
  await expect(page.getByRole('complementary', { name: `Why ${first} stands here` })).toContainText(
    'proven +',
  );
  await page.keyboard.press('j');
  const next = await rows(page).nth(3).getByRole('rowheader').getByRole('link').first().textContent();
  await expect(page.getByRole('complementary', { name: `Why ${next} stands here` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary', { name: /^Why / })).toHaveCount(0);
  await expect(rows(page).nth(3)).toBeFocused();
}

async function narrow(page: Page): Promise<void> {
  await page.keyboard.press('f');
  await page.keyboard.type('python level 2');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/skill=\d+%3A2/);
  await expect(page.getByRole('link', { name: /^Remove filter: Python/ })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search this list' })).toBeFocused();
  await page.keyboard.type('python');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=python/);
  await expect(page.getByRole('grid').locator('mark').first()).toHaveText(/python/i);
}

async function keepSearch(page: Page): Promise<void> {
  const name = `Pythonists ${Date.now() % 1_000_000}`;
  await page.getByRole('button', { name: 'Saved searches' }).press('Enter');
  await page.getByLabel('Save this search as').fill(name);
  await page.getByLabel('Save this search as').press('Enter');
  await expect(page.getByRole('dialog').getByRole('link', { name })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.goto(page.url().replace(/\?.*/, ''));
  await page.getByRole('button', { name: 'Saved searches' }).press('Enter');
  await page.getByRole('dialog').getByRole('link', { name }).press('Enter');
  await expect(page).toHaveURL(/q=python/);
  await page.goto(page.url().replace(/\?.*/, ''));
}

async function moveTwo(page: Page): Promise<void> {
  // A page that has just come listens as soon as it says that it does.
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(focused(page)).toHaveRole('row', { timeout: 500 });
  }).toPass();
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  const bar = page.getByRole('region', { name: 'Selected people' });
  await expect(bar).toContainText('2 selected');
  await page.keyboard.press('m');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('3');
  await expect(page.getByText('2 people moved to Task.', { exact: true })).toBeVisible();
  await expect(rows(page).nth(1)).toContainText('Task');
  await page.keyboard.press('z');
  await expect(rows(page).nth(1)).not.toContainText('Task');
}

test('the ranked list works without a mouse', async ({ asPerson }) => {
  test.setTimeout(120_000);
  const page = await asPerson('Odalys');
  await openList(page);
  await walkRows(page);
  await explain(page);
  await narrow(page);
  await keepSearch(page);
  await moveTwo(page);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys of this list' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(focused(page)).not.toHaveCount(0);
});
