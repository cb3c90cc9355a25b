/**
 * Story d: an issuer withdraws a badge, and an employer's ranking follows without anybody touching it; holder and
 * employer are told, and nothing moves on a page that is being read.
 */
import type { Page } from '@playwright/test';
import { expect, jobTab, test } from '#tests/support/e2e.ts';

const holder = 'Zsófia Kővári-Szentgyörgyi';
const badge = 'Relational Data, Examined';
const reason = 'The examination was found to be shared beforehand';

async function openRanking(page: Page): Promise<void> {
  await page.goto('/hire/fernhollow/jobs');
  const job = page.getByRole('row').filter({ hasText: 'Machine learning engineer' });
  await job.getByRole('link').first().click();
  await jobTab(page, 'Ranked').click();
  await expect(page.getByRole('grid')).toBeVisible();
}

/** The holder's rank and points as the list shows them. */
async function readRow(page: Page, name = holder): Promise<{ rank: string; points: number }> {
  const row = page.getByRole('row').filter({ hasText: name });
  const read = async (cell: string) => (await row.locator(`[data-cell=${cell}]`).textContent()) ?? '';
  const [rank, points] = await Promise.all([read('rank'), read('coverage')]);
  return { rank: rank.trim(), points: Number.parseFloat(points) };
}

async function revoke(page: Page, name = holder): Promise<void> {
  await page.goto('/demo/issuers');
  await page.getByLabel('Title or name').fill(name);
  await page.getByRole('button', { name: `Revoke ${badge}, issued to ${name}` }).click();
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
  expect(after.rank).toMatch(/^–/);
  const row = employer.getByRole('row').filter({ hasText: holder });
  await expect(row).toContainText('must not proven: SQL');

  await row.locator('[data-cell=coverage]').click();
  const why = employer.getByRole('complementary', { name: `Why ${holder} stands here` });
  // What changed stands above; the requirement itself is the last line that names it.
  const line = why.getByRole('listitem').filter({ hasText: 'SQL' }).last();
  await expect(line).toContainText('No proof of this skill');
  // From the cell that was clicked to its row, and out of the explanation.
  await expect(async () => {
    await employer.keyboard.press('Escape');
    await expect(why).toBeHidden({ timeout: 1_000 });
  }).toPass();
  await expect(row).toBeFocused();
});

test('a withdrawn badge is told to its holder and to who decides, and rows travel when they are asked to', async ({
  asPerson,
  page,
}) => {
  test.setTimeout(240_000);
  const name = 'Li Wei';
  const employer = await asPerson('Odalys');
  await openRanking(employer);
  const before = await readRow(employer, name);
  const row = employer.getByRole('row').filter({ hasText: name });

  await revoke(page, name);

  // Nobody reloads: the page says that there is a newer order, and stays as it is.
  const show = employer.getByRole('button', { name: 'Show', exact: true });
  await expect(show).toBeVisible({ timeout: 120_000 });
  await expect(employer.getByRole('status').filter({ hasText: /\d+ ranks? changed\./ })).toBeVisible();
  expect(await readRow(employer, name)).toEqual(before);
  await show.click();
  await expect(row).toContainText(/down \d+ since /);
  await expect(show).toBeHidden();
  expect((await readRow(employer, name)).points).toBeLessThan(before.points);

  await row.locator('[data-cell=coverage]').click();
  const changed = employer.getByRole('region', { name: 'What changed' });
  await expect(changed).toContainText(/\d → .*receipt v2/);
  await expect(changed).toContainText(`The issuer withdrew ${badge}. Check: Status revoked`);
  await expect(changed).toContainText(/SQL, must-have: .*Not met/);
  await expect(changed.getByRole('link', { name: badge })).toHaveAttribute('href', /^\/proof\//);
  await employer.keyboard.press('Escape');

  const told = /^Notifications \d+ new$/;
  const bellOf = async (reader: Page) => {
    await reader.getByRole('button', { name: told }).first().click();
    return reader.getByRole('dialog', { name: 'Latest notifications' });
  };
  await employer.reload();
  const theirs = await bellOf(employer);
  await expect(theirs).toContainText(/The proof of \d+ candidates? changed in Machine learning engineer/);

  const reader = await asPerson(name);
  await reader.goto('/wallet');
  const own = await bellOf(reader);
  const news = own.getByRole('listitem').filter({ hasText: `withdrew ${badge}` });
  await expect(news).toContainText(/It carried (up to )?[\d.]+ points in \d+ open applications?\./);
  await news.getByRole('link', { name: 'See its checks' }).click();
  await expect(reader).toHaveURL(/\/proof\//);
  await reader.goto('/notifications');
  const read = reader.getByRole('listitem').filter({ hasText: `withdrew ${badge}` });
  await expect(read).toBeVisible();
  await expect(read).not.toContainText('New:');

  await page.goto('/demo/outbox');
  const mail = page
    .getByRole('listitem')
    .filter({ hasText: 'li.wei@' })
    .filter({ hasText: `withdrew ${badge}` });
  await expect(mail).toContainText(/It carried (up to )?[\d.]+ points in \d+ open applications?\./);
  await expect(mail.getByRole('link', { name: 'See its checks' })).toHaveAttribute('href', /\/proof\//);
});
