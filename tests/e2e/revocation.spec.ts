/** Story d: an issuer withdraws a badge, and an employer's ranking follows without anybody touching it. */
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/e2e.ts';

const holder = 'Zsófia Kővári-Szentgyörgyi';
const badge = 'Relational Data, Examined';
const reason = 'The examination was found to be shared beforehand';

async function openRanking(page: Page): Promise<void> {
  await page.goto('/hire/fernhollow/jobs');
  const job = page.getByRole('row').filter({ hasText: 'Machine learning engineer' });
  await job.getByRole('link').first().click();
  await page.getByRole('link', { name: 'Ranked', exact: true }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

/** The holder's rank and points as the list shows them. */
async function readRow(page: Page): Promise<{ rank: string; points: number }> {
  const cells = page.getByRole('row').filter({ hasText: holder }).getByRole('gridcell');
  const [rank = '', points = ''] = await cells.allTextContents();
  return { rank: rank.trim(), points: Number.parseFloat(points) };
}

async function revoke(page: Page): Promise<void> {
  await page.goto('/demo/issuers');
  await page.getByLabel('Title or name').fill(holder);
  await page.getByRole('button', { name: `Revoke ${badge}, issued to ${holder}` }).click();
  const dialog = page.getByRole('dialog', { name: `Revoke “${badge}”?` });
  await dialog.getByRole('button', { name: 'Revoke it' }).click();
  await expect(dialog.getByText('Enter the reason')).toBeVisible();
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByRole('button', { name: 'Revoke it' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: badge })).toContainText(reason);
}

test('a withdrawn badge leaves the ranking by itself', async ({ asPerson, page }) => {
  test.setTimeout(150_000);
  const employer = await asPerson('Odalys');
  await openRanking(employer);
  const before = await readRow(employer);
  expect(Number(before.rank)).toBeGreaterThan(0);

  await revoke(page);

  // Nobody at the employer does anything but look again.
  const look = async () => {
    await employer.reload();
    await expect(employer.getByRole('grid')).toBeVisible();
    return (await readRow(employer)).points;
  };
  await expect.poll(look, { timeout: 90_000, intervals: [1_000] }).toBeLessThan(before.points);
  const after = await readRow(employer);
  expect(after.rank).toBe('–');
  const row = employer.getByRole('row').filter({ hasText: holder });
  await expect(row).toContainText('must not proven: SQL');

  await row.getByRole('gridcell').nth(1).click();
  const why = employer.getByRole('complementary', { name: `Why ${holder} stands here` });
  await expect(why.getByRole('listitem').filter({ hasText: 'SQL' })).toContainText('No proof of this skill');
  await employer.keyboard.press('Escape');
  await expect(why).toBeHidden();
  await expect(row).toBeFocused();
});
