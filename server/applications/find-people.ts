import { identify } from '#server/jobs/core/hidden-names.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { findPeopleByWords } from './store/find-people.ts';

/** Somebody who applied, as a list names them. */
export interface FoundPerson {
  candidateId: string;
  jobId: string;
  /** The name, or "Candidate 4471" while the job hides names. */
  name: string;
  jobTitle: string;
}

/** People who applied to the organisation's jobs and whose name or number holds the words; `most` at the most. */
export async function findPeople(scope: OrgScope, words: string, most: number): Promise<FoundPerson[]> {
  const rows = await findPeopleByWords(scope, words, most);
  return rows.map(({ job, jobId, displayName, ...person }) => ({
    candidateId: person.candidateId,
    jobId,
    name: identify(job, { ...person, names: [displayName] }).name,
    jobTitle: job.title,
  }));
}
