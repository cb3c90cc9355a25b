/** Who looks at a page, and where else that person may go. */
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { api, currentPerson } from '#server/api/caller.ts';

/** The signed-in person with the organisations they hire for and how much news there is, or null. */
export const findWho = cache(async () => {
  const person = await currentPerson();
  if (person === null) return null;
  const caller = await api();
  const [t, organizations, unread] = await Promise.all([
    getTranslations('ui.nav'),
    caller.organizations.mine(),
    caller.notifications.unread(),
  ]);
  const hiring = organizations.map(({ name, slug }) => ({
    label: `${name}, ${t('hiring')}`,
    href: `/hire/${slug}/jobs`,
  }));
  return { ...person, seats: hiring, unread };
});

/** Sends a stranger to the sign-in page, which leads back to `path`. */
export async function requirePerson(path: string): Promise<void> {
  if ((await currentPerson()) === null) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}
