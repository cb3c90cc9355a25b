import type { ReactNode } from 'react';
import { findWho } from '#app/(candidate)/who.ts';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { ForgetPages } from '#app/ui/shell/forget-pages.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';

export default async function SignInLayout({ children }: { children: ReactNode }) {
  const who = await findWho();
  return (
    <PublicShell current="sign-in" person={who ?? undefined}>
      <ForgetPages />
      <MoreWords of={['signin']}>{children}</MoreWords>
    </PublicShell>
  );
}
