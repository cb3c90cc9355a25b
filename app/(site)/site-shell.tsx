import type { ReactNode } from 'react';
import { findWho } from '#app/(candidate)/who.ts';
import { CandidateShell } from '#app/ui/shell/candidate-shell.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';

/** The frame of pages that are for anybody: the candidate's own one as soon as somebody is signed in. */
export async function SiteShell({ children }: { children: ReactNode }) {
  const who = await findWho();
  if (who === null) return <PublicShell>{children}</PublicShell>;
  return <CandidateShell person={who}>{children}</CandidateShell>;
}
