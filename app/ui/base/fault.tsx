import type { ReactNode } from 'react';

/** A whole page that could not be: the number, what happened, what is kept, what to do. */
export function Fault({
  code,
  title,
  heading: Heading = 'h1',
  actions,
  children,
}: {
  code: ReactNode;
  title: ReactNode;
  heading?: 'h1' | 'h2';
  actions?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="fault">
      <p className="cd num">{code}</p>
      <div className="stack-2">
        <Heading>{title}</Heading>
        {children}
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
    </section>
  );
}
