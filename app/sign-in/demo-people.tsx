import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Initials } from '#app/ui/base/initials.tsx';
import { Section } from '#app/ui/base/section.tsx';
import type { DemoPerson } from './read-demo-people.ts';
import styles from './sign-in.module.css';

/** Invented people with what each shows; one click, by a plain form. */
export function DemoPeople({ people }: { people: readonly DemoPerson[] }) {
  const t = useTranslations('signin');
  return (
    <Section title={t('demo')}>
      <p className="sm soft">
        {t.rich('demoHelp', { a: (words) => <AppLink href="/demo/outbox">{words}</AppLink> })}
      </p>
      {people.length === 0 && <p className="sm quiet">{t('demoEmpty')}</p>}
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <form method="post" action="/api/demo/sign-in">
              <input type="hidden" name="account" value={person.id} />
              <input type="hidden" name="to" value={person.to} />
              <button type="submit" className={styles.person}>
                <Initials name={person.name} />
                <span>
                  <b>{person.name}</b>
                  <span className="t13 soft block">{person.shows}</span>
                </span>
                <ArrowRight className="ic flip" aria-hidden />
              </button>
            </form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
