import type { ReactNode } from 'react';
import { SiteShell } from '#app/(site)/site-shell.tsx';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { ProcedureProvider } from '#app/trpc/client.tsx';

export default function DemoLayout({ children }: { children: ReactNode }) {
  return (
    <SiteShell>
      <ProcedureProvider>
        <MoreWords of={['demo']}>{children}</MoreWords>
      </ProcedureProvider>
    </SiteShell>
  );
}
