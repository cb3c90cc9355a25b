/** Marks are told apart without colour (interface §14.4): on the kit page, in greyscale, every pair differs. */
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/e2e.ts';

const kinds = ['valid', 'foreign', 'unknown', 'invalid', 'na', 'partly', 'unmet', 'stated'];
/** Mean difference of lightness over the mark's square, of the whole range from black to white. */
const least = 0.05;

/** Lightness, 0 to 1, of a picture shrunk to 32 × 32: what an eye sees of a mark beside a word. */
async function lightnessOf(page: Page, picture: Buffer): Promise<number[]> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(32, 32);
    const pen = canvas.getContext('2d');
    if (pen === null) throw new Error('no canvas');
    pen.drawImage(image, 0, 0, 32, 32);
    const { data } = pen.getImageData(0, 0, 32, 32);
    return Array.from({ length: 1_024 }, (_, index) => {
      const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3);
      return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    });
  }, picture.toString('base64'));
}

const modes = (['light', 'dark'] as const).flatMap((colorScheme) =>
  (['none', 'active'] as const).map((forcedColors) => ({ colorScheme, forcedColors })),
);

for (const { colorScheme, forcedColors } of modes) {
  test(`every pair of marks differs in greyscale, ${colorScheme}, forced colours ${forcedColors}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.goto('/kit');
    const seen = new Map<string, number[]>();
    for (const kind of kinds) {
      const mark = page.locator(`svg.m-${kind}`).first();
      await mark.scrollIntoViewIfNeeded();
      seen.set(kind, await lightnessOf(page, await mark.screenshot()));
    }
    // A mark that has taken the colour of its ground is as even as an empty square.
    const vanished = [...seen].filter(([, squares]) => Math.max(...squares) - Math.min(...squares) < 0.3);
    expect(vanished.map(([kind]) => kind)).toEqual([]);
    const alike: string[] = [];
    for (const [index, one] of kinds.entries())
      for (const other of kinds.slice(index + 1)) {
        const [a = [], b = []] = [seen.get(one), seen.get(other)];
        const difference = a.reduce((sum, value, at) => sum + Math.abs(value - (b[at] ?? 0)), 0) / a.length;
        if (difference < least) alike.push(`${one} and ${other}: ${difference.toFixed(3)}`);
      }
    expect(alike).toEqual([]);
  });
}

test('in forced colours the focus is seen, and proven keeps its edge', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/kit');
  await page.keyboard.press('Tab');
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(
        document.activeElement ?? document.body,
      );
      const ground = getComputedStyle(document.body).backgroundColor;
      return {
        drawn: outlineStyle !== 'none',
        width: Number.parseFloat(outlineWidth),
        same: outlineColor === ground,
      };
    });
    expect(ring, `stop ${stop}`).toEqual({ drawn: true, width: 2, same: false });
  }
  const proven = page.locator('.chip.proven');
  await expect(proven).not.toHaveCount(0);
  for (const each of await proven.all()) await expect(each).toHaveCSS('border-top-width', '1px');
});
