import type { ReactNode } from 'react';
import { findWho } from '#app/(candidate)/who.ts';
import { ProcedureProvider } from '#app/trpc/client.tsx';
import { CandidateShell } from '#app/ui/shell/candidate-shell.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';

/** For pages that need no account: who is signed in keeps their own places. */
export async function AnyShell({ current, children }: { current?: 'verify'; children: ReactNode }) {
  const who = await findWho();
  if (who !== null) return <CandidateShell person={who}>{children}</CandidateShell>;
  return (
    <ProcedureProvider>
      <PublicShell current={current}>{children}</PublicShell>
    </ProcedureProvider>
  );
}
