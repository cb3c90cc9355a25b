import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Section } from '#app/ui/base/section.tsx';

const users = [
  { key: 'work', href: '/wallet/import', anchor: 'candidates' },
  { key: 'hire', href: '/hire', anchor: 'employers' },
  { key: 'check', href: '/verify', anchor: 'verifiers' },
] as const;

/** Who it is for, one column each. */
export function Users() {
  const t = useTranslations('site.users');
  return (
    <div className="grid gap-6 fold:grid-cols-3 fold:gap-8">
      {users.map(({ key, href, anchor }) => (
        <div key={key} id={anchor}>
          <Section title={t(key)}>
            <p className="sm">{t(`${key}Text`)}</p>
            <AppLink className="sm" href={href}>
              {t(`${key}Link`)}
            </AppLink>
          </Section>
        </div>
      ))}
    </div>
  );
}
