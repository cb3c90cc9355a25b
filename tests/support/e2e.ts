/** Stories in a real browser: pages of the demo's people, signed in without the form. */
import { type BrowserContext, test as base, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

type People = { id: string; name: string }[];

async function signIn(context: BrowserContext, origin: string, name: string): Promise<void> {
  const answer = await context.request.get('/api/trpc/demo.people');
  const { result } = (await answer.json()) as { result: { data: { json: People } } };
  const person = result.data.json.find((each) => each.name.startsWith(name));
  if (!person) throw new Error(`The demo has nobody called ${name}`);
  const signedIn = await context.request.post('/api/demo/sign-in', {
    headers: { origin },
    form: { account: person.id, to: '/' },
    maxRedirects: 0,
  });
  if (signedIn.status() !== 303) throw new Error(`Sign-in as ${name} answered ${signedIn.status()}`);
}

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
