import type { PublicJobOutput } from '#server/jobs/schemas.ts';
import { toJobPosting, toScriptText } from './job-posting.ts';

/** The job for machines that read the page. It is data, never run, so that the script policy does not concern it. */
export function PostingData({ job }: { job: PublicJobOutput }) {
  return <script type="application/ld+json">{toScriptText(toJobPosting(job))}</script>;
}
