import { api } from '#server/api/caller.ts';
import type { PublicJobOutput } from '#server/jobs/schemas.ts';

/** Within how many whole days half of an employer's applicants had their answer, by slug; unmeasured ones are left out. */
export async function findAnswerTimes(
  jobs: readonly Pick<PublicJobOutput, 'employer'>[],
): Promise<Map<string, number>> {
  const employers = [...new Set(jobs.map((job) => job.employer.slug))];
  if (employers.length === 0) return new Map();
  const times = await (await api()).applications.answerTimes({ employers });
  return new Map(times.map(({ slug, days }) => [slug, Math.max(1, Math.ceil(days))]));
}
