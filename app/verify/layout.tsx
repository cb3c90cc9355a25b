import type { ReactNode } from 'react';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { AnyShell } from './any-shell.tsx';

export default function VerifyLayout({ children }: { children: ReactNode }) {
  return (
    <AnyShell current="verify" procedures>
      <MoreWords of={['candidate', 'issuer', 'proof', 'verify']}>{children}</MoreWords>
    </AnyShell>
  );
}
