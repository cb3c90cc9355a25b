import type { ReactNode } from 'react';
import { findWho } from '#app/(candidate)/who.ts';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';
import { VisitingCandidateShell } from '#app/ui/shell/visiting-candidate-shell.tsx';

/** For pages that need no account: who is signed in keeps their own places. */
export async function AnyShell({ current, children }: { current?: 'verify'; children: ReactNode }) {
  const who = await findWho();
  if (who !== null) return <VisitingCandidateShell person={who}>{children}</VisitingCandidateShell>;
  return <PublicShell current={current}>{children}</PublicShell>;
}
