/** `npm run shots`: a picture of every screen, wide and narrow, light and dark, named as the design names its own. */
import { test } from '#tests/support/e2e.ts';
import { groups, showWhole, visit } from '#tests/support/places.ts';

const widths = { desktop: 1440, phone: 390 } as const;

test.describe.configure({ timeout: 180_000 });

for (const { who, person, places } of groups) {
  for (const place of places) {
    const { shot } = place;
    if (shot === undefined) continue;
    test(`${shot}, ${who}: ${place.name}`, async ({ page: unknown, asPerson }) => {
      const page = person === null ? unknown : await asPerson(person);
      for (const [size, width] of Object.entries(widths)) {
        await page.setViewportSize({ width, height: 900 });
        await visit(page, place);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await showWhole(page, width, 900);
          await page.screenshot({
            path: `shots/${shot}.${size}.${colorScheme}.png`,
            animations: 'disabled',
            caret: 'hide',
          });
        }
      }
    });
  }
}
