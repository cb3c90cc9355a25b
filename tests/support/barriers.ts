/** What a browser and axe find wrong with a page that is open. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The part of axe's answer that is read here. */
type AxeResults = {
  violations: { id: string; impact: string | null; nodes: { target: unknown[]; html: string }[] }[];
};

/** Barriers that count as failure; what is minor is axe's word for advice. */
const grave = ['critical', 'serious', 'moderate'];

/** Runs axe on the page as it is. One line for each barrier: impact, rule, first places. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Evaluated, not inserted: the page's script policy stays as it is.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(async (): Promise<AxeResults> => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const run = (
      globalThis as unknown as { axe: { run: (root: unknown, options: unknown) => Promise<AxeResults> } }
    ).axe.run;
    return run(document, { runOnly: tags });
  });
  return violations
    .filter(({ impact }) => impact === null || grave.includes(impact))
    .map(({ id, impact, nodes }) => {
      const places = nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`);
      return `${impact} ${id}: ${places.join(' | ')}`;
    });
}

/** How many pixels the page is wider than the window; 0 when nothing has to be scrolled sideways. */
export function findOverflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

/** Collects what the console and the script policy complain about while the page is used. */
export function collectComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    // A 404 page is reported by the browser as a failed load; the status itself is tested.
    if (message.type() === 'error' && !message.text().includes('status of 404'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}
