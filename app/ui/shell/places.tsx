'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';

/**
 * One place of a shell. `icon` is drawn already, so that it may come from the server; `within` is where its pages lie
 * when that is not below its own address.
 */
export type Place = {
  key: string;
  href: string;
  within?: string;
  label: string;
  icon: ReactNode;
  /** A number, or a version as a word. */
  count?: number | string | undefined;
};

export type PlaceGroup = { title: string; places: readonly Place[] };

/** The place given, else the one whose address is the longest beginning of this page's. */
function useCurrent(places: readonly Place[], given: string | undefined): string | undefined {
  const path = usePathname() ?? '';
  if (given !== undefined) return given;
  const rootOf = (place: Place) => place.within ?? place.href;
  return places
    .filter((place) => path === rootOf(place) || path.startsWith(`${rootOf(place)}/`))
    .sort((a, b) => rootOf(b).length - rootOf(a).length)[0]?.key;
}

/** Text links of a top bar; the current one is underlined. */
export function TopNav({ places, current }: { places: readonly Place[]; current?: string | undefined }) {
  const t = useTranslations('ui.nav');
  const here = useCurrent(places, current);
  return (
    <nav className="nav" aria-label={t('main')}>
      {places.map((place) => (
        <AppLink key={place.key} href={place.href} aria-current={place.key === here ? 'page' : undefined}>
          {place.label}
        </AppLink>
      ))}
    </nav>
  );
}

/** Three or four named places at the bottom of a phone; `forRail` shows it as soon as the rail folds. */
export function TabBar({
  places,
  current,
  forRail = false,
}: {
  places: readonly Place[];
  current?: string | undefined;
  forRail?: boolean;
}) {
  const t = useTranslations('ui.nav');
  const here = useCurrent(places, current);
  return (
    <nav className={forRail ? 'tabbar for-rail noprint' : 'tabbar noprint'} aria-label={t('phone')}>
      {places.map((place) => (
        <AppLink key={place.key} href={place.href} aria-current={place.key === here ? 'page' : undefined}>
          {place.icon}
          {place.label}
        </AppLink>
      ))}
    </nav>
  );
}

/** The groups of a rail, with counts. */
export function RailGroups({
  groups,
  current,
}: {
  groups: readonly PlaceGroup[];
  current?: string | undefined;
}) {
  const here = useCurrent(
    groups.flatMap((group) => group.places),
    current,
  );
  return groups.map((group) => (
    <div key={group.title}>
      <div className="grp">{group.title}</div>
      {group.places.map((place) => (
        <AppLink
          key={place.key}
          className="item"
          href={place.href}
          aria-current={place.key === here ? 'page' : undefined}
        >
          {place.icon}
          {place.label}
          {place.count !== undefined && <span className="count">{place.count}</span>}
        </AppLink>
      ))}
    </div>
  ));
}
