import type { ReactNode } from 'react';
import { SiteShell } from '#app/(site)/site-shell.tsx';
import { ProcedureProvider } from '#app/trpc/client.tsx';

export default function DemoLayout({ children }: { children: ReactNode }) {
  return (
    <SiteShell>
      <ProcedureProvider>{children}</ProcedureProvider>
    </SiteShell>
  );
}
