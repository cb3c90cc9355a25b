import { type Identity, identify } from '#server/jobs/core/hidden-names.ts';
import { listKnownNames } from './store/people.ts';

/** Somebody whom an employer may see for a job. `name` is the one given with the application, null without one. */
export interface PersonOfJob {
  candidateId: string;
  name: string | null;
  stage: string | null;
  alias: number | null;
  revealedAt: Date | null;
}

/** The facts about somebody who was found by their own visibility. */
export const notApplied = { name: null, stage: null, alias: null, revealedAt: null } as const;

/**
 * Who people are for the employer of a job: by name, or by number while the job hides names. Everything that an
 * employer is shown about a person goes through here.
 */
export async function identifyPeople(
  job: { namesHiddenUntil: string | null },
  people: readonly PersonOfJob[],
): Promise<Map<string, Identity>> {
  // A mask has to know all names; without one the name of the application is enough.
  const asked = people.filter((person) => job.namesHiddenUntil !== null || person.name === null);
  const known = await listKnownNames(asked.map((person) => person.candidateId));
  return new Map(
    people.map(({ name, ...person }) => {
      const names = [...(name === null ? [] : [name]), ...(known.get(person.candidateId) ?? [])];
      return [person.candidateId, identify(job, { ...person, names })];
    }),
  );
}
