import type { ReactNode } from 'react';
import { findWho } from '#app/(candidate)/who.ts';
import { CandidateShell } from '#app/ui/shell/candidate-shell.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';
import { ProcedureProvider } from '#app/ui/shell/when-needed.tsx';

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
