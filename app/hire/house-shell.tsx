import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { densityCookie, densityOf } from '#app/ui/shell/density.ts';
import { EmployerShell } from '#app/ui/shell/employer-shell.tsx';
import { isDemo } from '#server/api/demo-mode.ts';
import { findHouse } from './house.ts';

/** The employer shell around the pages of an organisation, with the pages of a job when one is open. */
export async function HouseShell({
  org,
  job,
  children,
}: {
  org: string;
  job?: { id: string; pipeline: number | undefined } | undefined;
  children: ReactNode;
}) {
  const [{ organization, rail, name, seats, unread, rights }, jar, t] = await Promise.all([
    findHouse(org, `/hire/${org}/jobs`),
    cookies(),
    getTranslations('hire.role'),
  ]);
  const wallet = { label: t('wallet'), href: '/wallet' };
  return (
    <EmployerShell
      org={organization}
      counts={rail}
      person={{ name, role: t(organization.role), seats: [wallet, ...seats], unread }}
      mayPost={rights.writeJobs}
      seesCandidates={rights.seeCandidates}
      job={rights.seeCandidates ? job : undefined}
      demo={isDemo()}
      density={densityOf(jar.get(densityCookie)?.value)}
    >
      {children}
    </EmployerShell>
  );
}
