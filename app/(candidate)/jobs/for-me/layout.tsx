import type { ReactNode } from 'react';
import { requirePerson } from '../../who.ts';

/** Above the loading state, so that a stranger is sent on before anything is shown. */
export default async function JobsForMeLayout({ children }: { children: ReactNode }) {
  await requirePerson('/jobs/for-me');
  return children;
}
