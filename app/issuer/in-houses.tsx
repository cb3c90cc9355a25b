import { getTranslations } from 'next-intl/server';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { api, currentPerson } from '#server/api/caller.ts';

/** For members of organisations: the way to what each of them lets this issuer count. Nothing for anybody else. */
export async function InHouses({ issuerId }: { issuerId: string }) {
  if ((await currentPerson()) === null) return null;
  const [t, caller] = await Promise.all([getTranslations('issuer'), api()]);
  const organizations = await caller.organizations.mine();
  if (organizations.length === 0) return null;
  return (
    <ul className="stack-1">
      {organizations.map(({ id, slug, name }) => (
        <li key={id}>
          <AppLink href={`/hire/${slug}/issuer?id=${encodeURIComponent(issuerId)}`}>
            {t.rich('inHouse', { name, bdi: (words) => <bdi>{words}</bdi> })}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
