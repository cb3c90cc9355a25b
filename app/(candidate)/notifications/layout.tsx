import type { ReactNode } from 'react';
import { requirePerson } from '../who.ts';

/** Above the loading state, so that a stranger is sent on before anything is shown. */
export default async function NotificationsLayout({ children }: { children: ReactNode }) {
  await requirePerson('/notifications');
  return children;
}
