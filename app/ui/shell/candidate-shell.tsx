import { Bell, Briefcase, Send, Settings, Wallet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { ToastProvider } from '#app/ui/base/toast.tsx';
import { AccountMenu, type Seat } from './account-menu.tsx';
import { Footer } from './footer.tsx';
import { type Place, TabBar, TopNav } from './places.tsx';
import { SkipLink } from './skip-link.tsx';
import { Wordmark } from './wordmark.tsx';

export type CandidatePlace = 'jobs' | 'wallet' | 'applications' | 'profile';

function usePlaces(): Place[] {
  const t = useTranslations('ui.nav');
  return [
    { key: 'jobs', href: '/jobs', label: t('jobsForMe'), icon: <Briefcase className="ic" aria-hidden /> },
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
 * Pages of somebody looking for work: top bar with text links, tab bar on a phone. `notices` is the bell, left
 * out when there is none; `seats` are organisations the same person hires for.
 */
export function CandidateShell({
  current,
  person,
  notices,
  children,
}: {
  current?: CandidatePlace | undefined;
  person: { name: string; seats?: readonly Seat[] };
  notices?: { count: number; href: string } | undefined;
  children: ReactNode;
}) {
  const t = useTranslations('ui.nav');
  const places = usePlaces();
  return (
    <ToastProvider>
      <SkipLink />
      <header className="bar">
        <Wordmark />
        <TopNav places={places} current={current} />
        <span className="end" />
        {notices !== undefined && (
          <AppLink
            className="iconbtn"
            href={notices.href}
            aria-label={t('notices', { count: notices.count })}
          >
            <Bell className="ic" aria-hidden />
            {notices.count > 0 && <span className="dot">{notices.count}</span>}
          </AppLink>
        )}
        <AccountMenu
          name={person.name}
          seats={[{ label: t('profile'), href: '/profile' }, ...(person.seats ?? [])]}
        />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <TabBar places={places} current={current} />
    </ToastProvider>
  );
}
