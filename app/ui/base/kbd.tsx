import type { ReactNode } from 'react';

/** A key, or keys pressed together: "Ctrl K". */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd>{children}</kbd>;
}
