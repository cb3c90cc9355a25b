'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#app/trpc/client.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';

/** What follows once a badge counts for the person: the skills it proves, and the jobs that gain by it. */
export function NowYours({ credential }: { credential: CredentialOutput }) {
  const t = useTranslations('candidate.import');
  const trpc = useTRPC();
  const gaining = useQuery(trpc.applications.jobsGaining.queryOptions({ credentialId: credential.id }));
  const skills = credential.skills.filter((skill) => skill.state === 'proven').length;
  return (
    <p className="sm" role="status">
      <b>{t('nowYours', { skills, jobs: gaining.data?.jobs ?? 0 })}</b>{' '}
      {(gaining.data?.jobs ?? 0) > 0 && <AppLink href="/jobs/for-me">{t('nowYoursJobs')}</AppLink>}
    </p>
  );
}
