/** Story: a recruiter works the board: by keys alone, by dragging, beside a colleague, without a net, and regrets it. */
import type { Page } from '@playwright/test';
import { expect, jobTab, test } from '#tests/support/e2e.ts';

const jobTitle = 'Machine learning engineer, demand forecasting';

const columnOf = (page: Page, stage: string) => page.locator(`section[data-stage=${stage}]`);
const cardsIn = (page: Page, stage: string) => columnOf(page, stage).locator('li.card');
const linkOf = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Pipeline by stage' }).getByRole('link', { name, exact: true });
const said = (page: Page) => page.locator('p[role=status][aria-live=polite]');

async function openBoard(page: Page): Promise<void> {
  await page.goto('/hire/fernhollow/jobs');
  await page.getByRole('main').getByRole('link', { name: jobTitle }).click();
  await jobTab(page, 'Pipeline').click();
  await expect(page.getByRole('region', { name: 'Pipeline by stage' })).toBeVisible({ timeout: 30_000 });
}

async function nameIn(page: Page, stage: string, at = 0): Promise<string> {
  return (await cardsIn(page, stage).nth(at).getByRole('link').first().textContent()) ?? '';
}

/** Expects somebody in a column, with the focus still on their card. */
async function expectIn(page: Page, stage: string, name: string): Promise<void> {
  await expect(columnOf(page, stage).getByRole('link', { name, exact: true })).toBeVisible();
}

/**
 * Expects somebody in a column as the server has it, seen in a page of its own. A card stands in its new column before the
 * server knows, and what is still on its way when the browser closes is lost: the next story would find somebody where
 * this one left them.
 */
async function expectKeptIn(page: Page, stage: string, name: string): Promise<void> {
  const another = await page.context().newPage();
  await expect(async () => {
    await another.goto(page.url());
    await expect(columnOf(another, stage).getByRole('link', { name, exact: true })).toBeVisible({
      timeout: 3_000,
    });
  }).toPass({ timeout: 20_000 });
  await another.close();
}

test('the whole board by keys: carry, send, select, advance, decline, take back', async ({ asPerson }) => {
  test.setTimeout(180_000);
  const page = await asPerson('Odalys');
  await openBoard(page);
  const keys = page.keyboard;
  const name = await nameIn(page, 'applied');
  const second = await nameIn(page, 'applied', 1);
  await linkOf(page, name).focus();

  await keys.press('Space');
  await expect(said(page)).toContainText(`${name}, over Applied, place 1 of`);
  await keys.press('ArrowRight');
  await expect(said(page)).toContainText(/over Screen, place \d+ of \d+\. Space to put down/);
  await keys.press('Escape');
  await expect(said(page)).toContainText(`${name} stays.`);
  await keys.press('Space');
  await keys.press('ArrowRight');
  await keys.press('ArrowRight');
  await keys.press('Space');
  await expectIn(page, 'task', name);
  await expect(linkOf(page, name)).toBeFocused();
  await expect(page.getByText(`${name} moved to Task.`, { exact: true })).toBeVisible();
  await expect(linkOf(page, name)).toBeFocused();
  await keys.press('z');
  await expectIn(page, 'applied', name);

  await linkOf(page, name).focus();
  await keys.press('x');
  await keys.press('j');
  await expect(linkOf(page, second)).toBeFocused();
  await keys.press('Shift+X');
  await expect(page.getByText('2 selected', { exact: true })).toBeVisible();
  await keys.press('2');
  await expectIn(page, 'screen', name);
  await expectIn(page, 'screen', second);
  await expect(page.getByText('2 people moved to Screen.', { exact: true })).toBeVisible();
  await keys.press('z');
  await expectIn(page, 'applied', name);
  await expectIn(page, 'applied', second);

  await linkOf(page, second).focus();
  await keys.press('d');
  const dialog = page.getByRole('dialog', { name: `Decline ${second}?` });
  const reason = dialog.getByRole('radio', { name: 'Place, time or pay do not fit' });
  await reason.focus();
  await keys.press('Space');
  await dialog.getByRole('button', { name: /^Decline at/ }).press('Enter');
  await expect(page.getByText(`${second} is declined and told at 18:00.`, { exact: true })).toBeVisible();
  await expectIn(page, 'declined', second);
  await keys.press('z');
  await expectIn(page, 'applied', second);
  await expectKeptIn(page, 'applied', second);
});

test('a card is dragged; let go outside a column it stays, and nobody is declined by dragging', async ({
  asPerson,
}) => {
  test.setTimeout(120_000);
  const page = await asPerson('Odalys');
  await openBoard(page);
  const name = await nameIn(page, 'applied');
  const card = cardsIn(page, 'applied').first();
  const drag = async (to: { x: number; y: number }) => {
    const from = await card.boundingBox();
    if (!from) throw new Error('The card is not shown');
    await page.mouse.move(from.x + 20, from.y + from.height - 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + from.height, { steps: 4 });
    await page.mouse.move(to.x, to.y, { steps: 12 });
    await page.mouse.move(to.x + 2, to.y + 2, { steps: 2 });
  };
  const middleOf = async (stage: string) => {
    const box = await columnOf(page, stage).boundingBox();
    if (!box) throw new Error('The column is not shown');
    return { x: box.x + box.width / 2, y: box.y + 120 };
  };

  await drag(await middleOf('declined'));
  await page.mouse.up();
  await expect(said(page)).toContainText(`${name} stays.`);
  await expectIn(page, 'applied', name);

  const task = await middleOf('task');
  await drag(task);
  await expect(columnOf(page, 'task').locator('.drop-line')).toHaveCount(1);
  await page.mouse.move(task.x, 6, { steps: 6 });
  await expect(columnOf(page, 'task').locator('.drop-line')).toHaveCount(1);
  await page.mouse.up();
  await expect(said(page)).toContainText(`${name} stays.`);
  await expectIn(page, 'applied', name);

  await drag(task);
  await page.mouse.up();
  await expectIn(page, 'task', name);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectIn(page, 'applied', name);
  await expectKeptIn(page, 'applied', name);
});

test('a colleague was faster: see it, or keep yours', async ({ asPerson }) => {
  test.setTimeout(120_000);
  const [page, other] = [await asPerson('Odalys'), await asPerson('Gideon')];
  await openBoard(page);
  await openBoard(other);
  const name = await nameIn(page, 'applied');
  await linkOf(other, name).focus();
  await other.keyboard.press('3');
  await expect(other.getByText(`${name} moved to Task.`, { exact: true })).toBeVisible();

  await linkOf(page, name).focus();
  await page.keyboard.press('2');
  await expect(page.getByText(/^Gideon .* moved .* to Task .*\. See it, or keep yours\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep yours' }).click();
  await expectIn(page, 'screen', name);

  await linkOf(other, name).focus();
  await other.keyboard.press('z');
  await expect(other.getByText(/^Odalys .* moved .* to Screen/)).toBeVisible();
  await other.getByRole('button', { name: 'See it' }).click();
  await expectIn(other, 'screen', name);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expectKeptIn(page, 'task', name);
  // Back to where it was, as soon as the page that has just come hears keys.
  await page.reload();
  await expect(async () => {
    await linkOf(page, name).focus({ timeout: 3_000 });
    await page.keyboard.press('1');
    await expect(columnOf(page, 'applied').getByRole('link', { name, exact: true })).toBeVisible({
      timeout: 3_000,
    });
  }).toPass();
  await expectKeptIn(page, 'applied', name);
});

test('without a net a decision waits, says so, and goes out by itself', async ({ asPerson }) => {
  test.setTimeout(120_000);
  const page = await asPerson('Odalys');
  await openBoard(page);
  const name = await nameIn(page, 'applied');
  await page.context().setOffline(true);
  await linkOf(page, name).focus();
  await page.keyboard.press('2');
  await expect(page.getByText(/^There is no net\. Your decision waits here/)).toBeVisible();
  await expectIn(page, 'screen', name);
  await page.context().setOffline(false);
  await expect(page.getByText(`${name} moved to Screen.`, { exact: true })).toBeVisible();
  await expect(page.getByText(/^There is no net/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expectIn(page, 'applied', name);
  await expectKeptIn(page, 'applied', name);
});
