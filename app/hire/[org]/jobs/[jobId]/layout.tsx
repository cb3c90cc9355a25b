import type { ReactNode } from 'react';
import { HouseShell } from '#app/hire/house-shell.tsx';
import { findHouse } from '#app/hire/house.ts';
import { api } from '#server/api/caller.ts';
import { jobIdInput } from '#server/jobs/schemas.ts';

/** How many applied, for the rail; an address that is no job has no number. */
async function countOpen(org: string, jobId: string): Promise<number | undefined> {
  if (!jobIdInput.safeParse({ jobId }).success) return undefined;
  const [counts] = await (await api()).pipeline.counts({ org, jobIds: [jobId] });
  return counts?.open;
}

export default async function JobLayout({
  params,
  children,
}: {
  params: Promise<{ org: string; jobId: string }>;
  children: ReactNode;
}) {
  const { org, jobId } = await params;
  await findHouse(org, `/hire/${org}/jobs/${jobId}/edit`);
  return (
    <HouseShell org={org} job={{ id: jobId, pipeline: await countOpen(org, jobId) }}>
      {children}
    </HouseShell>
  );
}
