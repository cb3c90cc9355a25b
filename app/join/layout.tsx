import type { ReactNode } from 'react';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { AnyShell } from '#app/verify/any-shell.tsx';

export default function JoinLayout({ children }: { children: ReactNode }) {
  return (
    <AnyShell procedures>
      <MoreWords of={['house']}>{children}</MoreWords>
    </AnyShell>
  );
}
