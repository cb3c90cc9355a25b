import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';

export type Crumb = { label: ReactNode; href?: string };

/** Where this page lies; the last crumb is the page itself and is no link. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const t = useTranslations('ui');
  return (
    <nav className="crumb noprint" aria-label={t('breadcrumb')}>
      <ol>
        {items.map((crumb, index) => (
          <li
            key={crumb.href ?? `here-${index}`}
            aria-current={crumb.href === undefined ? 'page' : undefined}
          >
            {crumb.href === undefined ? crumb.label : <AppLink href={crumb.href}>{crumb.label}</AppLink>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
