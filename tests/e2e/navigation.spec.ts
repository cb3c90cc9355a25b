/** Going from page to page: the title tells the news, the focus is at the beginning of it, keys lead everywhere. */
import { expect, test } from '#tests/support/e2e.ts';

test('after a link the focus is in the new page, whose title says what it is', async ({ asPerson }) => {
  const page = await asPerson('Wilhelmina');
  await page.goto('/wallet');
  const pages = [
    ['Applications', 'Applications · Assay'],
    ['Profile', 'You: addresses, visibility, stated skills · Assay'],
    ['Jobs for me', 'Jobs for me · Assay'],
    ['Wallet', 'Your wallet · Assay'],
  ] as const;
  for (const [name, title] of pages) {
    await page
      .getByRole('navigation', { name: 'Main', exact: true })
      .getByRole('link', { name })
      .press('Enter');
    await expect(page).toHaveTitle(title);
    await expect(page.locator('#main')).toBeFocused();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  }
});

test('the palette finds a page and a badge, opens by keys and gives the focus back', async ({ asPerson }) => {
  const page = await asPerson('Wilhelmina');
  await page.goto('/applications');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await skip.focus();
  const field = page.getByRole('combobox', { name: 'Page, job, person or issuer' });
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(field).toHaveCount(0);
  await expect(skip).toBeFocused();

  await page.keyboard.press('Control+k');
  await field.fill('northfold');
  await expect(page.getByRole('option', { name: /Northfold/ }).first()).toBeVisible();
  await field.fill('prof');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/profile$/);
});

test('single keys lead to places, and can be switched off', async ({ asPerson }) => {
  const page = await asPerson('Odalys');
  await page.goto('/hire/fernhollow/jobs');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const keys = page.getByRole('dialog', { name: 'All keys' });
  // A page that has just come hears keys as soon as its scripts run.
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(keys).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(keys.getByText('Decline, asks for a reason')).toBeVisible();
  await keys.getByLabel('Single keys do something').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(keys).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.getByRole('option', { name: 'All keys' }).click();
  await keys.getByLabel('Single keys do something').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('v');
  await expect(page).toHaveURL(/\/verify$/);
});

test('without a network a page of today can be read, and says so', async ({ asPerson }) => {
  const page = await asPerson('Wilhelmina');
  await page.goto('/wallet');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // The worker keeps what is opened from its beginning on.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText(/^Offline since/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Your wallet' })).toBeVisible();
  await page.goto('/applications').catch(() => undefined);
  await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible();
  await page.context().setOffline(false);
  await page.goto('/applications');
  await expect(page.getByText(/^Offline since/)).toHaveCount(0);
});
