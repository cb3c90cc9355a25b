import { getPublishedJob } from './get-job.ts';
import { listAskedUris } from './store/jobs.ts';

/**
 * The skills that a published job asks for, in the order of its lines: the URIs of those that count for each line, and
 * whether it is a must. Errors: `job.unknown`, `job.closed`.
 */
export async function listAskedSkills(
  jobId: string,
  now: Date,
): Promise<{ uris: string[]; must: boolean }[]> {
  await getPublishedJob(jobId, now);
  const lines = await listAskedUris(jobId);
  return lines.map(({ must, skills }) => ({ must, uris: skills.map(({ skill }) => skill.id) }));
}
