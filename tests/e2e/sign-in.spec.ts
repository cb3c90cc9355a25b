import { expect, test } from '#tests/support/e2e.ts';

test('somebody new signs in by a mailed link, once, and out everywhere', async ({ page, browser }) => {
  const address = `new.${Date.now()}@example.org`;
  await page.goto('/sign-in?callbackUrl=%2Fprofile');
  await page.getByLabel('E-mail').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();

  await page.goto('/demo/outbox');
  const mail = page.getByRole('listitem').filter({ hasText: address });
  const link = await mail.getByRole('link').getAttribute('href');
  await mail.getByRole('link').click();
  await expect(page.getByText(`You are about to sign in as ${address}.`)).toBeVisible();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/(profile|wallet)$/);
  await page.goto('/profile');
  await expect(page.getByText(address).first()).toBeVisible();

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(link ?? '');
  await stranger.getByRole('button', { name: 'Sign in' }).click();
  await expect(stranger.getByText('This link was used already')).toBeVisible();
  await stranger.context().close();

  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).not.toHaveURL(/\/profile$/);
  await page.goto('/wallet');
  await expect(page).toHaveURL(/\/sign-in/);
});
