/** Story: somebody new checks a badge without an account, keeps it by a mailed link, and finds it with its result. */
import type { Page } from '@playwright/test';
import { makeBadges } from '#tests/support/badges.ts';
import { expect, test } from '#tests/support/e2e.ts';

/** Signs in by the newest mail to this address, as somebody who reads it in the same browser. */
async function signInByMail(page: Page, address: string): Promise<void> {
  await page.getByLabel('E-mail').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible({ timeout: 90_000 });
  await page.goto('/demo/outbox');
  const mail = page.getByRole('listitem').filter({ hasText: address });
  await mail.getByRole('link').first().click();
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const pasted = (page: Page) =>
  page
    .getByRole('listitem')
    .filter({ has: page.getByText('Pasted text', { exact: true }) })
    .first();

test('a badge checked without an account is in the wallet after the first sign-in', async ({ page }) => {
  test.setTimeout(240_000);
  const address = `first.${Date.now()}@example.org`;
  const { signed } = await makeBadges(address);
  await page.goto('/');
  await page.getByLabel('Check a badge now, no account').fill(signed.buffer.toString('utf8'));
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(page.getByRole('heading', { name: 'Valid: genuine and in force' })).toBeVisible({
    timeout: 90_000,
  });
  await page.getByRole('button', { name: 'Keep it in a wallet' }).click();
  await expect(page).toHaveURL(/\/sign-in/, { timeout: 90_000 });
  await signInByMail(page, address);

  await expect(page).toHaveURL(/\/wallet\/import/, { timeout: 90_000 });
  await expect(pasted(page)).toContainText('Added: Queries that answer. Proves 1 skill.', {
    timeout: 90_000,
  });
  await page.goto('/wallet');
  await expect(page.getByRole('link', { name: 'Queries that answer' }).first()).toBeVisible();
  // It was taken out of the browser: the next visit adds nothing.
  await page.goto('/wallet/import');
  await expect(pasted(page)).toBeVisible();
  await expect(page.getByText(/^1 item/)).toBeVisible();
});

test('a link that somebody else sent waits in the field and is not added by itself', async ({ asPerson }) => {
  const page = await asPerson('Noa');
  const link = 'https://badges.example/1';
  await page.goto(`/verify/keep?url=${encodeURIComponent(link)}`);
  await expect(page).toHaveURL(/\/wallet\/import\?link=/);
  await expect(page.getByLabel('Paste a link or the credential itself')).toHaveValue(link);
  await expect(page.getByText(link, { exact: true }).and(page.locator('bdi'))).toHaveCount(0);
});

test('who has no badge at hand tries one of ours, and reads what is wrong with it', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'a changed one' }).click();
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText(/^Invalid/, { timeout: 30_000 });
  await expect(page.getByText('Queries That Answer').first()).toBeVisible();
});
