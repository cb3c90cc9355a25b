import type { ReactNode } from 'react';
import { findWho } from '#app/(candidate)/who.ts';
import { CandidateShell } from '#app/ui/shell/candidate-shell.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';
import { ProcedureProvider } from '#app/ui/shell/when-needed.tsx';

/**
 * For pages that need no account: who is signed in keeps their own places. `procedures` where client components call
 * some also for strangers.
 */
export async function AnyShell({
  current,
  procedures = false,
  children,
}: {
  current?: 'verify';
  procedures?: boolean;
  children: ReactNode;
}) {
  const who = await findWho();
  if (who !== null) return <CandidateShell person={who}>{children}</CandidateShell>;
  const shell = <PublicShell current={current}>{children}</PublicShell>;
  return procedures ? <ProcedureProvider>{shell}</ProcedureProvider> : shell;
}
