/** Stories in a real browser: pages of the demo's people, signed in without the form. */
import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';

export { expect } from '@playwright/test';

export const test = base.extend<{
  /** A page of one of the demo's people, by the beginning of the name; everybody has a browser of their own. */
  asPerson: (name: string) => Promise<Page>;
}>({
  asPerson: async ({ browser, baseURL }, use) => {
    const open: BrowserContext[] = [];
    await use(async (name) => {
      const context = await browser.newContext();
      open.push(context);
      await signIn(context, new URL(baseURL ?? '').origin, name);
      return context.newPage();
    });
    for (const context of open) await context.close();
  },
});

/** A page of the job that is open, by its tab; the tab of a list may tell its length. */
export const jobTab = (page: Page, label: 'Ranked' | 'Pipeline') =>
  page
    .getByRole('navigation', { name: 'Pages of this job' })
    .getByRole('link', { name: new RegExp(`^${label}\\b`) });
