/** Story: a candidate adds four kinds of credentials and sees what became of each, down to the report. */
import type { Page } from '@playwright/test';
import { makeBadges } from '#tests/support/badges.ts';
import { expect, test } from '#tests/support/e2e.ts';

const email = 'newcomer@assay.example';

/** The newest item of this name. */
function item(page: Page, name: string) {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
}

/** Puts text on the clipboard of the page and presses nothing but the paste itself. */
async function pasteAnywhere(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', content);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** The address of a hosted badge that another person of the demo holds. */
async function hostedBadge(page: Page): Promise<string> {
  const answer = await page.request.get('/api/trpc/credentials.wallet');
  const { result } = (await answer.json()) as {
    result: {
      data: { json: Record<'counting' | 'others', { id: string; candidateId: string; format: string }[]> };
    };
  };
  const { counting, others } = result.data.json;
  const hosted = [...counting, ...others].find((credential) => credential.format === 'ob2-hosted');
  if (!hosted) throw new Error('Nobody holds a hosted badge');
  const original = await page.request.get(`/api/credentials/${hosted.candidateId}/${hosted.id}/original`);
  return ((await original.json()) as { id: string }).id;
}

test('a candidate adds a file, a picture, a token and a link, and each becomes what it is', async ({
  asPerson,
}) => {
  test.setTimeout(120_000);
  const badges = await makeBadges(email);
  const link = await hostedBadge(await asPerson('Wilhelmina'));
  const page = await asPerson('Noa');
  await page.goto('/wallet/import');
  await page.getByLabel('Choose files').setInputFiles([badges.signed, badges.picture]);
  await pasteAnywhere(page, badges.token.buffer.toString('utf8'));
  await page.getByLabel('Paste a link or the credential itself').fill(link);
  await page.getByRole('button', { name: 'Read it' }).click();

  const json = item(page, 'queries.json');
  await expect(json).toContainText('Added: Queries that answer. Proves 1 skill.', { timeout: 30_000 });
  await expect(json.getByText('Valid', { exact: true })).toBeVisible();
  await expect(json.getByText('SQL')).toBeVisible();
  const picture = item(page, 'scripts.png');
  await expect(picture).toContainText('Added: Scripts that last. Proves 1 skill.', { timeout: 30_000 });
  await expect(item(page, 'Pasted text')).toContainText('Added: Numbers with care.', {
    timeout: 30_000,
  });
  const hosted = item(page, link);
  await expect(hosted).toContainText('Genuine, but issued to', { timeout: 30_000 });
  await expect(hosted.getByText('Valid, not yours')).toBeVisible();

  await page.reload();
  await expect(picture).toContainText('Added: Scripts that last.');

  await picture.getByRole('link', { name: 'Scripts that last' }).click();
  await expect(page).toHaveTitle(/^Valid: Scripts that last/);
  await expect(page.getByRole('heading', { name: 'Valid, and yours' })).toBeVisible();
  const checks = page.locator('ol.checks > li');
  await expect(checks).toHaveCount(8);
  await expect(checks.filter({ hasText: 'Proof' }).getByRole('img', { name: 'Passed' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Python/ })).toContainText('Yes');
});

test('the same badge again is recognised, and a finished item can be dismissed', async ({ asPerson }) => {
  test.setTimeout(90_000);
  const { signed } = await makeBadges(email);
  const badge = { ...signed, name: 'once.json' };
  const page = await asPerson('Noa');
  await page.goto('/wallet/import');
  await page.getByLabel('Choose files').setInputFiles([badge]);
  await expect(item(page, 'once.json')).toContainText('Added:', { timeout: 30_000 });
  await page.getByLabel('Choose files').setInputFiles([{ ...badge, name: 'again.json' }]);
  await expect(item(page, 'again.json')).toContainText('Already here', { timeout: 30_000 });
  await expect(item(page, 'again.json')).toContainText('We checked it again: Valid.');
  await page.getByRole('button', { name: 'Dismiss again.json' }).click();
  await expect(item(page, 'again.json')).toHaveCount(0);
  await page.reload();
  await expect(item(page, 'again.json')).toHaveCount(0);
});
