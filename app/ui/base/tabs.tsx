import type { ReactNode } from 'react';
import { AppLink } from './app-link.tsx';

export type Tab = { href: string; label: ReactNode; count?: ReactNode; current: boolean };

/** The pages of one thing, as links; the current one is underlined. */
export function Tabs({ label, items }: { label: string; items: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((tab) => (
        <AppLink key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count !== undefined && <span className="quiet">{tab.count}</span>}
        </AppLink>
      ))}
    </nav>
  );
}
