/** Every page in both themes and both widths: no barrier, nothing to scroll sideways, a clean console, a title. */
import type { Page } from '@playwright/test';
import { collectComplaints, findBarriers, findOverflow } from '#tests/support/barriers.ts';
import { expect, test } from '#tests/support/e2e.ts';
import { groups, type Place, showWhole, visit } from '#tests/support/places.ts';

/** Widths of a window of 1440 px at 100, 200 and 400 %, of a small one, of a phone and the least one of WCAG 1.4.10. */
const widths = [1440, 900, 720, 390, 360, 320];

/** One page, looked at in light and dark, wide and narrow, and at 320 px. */
async function look(page: Page, place: Place): Promise<void> {
  const complaints = collectComplaints(page);
  await visit(page, place);
  expect.soft(await page.title(), 'a title of its own').toMatch(/^.+ · Assay$|^Assay/);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of [1280, 390]) {
      await showWhole(page, width);
      expect.soft(await findBarriers(page), `${colorScheme}, ${width} px`).toEqual([]);
    }
  }
  for (const width of widths) {
    await showWhole(page, width);
    expect.soft(await findOverflow(page), `sideways at ${width} px`).toBe(0);
  }
  expect(complaints).toEqual([]);
}

// Four runs of axe on a long page take their time on a busy machine.
test.describe.configure({ timeout: 120_000 });

for (const { who, person, places } of groups) {
  for (const place of places) {
    test(`${who} can use: ${place.name}`, async ({ page, asPerson }) =>
      look(person === null ? page : await asPerson(person), place));
  }
}
