import type { ReactNode } from 'react';

/** Nothing here yet: what will be here (`title`, `children`), and one thing to do. */
export function Empty({
  title,
  action,
  children,
}: {
  title: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className="empty stack-2">
      <p>
        <b>{title}</b>
      </p>
      {children !== undefined && <p className="sm soft">{children}</p>}
      {action}
    </div>
  );
}
