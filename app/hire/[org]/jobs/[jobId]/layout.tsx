import type { ReactNode } from 'react';
import { findHouse, findJob } from '#app/hire/house.ts';
import { HouseShell } from '#app/hire/house-shell.tsx';
import { api } from '#server/api/caller.ts';
import { StagePlan } from './stage-plan.tsx';

/** How many are in the pipeline, for the rail. */
async function countOpen(org: string, jobId: string): Promise<number | undefined> {
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
  // Before anything is sent, so that a job of somebody else is a 404 in the status, too.
  const { organization } = await findHouse(org, `/hire/${org}/jobs/${jobId}/edit`);
  await findJob(org, jobId);
  const caller = await api();
  const [pipeline, steps] = await Promise.all([
    countOpen(org, jobId),
    caller.pipeline.stages({ org, jobId }),
  ]);
  return (
    <HouseShell org={org} job={{ id: jobId, pipeline }}>
      <StagePlan steps={steps} zone={organization.zone} open={pipeline}>
        {children}
      </StagePlan>
    </HouseShell>
  );
}
