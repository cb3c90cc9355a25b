import {
  Briefcase,
  Building,
  Building2,
  Columns3,
  type LucideIcon,
  Mail,
  Plus,
  Scale,
  Search,
  Settings,
  Users,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Jump } from '#app/palette/jump.tsx';
import { toPalettePlaces } from '#app/palette/places.ts';
import { Initials } from '#app/ui/base/initials.tsx';
import { ToastProvider } from '#app/ui/base/toast.tsx';
import { Bell } from '#app/ui/notices/bell.tsx';
import type { UnreadOutput } from '#server/notifications/schemas.ts';
import { AccountMenu, type Seat } from './account-menu.tsx';
import type { Density } from './density.ts';
import { FocusMain } from './focus-main.tsx';
import { TimesIn } from './footer.tsx';
import { OfflineLine } from './offline-line.tsx';
import { type Place, type PlaceGroup, RailGroups, TabBar } from './places.tsx';
import { SkipLink } from './skip-link.tsx';
import { ThemeSwitch } from './theme-switch.tsx';
import { Wordmark } from './wordmark.tsx';

export type EmployerPlace =
  | 'jobs'
  | 'new'
  | 'candidates'
  | 'pipeline'
  | 'met'
  | 'policy'
  | 'verify'
  | 'settings'
  | 'outbox'
  | 'issuers';

export type EmployerShellProps = {
  current?: EmployerPlace | undefined;
  org: { slug: string; name: string };
  /** `role` as a word: "Recruiter". */
  person: { name: string; role: string; seats?: readonly Seat[]; unread: UnreadOutput };
  /** `policyVersion` 0 = no policy yet. */
  counts?: { jobs: number; policyVersion: number } | undefined;
  /** The job whose pages are open: its ranked list and pipeline join the rail. */
  job?: { id: string; ranked?: number | undefined; pipeline?: number | undefined } | undefined;
  /** May this role post jobs? Hides the item otherwise. */
  mayPost?: boolean;
  /** May this role see candidates? Hides what speaks of them otherwise. */
  seesCandidates?: boolean;
  demo?: boolean;
  density?: Density;
  children: ReactNode;
};

function place(
  key: EmployerPlace,
  href: string,
  label: string,
  Icon: LucideIcon,
  count?: Place['count'],
): Place {
  return { key, href, label, icon: <Icon className="ic" aria-hidden />, count };
}

function useGroups({
  org,
  counts,
  job,
  mayPost = true,
  seesCandidates = true,
  demo = false,
}: EmployerShellProps): PlaceGroup[] {
  const t = useTranslations('ui.nav');
  const jobs = `/hire/${org.slug}/jobs`;
  const hiring = [place('jobs', jobs, t('jobs'), Briefcase, counts?.jobs)];
  if (mayPost) hiring.push(place('new', `${jobs}/new`, t('postJob'), Plus));
  if (job !== undefined) {
    hiring.push(
      place('candidates', `${jobs}/${job.id}/ranked`, t('candidates'), Users, job.ranked),
      place('pipeline', `${jobs}/${job.id}/pipeline`, t('pipeline'), Columns3, job.pipeline),
    );
  }
  const version = counts?.policyVersion ? t('version', { version: counts.policyVersion }) : undefined;
  const trust = [
    ...(seesCandidates ? [place('met', `/hire/${org.slug}/issuers`, t('issuers'), Building)] : []),
    place('policy', `/hire/${org.slug}/settings/policy`, t('policy'), Scale, version),
    place('verify', '/verify', t('verify'), Search),
    place('settings', `/hire/${org.slug}/settings`, t('settings'), Settings),
  ];
  const groups = [
    { title: t('hiring'), places: hiring },
    { title: t('trust'), places: trust },
  ];
  if (demo) {
    const outbox = place('outbox', '/demo/outbox', t('outbox'), Mail);
    groups.push({
      title: t('demo'),
      places: [outbox, place('issuers', '/demo/issuers', t('issuerDesk'), Building2)],
    });
  }
  return groups;
}

function Rail({ groups, ...props }: EmployerShellProps & { groups: readonly PlaceGroup[] }) {
  const t = useTranslations('ui');
  return (
    <nav className="rail" aria-label={t('nav.main')}>
      <Wordmark />
      <div className="org">
        <bdi className="strong">{props.org.name}</bdi>
        <br />
        <span className="quiet">
          {props.person.role}: <bdi>{props.person.name}</bdi>
        </span>
      </div>
      <Jump places={toPalettePlaces(groups.flatMap((group) => group.places))} org={props.org.slug} wide />
      <Bell unread={props.person.unread} all={`/hire/${props.org.slug}/notifications`} inRail />
      <RailGroups groups={groups} current={props.current} />
      <span className="grow" />
      <AccountMenu name={props.person.name} seats={props.person.seats ?? []} className="item">
        <Initials name={props.person.name} />
        <bdi>{props.person.name}</bdi>
      </AccountMenu>
      <ThemeSwitch name="theme-rail" />
      <span className="xs quiet">
        <TimesIn />
      </span>
    </nav>
  );
}

/**
 * Pages of an employer: rail with counts, content to the edge; on a phone a bar and a tab bar. Pages put a
 * `PageHead` first. `density` belongs to the person (`densityOf` its cookie).
 */
export function EmployerShell(props: EmployerShellProps) {
  const { org, person, current, density = 'compact', children } = props;
  const groups = useGroups(props);
  const places = groups.flatMap((group) => group.places).filter((place) => place.key !== 'outbox');
  return (
    <ToastProvider>
      <SkipLink />
      <div className="shell" data-density={density}>
        <Rail {...props} groups={groups} />
        <div className="main">
          <header className="bar phoneonly">
            <Wordmark />
            <bdi className="end sm soft">{org.name}</bdi>
            <Bell unread={person.unread} all={`/hire/${org.slug}/notifications`} />
            <AccountMenu name={person.name} seats={person.seats ?? []}>
              <Initials name={person.name} />
            </AccountMenu>
          </header>
          <FocusMain />
          <OfflineLine />
          <main id="main" tabIndex={-1}>
            {children}
          </main>
          <footer className="foot phoneonly">
            <TimesIn />
            <span className="end" />
            <ThemeSwitch name="theme-foot" />
          </footer>
        </div>
      </div>
      <TabBar places={places.slice(0, 4)} current={current} forRail />
    </ToastProvider>
  );
}
