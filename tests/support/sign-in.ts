import { type BrowserContext, expect, type Page } from '@playwright/test';

type People = { id: string; name: string }[];

/** Signs a browser in as one of the demo's people, by the beginning of the name, without the form. */
export async function signIn(context: BrowserContext, origin: string, name: string): Promise<void> {
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

/** Signs in by the mailed link, as anybody outside the demo's people does, and goes to a page. */
export async function signInByMail(page: Page, address: string, to = '/profile'): Promise<void> {
  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(to)}`);
  await page.getByLabel('E-mail').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
  await page.goto('/demo/outbox');
  await page.getByRole('listitem').filter({ hasText: address }).first().getByRole('link').click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(to === '/profile' ? /\/(profile|wallet)$/ : new RegExp(`${to}$`));
}
