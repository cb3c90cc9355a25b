/** Story: a person shows badges from a wallet app instead of uploading them, and the key that they were issued to is proven. */
import { execFile } from 'node:child_process';
import { expect, test } from '#tests/support/e2e.ts';

/** Opens a request with the wallet of the command line, in a process of its own; resolves with all that it printed. */
function openWithWallet(link: string): Promise<string> {
  const program = ['--import', 'tsx', 'tests/support/wallet/cli.ts', link];
  return new Promise((resolve) => {
    execFile(process.execPath, program, (_error, said, complaint) => resolve(said + complaint));
  });
}

test('badges come straight from a wallet, count at once, and come in only once', async ({ asPerson }) => {
  test.setTimeout(120_000);
  const page = await asPerson('Noa');
  await page.goto('/wallet/import');
  await page.getByRole('button', { name: 'Ask my wallet' }).click();
  const link = (await page.getByRole('link', { name: 'Open my wallet' }).getAttribute('href')) ?? '';
  await expect(page.getByRole('img', { name: 'Picture with the request to your wallet' })).toBeVisible();

  const said = await openWithWallet(link);
  const [, holder = ''] = /This wallet is (did:key:\w+)\./.exec(said) ?? [];
  const [, back = said] = /Go on in the browser: (\S+)/.exec(said) ?? [];
  await expect(page.getByText(/^Your wallet has shown its credentials/)).toBeVisible({ timeout: 30_000 });
  expect(await openWithWallet(link)).toMatch(/Refused|not there any more/);

  // Somebody else who gets hold of the address lets nothing in.
  const stranger = await asPerson('Wilhelmina');
  await stranger.goto(back);
  await expect(stranger.getByText(/^The request was made by/)).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Add them to my wallet here' })).toHaveCount(0);

  await page.goto(back);
  await page.getByRole('button', { name: 'Add them to my wallet here' }).click();
  await expect(page.getByText('2 credentials are being added.')).toBeVisible();
  await page.getByRole('link', { name: 'See how far they are' }).click();
  for (const title of ['Relational data', 'Relational data, as a token'])
    await expect(page.getByText(`Added: ${title}. Proves 1 skill.`)).toBeVisible({ timeout: 30_000 });

  await page.goto('/profile');
  await expect(page.getByText(holder).first()).toBeVisible();
  await page.goto(back);
  await expect(page.getByText('They have been added already.')).toBeVisible();
});
