import { closeQuietJob, listQuietJobs, type QuietJob, writeSilenceTold } from '#server/jobs/index.ts';
import { appendAudit } from '#server/organizations/index.ts';
import { log } from '#server/platform/log.ts';
import { enqueue } from '#server/platform/queue.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { closesAt, quietBefore, silenceStep } from './core/silence.ts';
import { listLastActivity, listWaiting } from './store/activity.ts';
import { jobFallsSilent, jobFellSilent, silentJobClosed } from './tasks.ts';

const pageSize = 200;
const latest = (one: Date, other: Date | undefined) => (other && other > one ? other : one);

async function warn(job: QuietJob, lastAt: Date, now: Date): Promise<void> {
  const { id: jobId, organizationId } = job;
  await inTransaction(async () => {
    await writeSilenceTold(jobId, now);
    const until = closesAt(lastAt, now).toISOString();
    await enqueue(jobFallsSilent, { jobId, organizationId, until });
  });
}

/** Closes the job and has everybody told who waits in it, or does nothing when somebody was faster. */
async function close(job: QuietJob, lastAt: Date, now: Date): Promise<boolean> {
  const { id: jobId, organizationId } = job;
  return inTransaction(async () => {
    if (!(await closeQuietJob(job, lastAt, now))) return false;
    const details = { silentSince: lastAt.toISOString() };
    const subject = `job:${jobId}`;
    await appendAudit({ organizationId, actorId: null, action: 'job.closed_itself', subject, details });
    await enqueue(jobFellSilent, { jobId, organizationId });
    for (let after: string | null = null, more = true; more; ) {
      const page = await listWaiting(jobId, after, now, pageSize);
      for (const { candidateId, id: applicationId } of page)
        await enqueue(silentJobClosed, { candidateId, applicationId }, { key: `silent:${applicationId}` });
      after = page.at(-1)?.candidateId ?? null;
      more = page.length === pageSize;
    }
    return true;
  });
}

/**
 * Closes published jobs in which nothing has happened for thirty days (E23) and has their applicants told; tells the
 * organisation seven days before. Running it again does nothing new.
 */
export async function closeIdleJobs(now: Date): Promise<void> {
  const done = { told: 0, closed: 0 };
  for (let after: string | null = null, more = true; more; ) {
    const page: QuietJob[] = await listQuietJobs(quietBefore(now), after, pageSize);
    const activity = await listLastActivity(page.map((job) => job.id));
    for (const job of page) {
      const lastAt = latest(job.touchedAt, activity.get(job.id));
      const step = silenceStep(lastAt, job.silenceToldAt, now);
      if (step === 'tell') await warn(job, lastAt, now);
      if (step === 'tell') done.told += 1;
      if (step === 'close' && (await close(job, lastAt, now))) done.closed += 1;
    }
    after = page.at(-1)?.id ?? null;
    more = page.length === pageSize;
  }
  if (done.told + done.closed > 0) log.info({ event: 'jobs.silent', ...done }, 'looked for silent jobs');
}
