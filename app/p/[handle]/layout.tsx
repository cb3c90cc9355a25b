import type { ReactNode } from 'react';
import { findWho } from '#app/(candidate)/who.ts';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';

export default async function PublicPageLayout({ children }: { children: ReactNode }) {
  const who = await findWho();
  return <PublicShell person={who ?? undefined}>{children}</PublicShell>;
}
