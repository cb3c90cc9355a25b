import type { ReactNode } from 'react';
import { requirePerson } from '../../../who.ts';

/** Above the loading state, so that a stranger is sent on before anything is shown. */
export default async function ApplyLayout({
  params,
  children,
}: {
  params: Promise<{ jobId: string }>;
  children: ReactNode;
}) {
  await requirePerson(`/jobs/${(await params).jobId}/apply`);
  return children;
}
