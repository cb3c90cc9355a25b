import type { BrowserContext } from '@playwright/test';

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
