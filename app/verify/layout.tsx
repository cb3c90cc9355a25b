import type { ReactNode } from 'react';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { ProcedureProvider } from '#app/trpc/client.tsx';
import { AnyShell } from './any-shell.tsx';

export default function VerifyLayout({ children }: { children: ReactNode }) {
  return (
    <AnyShell current="verify">
      <ProcedureProvider>
        <MoreWords of={['candidate', 'issuer', 'proof', 'verify']}>{children}</MoreWords>
      </ProcedureProvider>
    </AnyShell>
  );
}
