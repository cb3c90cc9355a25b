import type { ReactNode } from 'react';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { ProcedureProvider } from '#app/trpc/client.tsx';
import './hire.css';
import './editor.css';

export default function HireLayout({ children }: { children: ReactNode }) {
  return (
    <ProcedureProvider>
      <MoreWords of={['hire', 'house', 'policy']}>{children}</MoreWords>
    </ProcedureProvider>
  );
}
