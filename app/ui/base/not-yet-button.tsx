'use client';

import { type ReactNode, useId, useState } from 'react';

/** Keeps the reason, once asked for, under the button and in the ear. */
export function NotYetButton({
  reason,
  className,
  children,
}: {
  reason: string;
  className: string;
  children: ReactNode;
}) {
  const [asked, setAsked] = useState(false);
  const id = useId();
  return (
    <span className="not-yet">
      <button
        type="button"
        className={className}
        aria-disabled="true"
        aria-describedby={id}
        onClick={() => setAsked(true)}
      >
        {children}
      </button>
      <span id={id} role="status" className={asked ? 't13 soft' : 'vh'}>
        {reason}
      </span>
    </span>
  );
}
