import { Briefcase, Send, Settings, Wallet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { toPalettePlaces } from '#app/palette/places.ts';
import type { UnreadOutput } from '#server/notifications/schemas.ts';
import type { Seat } from './account-menu.tsx';
import { FocusMain } from './focus-main.tsx';
import { Footer } from './footer.tsx';
import { OfflineLine } from './offline-line.tsx';
import { type Place, TabBar, TopNav } from './places.tsx';
import { SkipLink } from './skip-link.tsx';
import { AccountMenu, Bell, Jump, ProcedureProvider, ToastProvider } from './when-needed.tsx';
import { Wordmark } from './wordmark.tsx';

export type CandidatePlace = 'jobs' | 'wallet' | 'applications' | 'profile';

function usePlaces(): Place[] {
  const t = useTranslations('ui.nav');
  return [
    {
      key: 'jobs',
      href: '/jobs/for-me',
      within: '/jobs',
      label: t('jobsForMe'),
      icon: <Briefcase className="ic" aria-hidden />,
    },
    { key: 'wallet', href: '/wallet', label: t('wallet'), icon: <Wallet className="ic" aria-hidden /> },
    {
      key: 'applications',
      href: '/applications',
      label: t('applications'),
      icon: <Send className="ic" aria-hidden />,
    },
    { key: 'profile', href: '/profile', label: t('profile'), icon: <Settings className="ic" aria-hidden /> },
  ];
}

/**
 * Pages of somebody looking for work: top bar with text links, tab bar on a phone. `unread` is the number at the bell,
 * `seats` are organisations the same person hires for. Procedures can be called everywhere inside.
 */
export function CandidateShell({
  current,
  person,
  children,
}: {
  current?: CandidatePlace | undefined;
  person: { name: string; seats?: readonly Seat[]; unread: UnreadOutput };
  children: ReactNode;
}) {
  const t = useTranslations('ui.nav');
  const places = usePlaces();
  return (
    <ProcedureProvider>
      <ToastProvider>
        <SkipLink />
        <header className="bar">
          <Wordmark />
          <TopNav places={places} current={current} />
          <span className="end" />
          <Jump
            places={[...toPalettePlaces(places), { key: 'verify', href: '/verify', label: t('verify') }]}
          />
          <Bell unread={person.unread} all="/notifications" />
          <AccountMenu
            name={person.name}
            seats={[{ label: t('profile'), href: '/profile' }, ...(person.seats ?? [])]}
          />
        </header>
        <FocusMain />
        <OfflineLine />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <Footer />
        <TabBar places={places} current={current} />
      </ToastProvider>
    </ProcedureProvider>
  );
}
