import { Briefcase, Send, Settings, Wallet } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ComponentType, ReactNode } from 'react';
import type { Jump } from '#app/palette/jump.tsx';
import { toPalettePlaces } from '#app/palette/places.ts';
import type { ProcedureProvider } from '#app/trpc/client.tsx';
import type { ToastProvider } from '#app/ui/base/toast.tsx';
import type { Bell } from '#app/ui/notices/bell.tsx';
import type { UnreadOutput } from '#server/notifications/schemas.ts';
import type { AccountMenu, Seat } from './account-menu.tsx';
import { FocusMain } from './focus-main.tsx';
import { Footer } from './footer.tsx';
import { OfflineLine } from './offline-line.tsx';
import { type Place, TabBar, TopNav } from './places.tsx';
import { SkipLink } from './skip-link.tsx';
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

type As<Part extends (props: never) => ReactNode> = ComponentType<Parameters<Part>[0]>;

/** What a shell of a candidate is made of in the browser: there from the beginning, or loaded when it is rendered. */
export type ShellParts = {
  ProcedureProvider: As<typeof ProcedureProvider>;
  ToastProvider: As<typeof ToastProvider>;
  Jump: As<typeof Jump>;
  Bell: As<typeof Bell>;
  AccountMenu: As<typeof AccountMenu>;
};

export type CandidateShellProps = {
  current?: CandidatePlace | undefined;
  person: { name: string; seats?: readonly Seat[]; unread: UnreadOutput };
  children: ReactNode;
};

/**
 * Pages of somebody looking for work: top bar with text links, tab bar on a phone. `unread` is the number at the bell,
 * `seats` are organisations the same person hires for. Procedures can be called everywhere inside.
 */
export function CandidateFrame({
  parts: { ProcedureProvider, ToastProvider, Jump, Bell, AccountMenu },
  current,
  person,
  children,
}: CandidateShellProps & { parts: ShellParts }) {
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
