import type { JobOutput } from '#server/jobs/schemas.ts';
import { namePeople } from './name-people.ts';
import type { Field } from './scan-field.ts';
import type { RankingListOutput } from './schemas.ts';
import { listIssuerNames } from './store/evidence.ts';

/**
 * Issuers behind a list, to filter by. Who issues badges to themselves is an issuer of their own name: while the job
 * hides it, such an issuer is left out.
 */
export async function offerIssuers(
  job: JobOutput,
  { entries, issuers }: Field,
): Promise<RankingListOutput['issuers']> {
  const named = await listIssuerNames([...issuers.keys()]);
  const people = (id: string) => issuers.get(id) ?? [];
  // What a registry lists is an institution.
  const unlisted = named.filter((issuer) => job.namesHiddenUntil !== null && !issuer.recognised);
  const holders = new Set(unlisted.flatMap(({ id }) => people(id)));
  const known = await namePeople(
    job,
    entries.filter((entry) => holders.has(entry.candidateId)),
  );
  const tells = ({ id, name }: { id: string; name: string }) => {
    const text = `${name} ${id}`;
    return people(id).some((candidateId) => known.get(candidateId)?.mask(text) !== text);
  };
  return named
    .filter((issuer) => !unlisted.includes(issuer) || !tells(issuer))
    .map(({ id, name }) => ({ id, name, people: people(id).length }));
}
