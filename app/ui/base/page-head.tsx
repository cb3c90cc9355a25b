import type { ReactNode } from 'react';
import { Breadcrumb, type Crumb } from './breadcrumb.tsx';
import { type Tab, Tabs } from './tabs.tsx';

/** The head of an employer page: where it lies, its title, its actions, the pages beside it. */
export function PageHead({
  title,
  crumbs,
  actions,
  tabs,
}: {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
  tabs?: { label: string; items: readonly Tab[] };
}) {
  return (
    <header className="head">
      {crumbs !== undefined && <Breadcrumb items={crumbs} />}
      <div className="row between">
        <h1>{title}</h1>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
      {tabs !== undefined && <Tabs {...tabs} />}
    </header>
  );
}

/** The title of a candidate or public page, one sentence under it, its actions beside it. */
export function PageTitle({
  title,
  actions,
  children,
}: {
  title: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="row between top">
      <div>
        <h1>{title}</h1>
        {children !== undefined && <p className="soft">{children}</p>}
      </div>
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  );
}
