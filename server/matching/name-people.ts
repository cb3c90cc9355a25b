import type { Identity } from '#server/jobs/core/hidden-names.ts';
import { identifyPeople, notApplied } from './identify-people.ts';
import type { Applicant } from './store/people.ts';

/** Who people of a list are for the employer of its job, by id. */
export function namePeople(
  job: { namesHiddenUntil: string | null },
  people: readonly { candidateId: string; applicant: Applicant | null }[],
): Promise<Map<string, Identity>> {
  return identifyPeople(
    job,
    people.map(({ candidateId, applicant }) => ({ ...(applicant ?? notApplied), candidateId })),
  );
}
