/** Story: a badge names an address that is not confirmed yet; confirming it turns the badge into the person's own. */
import { makeBadges } from '#tests/support/badges.ts';
import { expect, test } from '#tests/support/e2e.ts';

test('a badge for an old address counts as soon as that address is confirmed', async ({ asPerson }) => {
  test.setTimeout(240_000);
  const address = `noa.${Date.now()}@oldmail.example`;
  const { picture } = await makeBadges(address);
  const name = `old-${Date.now()}.png`;
  const page = await asPerson('Noa');
  await page.goto('/wallet/import');
  await page.getByLabel('Choose files').setInputFiles([{ ...picture, name }]);
  const item = page
    .getByRole('listitem')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first();
  await expect(item.getByText('Valid, not yours')).toBeVisible({ timeout: 90_000 });
  await item.getByRole('button', { name: 'Confirm that address' }).click();
  await expect(item.getByLabel('The whole address')).toBeFocused();
  await item.getByRole('button', { name: 'Send me the link' }).click();
  await expect(item.getByText('Enter an address such as name@example.org')).toBeVisible();
  await item.getByLabel('The whole address').fill(address);
  await item.getByRole('button', { name: 'Send me the link' }).click();
  await expect(item).toContainText(`We sent a link to ${address}`, { timeout: 90_000 });

  const mails = await page.context().newPage();
  await mails.goto('/demo/outbox');
  await mails.getByRole('listitem').filter({ hasText: address }).getByRole('link').first().click();
  await mails.getByRole('button', { name: 'Confirm this address' }).click();
  await expect(mails.getByText(`${address} is confirmed`)).toBeVisible({ timeout: 90_000 });
  await mails.close();

  await expect(item).toContainText('Now yours: 1 skill proven', { timeout: 60_000 });
  await expect(item.getByText('Valid', { exact: true })).toBeVisible();
  await expect(item.getByText('Valid, not yours')).toHaveCount(0);
  await page.goto('/wallet');
  await expect(page.getByRole('link', { name: 'Scripts that last' }).first()).toBeVisible();
});
