import type { ReactNode } from 'react';
import { findHouse } from '#app/hire/house.ts';
import { HouseShell } from '#app/hire/house-shell.tsx';

export default async function TrustLayout({
  params,
  children,
}: {
  params: Promise<{ org: string }>;
  children: ReactNode;
}) {
  const { org } = await params;
  // Before anything is sent, so that somebody else's organisation is a 404 in the status, too.
  await findHouse(org, `/hire/${org}/settings`);
  return <HouseShell org={org}>{children}</HouseShell>;
}
