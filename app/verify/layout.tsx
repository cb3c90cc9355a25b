import type { ReactNode } from 'react';
import { AnyShell } from './any-shell.tsx';

export default function VerifyLayout({ children }: { children: ReactNode }) {
  return <AnyShell current="verify">{children}</AnyShell>;
}
