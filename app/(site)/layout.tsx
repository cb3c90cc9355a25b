import type { ReactNode } from 'react';
import { SiteShell } from './site-shell.tsx';

export default function SiteLayout({ children }: { children: ReactNode }) {
  return <SiteShell>{children}</SiteShell>;
}
