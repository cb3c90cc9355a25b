/** Story: an employer writes what a job asks with the keyboard alone, sees the market live, and reorders the lines. */
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/e2e.ts';

/** Told apart from what an earlier run against the same server left. */
const title = `Data steward, round ${Date.now() % 1_000_000}`;

const picker = (page: Page) => page.getByRole('combobox', { name: 'Add a skill' });
const found = (page: Page) => page.getByRole('listbox', { name: 'Add a skill' }).getByRole('option');
const lines = (page: Page) => page.getByRole('button', { name: /^Move .*Space picks up/ });

/** Types into the picker and presses keys; nothing is clicked. */
async function pick(page: Page, typed: string, label: string, ...keys: string[]): Promise<void> {
  await picker(page).focus();
  await page.keyboard.type(typed);
  await expect(found(page).filter({ hasText: label }).first()).toBeVisible();
  for (const key of [...keys, 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('group', { name: `Is ${label} needed?` })).toBeVisible();
}

test('what a job asks is written with the keyboard alone', async ({ asPerson }) => {
  test.setTimeout(120_000);
  const page = await asPerson('Odalys');
  await page.goto('/hire/fernhollow/jobs/new');
  await expect(page.getByText('people you may see meet all 2 must-haves')).toBeVisible();
  await page.getByLabel('Title').focus();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();

  await pick(page, 'sql', 'SQL');
  await pick(page, 'js', 'JavaScript');
  await expect(lines(page)).toHaveCount(2);
  // The same skill by another name leads to its line.
  await picker(page).focus();
  await page.keyboard.type('javascript');
  await expect(found(page).first()).toContainText('already asked, weight 1');
  await page.keyboard.press('Enter');
  await expect(page.locator('li:focus')).toHaveAttribute('aria-label', 'JavaScript');
  await expect(lines(page)).toHaveCount(2);

  // A skill of the organisation's own is the last entry.
  const own = `Fernhollow rounds ${Date.now() % 100_000}`;
  await picker(page).focus();
  await page.keyboard.type(own);
  await expect(found(page).filter({ hasText: 'a skill of your organisation' })).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: `Is ${own} needed?` })).toBeVisible();

  // Backspace in the empty field takes it away; Ctrl Z is the toast's button.
  await picker(page).focus();
  await page.keyboard.press('Backspace');
  await expect(lines(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(lines(page)).toHaveCount(3);

  // Space picks up, arrows carry, Space puts down.
  await lines(page).last().focus();
  for (const key of ['Space', 'ArrowUp', 'ArrowUp', 'Space']) await page.keyboard.press(key);
  await expect(lines(page).first()).toHaveAccessibleName(new RegExp(own));
  await expect(lines(page).first()).toBeFocused();

  await page.getByRole('radio', { name: 'Must' }).nth(1).press('Space');
  await expect(page.getByText('people you may see meet the must-have').first()).toBeVisible();
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.reload();
  await expect(lines(page).first()).toHaveAccessibleName(new RegExp(own));
});

test('two editors of one job do not write over each other', async ({ asPerson }) => {
  test.setTimeout(120_000);
  const [first, second] = [await asPerson('Odalys'), await asPerson('Odalys')];
  await first.goto('/hire/fernhollow/jobs/new');
  await first.getByLabel('Title').fill(`${title}, twice`);
  await first.getByRole('button', { name: 'Start the draft' }).click();
  await expect(first.getByRole('heading', { level: 1, name: `${title}, twice` })).toBeVisible();
  await second.goto(first.url());
  await second.getByLabel('Description').fill('Written second.');
  await expect(second.getByText(/^Draft saved/)).toBeVisible();
  await first.getByLabel('Description').fill('Written first.');
  await expect(first.getByText('Somebody else changed this job while you had it open.')).toBeVisible();
  await first.getByRole('button', { name: 'Take the newer version' }).click();
  await expect(first.getByLabel('Description')).toHaveValue('Written second.');
});
