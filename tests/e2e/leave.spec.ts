/** Story: somebody takes everything along, reads it without a network, deletes the account, and is nowhere any more. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { makeBadges } from '#tests/support/badges.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { signInByMail } from '#tests/support/sign-in.ts';
import { layOut, unzip } from '#tests/support/unpack.ts';

test('export, delete, and nothing is found', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const address = `leaver.${Date.now()}@example.org`;
  const folder = mkdtempSync(join(tmpdir(), 'assay-export-'));
  try {
    await signInByMail(page, address);
    const { signed } = await makeBadges(address);
    await page.goto('/wallet/import');
    await page.getByLabel('Choose files').setInputFiles([signed]);
    await expect(page.getByText('Added: Queries that answer.')).toBeVisible({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Queries that answer' }).first().click();
    await expect(page).toHaveURL(/\/proof\//);
    const proof = page.url();

    await page.goto('/profile');
    await page.getByRole('button', { name: 'Export everything' }).click();
    const link = page.getByRole('link', { name: /^Download the archive/ });
    await expect(link).toBeVisible({ timeout: 30_000 });
    const download = page.waitForEvent('download');
    await link.click();
    layOut(await unzip(readFileSync(await (await download).path())), folder);

    // From the disk, in a browser without a network.
    const reader = await browser.newContext({ offline: true });
    const archive = await reader.newPage();
    await archive.goto(pathToFileURL(join(folder, 'index.html')).href);
    await expect(archive.getByText(/The report is signed by .* and was not changed/)).toBeVisible();
    await expect(archive.getByText('Queries that answer')).toBeVisible();
    await archive
      .getByLabel(/A file of the folder/)
      .setInputFiles(join(folder, 'credentials/001/queries.json'));
    await expect(archive.getByText(/This is, byte for byte/)).toBeVisible();
    await reader.close();

    await page.getByRole('button', { name: 'Delete my account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Type the address you sign in with').fill('somebody@else.example');
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await expect(dialog.getByText('This is not the address you sign in with')).toBeVisible();
    await dialog.getByLabel('Type the address you sign in with').fill(address);
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page).toHaveURL(/\/\?deleted/);
    await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible();

    expect((await page.goto(proof))?.status()).toBe(404);
    await page.goto('/demo/outbox');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText(address)).toHaveCount(0);
    await signInByMail(page, address);
    await page.goto('/wallet');
    await expect(page.getByText('Queries that answer')).toHaveCount(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
