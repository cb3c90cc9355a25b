import type { ReactNode } from 'react';
import { ProcedureProvider } from '#app/trpc/client.tsx';
import './hire.css';
import './editor.css';

export default function HireLayout({ children }: { children: ReactNode }) {
  return <ProcedureProvider>{children}</ProcedureProvider>;
}
