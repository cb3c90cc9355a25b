import type { ReactNode } from 'react';
import { findWho } from '#app/(candidate)/who.ts';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';
import { VisitingCandidateShell } from '#app/ui/shell/visiting-candidate-shell.tsx';

/** The frame of pages that are for anybody: the candidate's own one as soon as somebody is signed in. */
export async function SiteShell({ children }: { children: ReactNode }) {
  const who = await findWho();
  if (who === null) return <PublicShell>{children}</PublicShell>;
  return <VisitingCandidateShell person={who}>{children}</VisitingCandidateShell>;
}
