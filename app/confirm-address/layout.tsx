import type { ReactNode } from 'react';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { ProcedureProvider } from '#app/trpc/client.tsx';
import { AnyShell } from '#app/verify/any-shell.tsx';

export default function ConfirmAddressLayout({ children }: { children: ReactNode }) {
  return (
    <AnyShell>
      <ProcedureProvider>
        <MoreWords of={['verify']}>{children}</MoreWords>
      </ProcedureProvider>
    </AnyShell>
  );
}
