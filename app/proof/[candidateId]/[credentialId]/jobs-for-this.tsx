import { getTranslations } from 'next-intl/server';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { api } from '#server/api/caller.ts';
import type { JobsForCredentialOutput } from '#server/applications/schemas.ts';

type Job = JobsForCredentialOutput['jobs'][number];

/** The list, or null when it cannot be had now: the proof itself does not wait for it. */
async function findJobs(credentialId: string): Promise<JobsForCredentialOutput | null> {
  try {
    return await (await api()).applications.jobsForCredential({ id: credentialId });
  } catch {
    return null;
  }
}

async function JobLine({ job, credentialId }: { job: Job; credentialId: string }) {
  const t = await getTranslations('proof.jobs');
  return (
    <li className="stack-1">
      <p>
        <AppLink href={`/jobs/${job.jobId}`}>{job.title}</AppLink>
        <span className="quiet block">
          <bdi>{job.employer}</bdi>
          {job.totalTenths !== null && ` · ${t('cover', { points: job.totalTenths / 10 })}`}
        </span>
        <span className="quiet block">{t('asks', { skills: job.asks.join(', ') })}</span>
      </p>
      <p>
        {job.applied ? (
          <AppLink href="/applications">{t('applied')}</AppLink>
        ) : (
          <ButtonLink size="sm" href={`/jobs/${job.jobId}/apply?with=${credentialId}`}>
            {t('apply')}
            <span className="vh"> {t('applyTo', { job: job.title })}</span>
          </ButtonLink>
        )}
      </p>
    </li>
  );
}

/** Open jobs that ask for what this credential proves; applying takes it along. For its holder. */
export async function JobsForThis({ credentialId }: { credentialId: string }) {
  const [t, found] = await Promise.all([getTranslations('proof.jobs'), findJobs(credentialId)]);
  return (
    <section className="noprint stack-2">
      <h2 className="text-md">{t('title')}</h2>
      {found === null && (
        <p className="t13 soft">
          {t('failed')} <AppLink href="/jobs">{t('all')}</AppLink>
        </p>
      )}
      {found?.jobs.length === 0 && (
        <p className="t13 soft">
          {t('none')} <AppLink href="/jobs">{t('all')}</AppLink>
        </p>
      )}
      {found !== null && found.jobs.length > 0 && (
        <ul className="t13 stack">
          {found.jobs.map((job) => (
            <JobLine key={job.jobId} job={job} credentialId={credentialId} />
          ))}
        </ul>
      )}
      {found?.more && (
        <p className="t13">
          <AppLink href="/jobs">{t('more')}</AppLink>
        </p>
      )}
    </section>
  );
}
