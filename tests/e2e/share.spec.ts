/** Story: a badge is shared, a stranger reads proof and card, the issuer withdraws it, and both say so. */
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from '#tests/support/e2e.ts';

const holder = 'Li Wei';
// Another one than the stories of withdrawal take from the same person.
const badge = 'Containers from Scratch';
/** On the public page, and left alone by the story before. */
const shown = 'Shipping Models, Practitioner';

/** What a card says: the words of its picture. */
async function readCard(
  request: APIRequestContext,
  address: string,
): Promise<{ status: number; text: string }> {
  const answer = await request.get(address);
  const text = await answer.text();
  expect(answer.headers()['content-type']).toContain('image/svg+xml');
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  expect(answer.headers()['content-security-policy']).toContain("default-src 'none'");
  expect(answer.headers()['cache-control']).toContain('no-cache');
  return { status: answer.status(), text };
}

async function revoke(page: Page): Promise<void> {
  await page.goto('/demo/issuers');
  await page.getByLabel('Title or name').fill(holder);
  await page.getByRole('button', { name: `Revoke ${badge}, issued to ${holder}` }).click();
  const dialog = page.getByRole('dialog', { name: `Revoke “${badge}”?` });
  await dialog.getByLabel('Reason').fill('The examination was shared beforehand');
  await dialog.getByRole('button', { name: 'Revoke it' }).click();
  await expect(dialog).toBeHidden();
}

test('what was shared says at each look how it stands', async ({ asPerson, page, request }) => {
  test.setTimeout(150_000);
  const own = await asPerson(holder);
  await own.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await own.goto('/wallet');
  await own.getByRole('button', { name: `More about ${badge}` }).click();
  await own.getByRole('menuitem', { name: 'Share', exact: true }).click();
  await expect(own.getByRole('heading', { name: 'Share this badge' })).toBeVisible();
  await own.getByRole('checkbox', { name: /Anybody with the link/ }).check();

  const link = own.getByRole('region', { name: 'Link', exact: true });
  await link.getByRole('button', { name: 'Copy Link' }).click();
  await expect(link.getByRole('status')).toHaveText('Link copied');
  const proof = await own.evaluate(() => navigator.clipboard.readText());
  await own.getByRole('region', { name: 'Card for a README' }).getByRole('button', { name: /^Copy/ }).click();
  await expect(own.getByText('Card for a README copied')).toBeAttached();
  const markdown = await own.evaluate(() => navigator.clipboard.readText());
  const card = /\]\((\S+\.svg)\)/.exec(markdown)?.[1] ?? '';
  expect(markdown).toContain(`](${proof})`);

  // A stranger, in a browser of their own.
  await page.goto(proof);
  await expect(page.getByRole('heading', { name: 'Valid', exact: true })).toBeVisible();
  await expect(page.getByText(holder)).toHaveCount(0);
  const before = await readCard(request, card);
  expect(before.status).toBe(200);
  expect(before.text).toMatch(/Valid on \d+ \w+ \d{4}/);

  await revoke(page);
  await expect
    .poll(async () => (await readCard(request, card)).text, { timeout: 90_000, intervals: [1_000] })
    .toMatch(/Revoked, as of \d+ \w+ \d{4}/);
  expect((await readCard(request, card)).text).not.toMatch(/Valid on/);
  await page.goto(proof);
  await expect(page.getByRole('heading', { name: 'Invalid: withdrawn by the issuer' })).toBeVisible();

  // The link is taken back: neither says anything of the badge any more.
  await own.getByRole('checkbox', { name: /Anybody with the link/ }).uncheck();
  await expect(own.getByText('The link stopped working', { exact: true })).toBeVisible();
  await page.goto(proof);
  await expect(page.getByText('There is no such proof, or it is not shared with you').first()).toBeVisible();
  const after = await readCard(request, card);
  expect(after.status).toBe(404);
  expect(after.text).toContain('Not shared, or not shared any more');
  expect(after.text).not.toContain(badge);
});

test('a public page shows what its holder chose, and lies elsewhere once it has a new address', async ({
  asPerson,
  page,
}) => {
  test.setTimeout(90_000);
  const own = await asPerson(holder);
  await own.goto('/wallet/share');
  const address = (await own.getByRole('link', { name: 'See it' }).getAttribute('href')) ?? '';
  await page.goto(address);
  await expect(page.getByRole('heading', { name: holder })).toBeVisible();
  await expect(page.getByRole('link', { name: shown })).toBeVisible();
  await expect(page.locator('meta[property="og:title"]')).toHaveAttribute(
    'content',
    `${holder}: credentials`,
  );

  await own.getByRole('checkbox', { name: new RegExp(shown) }).uncheck();
  await expect(own.getByText(`${shown} is off your page`, { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: shown })).toHaveCount(0);

  await own.getByRole('button', { name: 'Give it a new address' }).click();
  await own.getByRole('dialog').getByRole('button', { name: 'Give it a new one' }).click();
  await expect(own.getByText('Your page has a new address', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('There is no such page, or it is not shared with you').first()).toBeVisible();
});
