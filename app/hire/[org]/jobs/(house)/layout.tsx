import type { ReactNode } from 'react';
import { HouseShell } from '#app/hire/house-shell.tsx';

export default async function JobsLayout({
  params,
  children,
}: {
  params: Promise<{ org: string }>;
  children: ReactNode;
}) {
  return <HouseShell org={(await params).org}>{children}</HouseShell>;
}
