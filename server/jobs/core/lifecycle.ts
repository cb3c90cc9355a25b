/** The states of a job posting, in the order in which it passes through them. */
export const jobStatuses = ['draft', 'published', 'closed'] as const;
export type JobStatus = (typeof jobStatuses)[number];

const nextOf: Readonly<Record<JobStatus, readonly JobStatus[]>> = {
  draft: ['published', 'closed'],
  published: ['closed'],
  closed: [],
};

/** True when a job may go from one state to the other. A closed job stays closed: people were told so. */
export function mayBecome(from: JobStatus, to: JobStatus): boolean {
  return nextOf[from].includes(to);
}

/** What of a job decides whether it can be shown to the public. Amounts are whole units of `payCurrency`. */
export interface PublishableJob {
  readonly title: string;
  readonly description: string;
  readonly workplace: string;
  readonly place: string | null;
  readonly payMin: number | null;
  readonly payMax: number | null;
  readonly payCurrency: string | null;
  readonly payPeriod: string | null;
  readonly validThrough: Date | null;
}

/** Something that keeps a job from being published: the field it is about, and which rule it breaks. */
export interface PublishProblem {
  readonly field: 'title' | 'description' | 'place' | 'pay' | 'validThrough';
  readonly code:
    | 'job.title_missing'
    | 'job.description_missing'
    | 'job.place_missing'
    | 'job.pay_without_unit'
    | 'job.pay_reversed'
    | 'job.end_passed';
}

/**
 * Everything that keeps a draft from being published, in the order of the form; empty when it may go out.
 * A job without requirements is allowed: it has no score, for anybody.
 */
export function publishProblems(job: PublishableJob, now: Date): PublishProblem[] {
  const problems: PublishProblem[] = [];
  if (job.title.trim().length < 3) problems.push({ field: 'title', code: 'job.title_missing' });
  if (job.description.trim() === '') problems.push({ field: 'description', code: 'job.description_missing' });
  if (job.workplace !== 'remote' && !job.place?.trim())
    problems.push({ field: 'place', code: 'job.place_missing' });
  const paid = job.payMin !== null || job.payMax !== null;
  if (paid && (job.payCurrency === null || job.payPeriod === null))
    problems.push({ field: 'pay', code: 'job.pay_without_unit' });
  if (job.payMin !== null && job.payMax !== null && job.payMin > job.payMax)
    problems.push({ field: 'pay', code: 'job.pay_reversed' });
  if (job.validThrough !== null && job.validThrough <= now)
    problems.push({ field: 'validThrough', code: 'job.end_passed' });
  return problems;
}

/** True while applications are taken: published, and its last day has not passed. */
export function takesApplications(job: { status: string; validThrough: Date | null }, now: Date): boolean {
  return job.status === 'published' && (job.validThrough === null || job.validThrough > now);
}
