import type { ReactNode } from 'react';
import { AnyShell } from '#app/verify/any-shell.tsx';

export default function JoinLayout({ children }: { children: ReactNode }) {
  return <AnyShell>{children}</AnyShell>;
}
