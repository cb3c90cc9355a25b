/** The public board: narrowed and sorted by its address, by keys, with and without scripts. */
import { expect, test } from '#tests/support/e2e.ts';

test('place, skill, pay and order are in the address, set by keys, and dropped one by one', async ({
  page,
}) => {
  await page.goto('/jobs');
  const found = page.getByRole('region', { name: /jobs?$/ });
  const links = found.getByRole('heading', { level: 3 }).getByRole('link');
  const all = await links.count();
  // Whoever is faster than the scripts sends the plain form: the same list, empty fields named in its address.
  const place = page.getByLabel('Place', { exact: true });
  await place.focus();
  await page.keyboard.type('fernhollow');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]place=fernhollow\b/);
  await expect(links.first()).toBeVisible();
  await expect.poll(() => links.count()).toBeLessThan(all);

  await page.getByLabel('Skill asked for').fill('machine learning');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]place=fernhollow&skill=machine\+learning\b/);
  await expect(links).toHaveText([/^Machine learning engineer/]);

  await page.getByLabel('Pay from, a year').fill('68 001');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No job fits all of this')).toBeVisible();
  await page
    .getByRole('list', { name: 'Filters in use' })
    .getByRole('link', { name: /pay from 68.001 a year/ })
    .press('Enter');
  await expect(links).toHaveText([/^Machine learning engineer/]);
  await expect(page.getByLabel('Pay from, a year')).toHaveValue('');
  await expect(place).toHaveValue('fernhollow');

  await page.getByLabel('Sort').selectOption('Closing soonest');
  await expect(page).toHaveURL(/sort=closing$/);
  await page.goBack();
  await expect(page.getByLabel('Sort')).toHaveValue('');
});

test('works without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' });
  const page = await context.newPage();
  await page.goto('/jobs?sort=closing');
  const links = page.getByRole('heading', { level: 3 }).getByRole('link');
  await expect(links.first()).toBeVisible();
  await expect(page.getByLabel('Sort')).toHaveValue('closing');
  await page.getByLabel('Skill asked for').fill('python');
  await page.getByLabel('state their pay').check();
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/[?&]skill=python&.*pay=1.*sort=closing/);
  await expect(links.first()).toBeVisible();
  await expect(page.getByText('skill “python”').first()).toBeAttached();
  await context.close();
});

test('words written from the right stand at the right of their field', async ({ page }) => {
  await page.goto('/jobs');
  const field = page.getByLabel('Place', { exact: true });
  /** Where the dark of the letters lies, 0 at the left edge and 1 at the right one. */
  const centreOfInk = async () => {
    const picture = (await field.screenshot({ caret: 'hide' })).toString('base64');
    return page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const { width, height } = image;
      const pen = new OffscreenCanvas(width, height).getContext('2d');
      if (pen === null) throw new Error('no canvas');
      pen.drawImage(image, 0, 0);
      const { data } = pen.getImageData(0, 0, width, height);
      let [sum, count] = [0, 0];
      for (let y = 6; y < height - 6; y += 1)
        for (let x = 6; x < width - 6; x += 1)
          if ((data[(y * width + x) * 4] ?? 255) < 128) [sum, count] = [sum + x, count + 1];
      return sum / count / width;
    }, picture);
  };
  // The field may be drawn anew while the page's scripts start; each writing is looked at until it stands.
  await expect(async () => {
    await field.fill('Porto');
    expect(await centreOfInk()).toBeLessThan(0.4);
  }).toPass({ timeout: 20_000 });
  await expect(async () => {
    await field.fill('القاهرة');
    expect(await centreOfInk()).toBeGreaterThan(0.6);
  }).toPass({ timeout: 20_000 });
});
