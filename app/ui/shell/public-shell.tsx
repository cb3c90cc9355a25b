import { Briefcase, LogIn, Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '#app/ui/base/button.tsx';
import type { UnreadOutput } from '#server/notifications/schemas.ts';
import type { Seat } from './account-menu.tsx';
import { FocusMain } from './focus-main.tsx';
import { Footer } from './footer.tsx';
import { OfflineLine } from './offline-line.tsx';
import { type Place, TabBar, TopNav } from './places.tsx';
import { SkipLink } from './skip-link.tsx';
import { AccountMenu, Bell, ProcedureProvider } from './when-needed.tsx';
import { Wordmark } from './wordmark.tsx';

export type PublicPlace = 'jobs' | 'verify' | 'employers' | 'sign-in';

function usePlaces(): { top: Place[]; signIn: Place } {
  const t = useTranslations('ui.nav');
  return {
    top: [
      { key: 'jobs', href: '/jobs', label: t('jobs'), icon: <Briefcase className="ic" aria-hidden /> },
      { key: 'verify', href: '/verify', label: t('verify'), icon: <Search className="ic" aria-hidden /> },
      {
        key: 'employers',
        href: '/#employers',
        label: t('employers'),
        icon: <Briefcase className="ic" aria-hidden />,
      },
    ],
    signIn: {
      key: 'sign-in',
      href: '/sign-in',
      label: t('signIn'),
      icon: <LogIn className="ic" aria-hidden />,
    },
  };
}

/** Pages for anybody. With `person`, who is signed in stands where "Sign in" would. */
export function PublicShell({
  current,
  person,
  children,
}: {
  current?: PublicPlace | undefined;
  person?: { name: string; seats: readonly Seat[]; unread: UnreadOutput } | undefined;
  children: ReactNode;
}) {
  const { top, signIn } = usePlaces();
  const phone = [...top.filter((item) => item.key !== 'employers'), ...(person ? [] : [signIn])];
  return (
    <>
      <SkipLink />
      <header className="bar">
        <Wordmark />
        <TopNav places={top} current={current} />
        <span className="end" />
        {person === undefined ? (
          <ButtonLink tone="go" href={signIn.href}>
            {signIn.label}
          </ButtonLink>
        ) : (
          <ProcedureProvider>
            <Bell unread={person.unread} all="/notifications" />
            <AccountMenu name={person.name} seats={person.seats} />
          </ProcedureProvider>
        )}
      </header>
      <FocusMain />
      <OfflineLine />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <TabBar places={phone} current={current} />
    </>
  );
}
