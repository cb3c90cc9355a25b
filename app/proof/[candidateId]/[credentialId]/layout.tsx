import type { ReactNode } from 'react';
import { findWho } from '#app/(candidate)/who.ts';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { ProcedureProvider } from '#app/trpc/client.tsx';
import { ToastProvider } from '#app/ui/base/toast.tsx';
import { CandidateShell } from '#app/ui/shell/candidate-shell.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';

/** The holder stays in their own house; everybody else looks in from outside. */
export default async function ProofLayout({
  params,
  children,
}: {
  params: Promise<{ candidateId: string }>;
  children: ReactNode;
}) {
  const [who, { candidateId }] = await Promise.all([findWho(), params]);
  return (
    <ProcedureProvider>
      <MoreWords of={['candidate', 'proof']}>
        {who?.accountId === candidateId ? (
          <CandidateShell current="wallet" person={who}>
            {children}
          </CandidateShell>
        ) : (
          <ToastProvider>
            <PublicShell person={who ?? undefined}>{children}</PublicShell>
          </ToastProvider>
        )}
      </MoreWords>
    </ProcedureProvider>
  );
}
