import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findWho } from '#app/(candidate)/who.ts';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { signInProviders } from '#server/api/auth/options.ts';
import { DemoPeople } from './demo-people.tsx';
import { readDemoPeople } from './read-demo-people.ts';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';

type Query = Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signin');
  return { title: t('title') };
}

/** Where to go afterwards: a page of this house, and nothing else. */
function destination(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^\/(?![/\\])/.test(given) ? given : '/wallet';
}

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
  const [t, who, people, query] = await Promise.all([
    getTranslations('signin'),
    findWho(),
    readDemoPeople(),
    searchParams,
  ]);
  const to = destination(query.callbackUrl);
  const providers = signInProviders().map(({ id, name }) => ({ id, name }));
  const error = typeof query.error === 'string' ? query.error : null;
  const key = error !== null && t.has(`error.${error}`) ? `error.${error}` : 'error.other';
  return (
    <div className={`wrap ${people === null ? 'narrow' : styles.two}`}>
      <section className="stack" aria-labelledby="sign-in">
        <h1 id="sign-in">{t('title')}</h1>
        {error !== null && <Note tone="bad">{t(key)}</Note>}
        {who !== null && (
          <Note>
            <p>{t('signedIn', { name: who.name })}</p>
            <p>
              <ButtonLink size="sm" href={to}>
                {t('goOn')}
              </ButtonLink>
            </p>
          </Note>
        )}
        <SignInForm
          to={to}
          mail={providers.some((provider) => provider.id === 'email')}
          others={providers.filter((provider) => provider.id !== 'email')}
        />
      </section>
      {people !== null && <DemoPeople people={people} />}
    </div>
  );
}
