import type { ReactNode } from 'react';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { CandidateShell } from '#app/ui/shell/candidate-shell.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';
import { findWho } from './who.ts';

/** Strangers see the public shell for the moment it takes a page to send them to the sign-in page. */
export default async function CandidateLayout({ children }: { children: ReactNode }) {
  const who = await findWho();
  if (who === null) return <PublicShell>{children}</PublicShell>;
  return (
    <CandidateShell person={who}>
      <MoreWords of={['candidate', 'holder', 'proof', 'share']}>{children}</MoreWords>
    </CandidateShell>
  );
}
