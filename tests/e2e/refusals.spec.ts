/** Story: what is wrong with a file is said, with the way to mend it; nothing of it counts. */
import type { Locator, Page } from '@playwright/test';
import { makeBadges } from '#tests/support/badges.ts';
import { expect, test } from '#tests/support/e2e.ts';

const email = 'newcomer@assay.example';

/** The newest item of this name. */
function item(page: Page, name: string): Locator {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
}

type Refusal = { name: string; word: string; says: string; mend: string; code: string };

const refusals: Refusal[] = [
  {
    name: 'holiday.png',
    word: 'Refused',
    says: 'There is no credential inside this',
    mend: 'Use the download of your badge',
    code: 'not-a-credential',
  },
  {
    name: 'broken.json',
    word: 'Refused',
    says: 'cannot be read as a credential',
    mend: 'Download it again',
    code: 'malformed',
  },
  {
    name: 'everything.bin',
    word: 'Refused',
    says: 'over the limit of 10 MB',
    mend: 'Unpack it',
    code: 'file.too_large',
  },
  {
    name: 'edited.json',
    word: 'Changed',
    says: 'The document was changed after it was signed',
    mend: 'Upload the file exactly as you got it',
    code: 'signature',
  },
  {
    name: 'unsigned.json',
    word: 'Not signed',
    says: 'Nobody signed this document',
    mend: 'Get the signed version',
    code: 'missing-proof',
  },
  { name: 'ended.json', word: 'Expired', says: 'It ended on 1 Jan 2025', mend: 'Renew it', code: 'expired' },
];

test('bad files are refused, each with its reason, the way to mend it and its code', async ({ asPerson }) => {
  test.setTimeout(120_000);
  const badges = await makeBadges(email);
  const page = await asPerson('Noa');
  await page.goto('/wallet/import');
  await page.getByLabel('Choose files').setInputFiles([
    {
      name: 'everything.bin',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(11 * 1024 * 1024, 'x'),
    },
    badges.plain,
    badges.broken,
    badges.edited,
    badges.unsigned,
    badges.ended,
  ]);
  for (const { name, word, says, mend, code } of refusals) {
    const refused = item(page, name);
    await expect(refused).toContainText(says, { timeout: 30_000 });
    await expect(refused).toContainText(mend);
    await expect(refused.getByText(word, { exact: true })).toBeVisible();
    await expect(refused.getByText(code, { exact: true })).toBeVisible();
  }
  await expect(page.getByRole('status').filter({ hasText: /refused/ })).toBeVisible();

  await page.goto('/wallet');
  const counting = page.getByRole('region', { name: /^Count today/ });
  const others = page.getByRole('region', { name: /^Do not count/ });
  await expect(others.getByRole('link', { name: 'Queries that always answer' }).first()).toBeVisible();
  await expect(counting.getByRole('link', { name: 'Queries that always answer' })).toHaveCount(0);
});

test('an address inside a private network is never followed', async ({ asPerson }) => {
  test.setTimeout(90_000);
  const page = await asPerson('Noa');
  await page.goto('/wallet/import');
  const address = `http://127.0.0.1:9/badge-${Date.now()}`;
  await page.getByLabel('Paste a link or the credential itself').fill(address);
  await page.getByRole('button', { name: 'Read it' }).click();
  const refused = item(page, address);
  await expect(refused).toContainText('an address inside a private network', { timeout: 30_000 });
  await expect(refused.getByText('ssrf-blocked', { exact: true })).toBeVisible();
});

test('anybody can check a changed badge: invalid comes first, then eight lines', async ({ page }) => {
  test.setTimeout(90_000);
  const { edited } = await makeBadges('ada@example.org');
  await page.goto('/verify');
  await page.getByLabel('Choose or drop a file').setInputFiles(edited);
  await page.getByRole('button', { name: 'Check it' }).click();
  await expect(page.getByRole('heading', { name: 'Invalid: changed after it was signed' })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page).toHaveTitle(/^Invalid: changed after it was signed\. Verify a badge/);
  await expect(page.locator('ol.checks > li')).toHaveCount(8);
  await expect(page.locator('.signed')).toHaveCount(0);
});
