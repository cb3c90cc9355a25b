/** Story: a person shows badges from a wallet app instead of uploading them, and the key that they were issued to is proven. */
import { expect, test } from '#tests/support/e2e.ts';
import { createIssuer, issueJwt, issueOb3 } from '#tests/support/signing/index.ts';
import { Wallet } from '#tests/support/wallet/wallet.ts';

/** A wallet that talks to the product over the network, with two badges about SQL issued to its key. */
async function makeWallet(): Promise<Wallet> {
  const seed = crypto.randomUUID();
  const holder = createIssuer({ kind: 'did:key', seed });
  const school = createIssuer({ kind: 'did:key', seed: `${seed} school`, name: 'Ladder School' });
  const said = { subjectId: holder.id, alignments: [{ name: 'SQL', url: 'urn:assay:skill:sql' }] };
  const wallet = new Wallet(holder, (request) => fetch(request));
  const credential = await issueOb3(school, { ...said, title: 'Tables and joins', id: `urn:uuid:${seed}` });
  wallet.held.push({ format: 'ldp_vc', credential });
  const token = issueJwt(school, { ...said, title: 'Queries at speed', id: `urn:uuid:${seed}-token` });
  wallet.held.push({ format: 'jwt_vc_json', token });
  return wallet;
}

test('badges come straight from a wallet, count at once, and come in only once @phone', async ({
  asPerson,
}) => {
  test.setTimeout(120_000);
  const wallet = await makeWallet();
  const page = await asPerson('Noa');
  await page.goto('/wallet/import');
  await page.getByRole('button', { name: 'Ask my wallet' }).click();
  const link = (await page.getByRole('link', { name: 'Open my wallet' }).getAttribute('href')) ?? '';
  await expect(page.getByRole('img', { name: 'Picture with the request to your wallet' })).toBeVisible();

  const request = await wallet.open(link);
  const answer = await wallet.prepare(request);
  const told = await wallet.post(request, answer);
  expect(told.status).toBe(200);
  await expect(page.getByText(/^Your wallet has shown its credentials/)).toBeVisible({ timeout: 30_000 });
  const again = await wallet.post(request, answer);
  expect([again.status, again.body.code]).toEqual([400, 'presentation.replayed']);

  // Somebody else who gets hold of the address lets nothing in.
  const stranger = await asPerson('Wilhelmina');
  await stranger.goto(told.body.redirect_uri ?? '');
  await expect(stranger.getByText(/^The request was made by/)).toBeVisible();
  await expect(stranger.getByRole('button', { name: 'Add them to my wallet here' })).toHaveCount(0);

  await page.goto(told.body.redirect_uri ?? '');
  await page.getByRole('button', { name: 'Add them to my wallet here' }).click();
  await expect(page.getByText('2 credentials are being added.')).toBeVisible();
  await page.getByRole('link', { name: 'See how far they are' }).click();
  for (const title of ['Tables and joins', 'Queries at speed'])
    await expect(page.getByText(`Added: ${title}. Proves 1 skill.`).first()).toBeVisible({ timeout: 30_000 });

  await page.goto('/profile');
  await expect(page.getByText(wallet.holder.id).first()).toBeVisible();
  await page.goto(told.body.redirect_uri ?? '');
  await expect(page.getByRole('button', { name: 'Add them to my wallet here' })).toHaveCount(0);
});
