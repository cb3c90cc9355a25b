import { type Identity, isHidden } from '#server/jobs/core/hidden-names.ts';
import type { JobOutput } from '#server/jobs/schemas.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { findHits, type Hit, hitSources, readTerms, type SearchText } from './core/hits.ts';
import { judgeSubject, listFilterParts, type RankingFilter } from './core/ranking-filter.ts';
import { toEvidence } from './count-coverage.ts';
import { notApplied } from './identify-people.ts';
import { namePeople } from './name-people.ts';
import type { OwnedEvidence } from './store/evidence.ts';
import type { Applicant } from './store/people.ts';
import { listCredentialFacts, listShown, searchApplicants, searchFindable } from './store/search.ts';

/** Somebody to be judged, with what the ranking found. */
export interface JudgedPerson {
  candidateId: string;
  applicant: Applicant | null;
  rows: readonly OwnedEvidence[];
  mustsMet: boolean;
  queue: 'first' | 'second' | null;
}

/** What the filters say of somebody. */
export interface Judgement {
  passes: boolean;
  /** Keys of the filters each of which alone keeps them out. */
  keptOutBy: string[];
  /** Where the words of the search were found. */
  hits: Hit[];
}

/** What filters may ask beside evidence and stage; read only when one does. */
interface Beside {
  facts: Awaited<ReturnType<typeof listCredentialFacts>>;
  shown: Awaited<ReturnType<typeof listShown>>;
  hits: Map<string, Hit[]>;
}

type Judge = (people: readonly JudgedPerson[]) => Promise<Map<string, Judgement>>;

/** Makes the question that a list's filters ask of people, to be put a batch at a time. */
export function makeJudge(scope: OrgScope, job: JobOutput, filter: RankingFilter, now: Date): Judge {
  const parts = listFilterParts(filter);
  const terms = readTerms(filter.words);
  return async (people) => {
    const beside = parts.length === 0 ? nothing : await readBeside(scope, job, filter, terms, people);
    return new Map(
      people.map((person) => {
        const hits = beside.hits.get(person.candidateId);
        const { mustsMet, queue, applicant } = person;
        const subject = {
          evidence: toEvidence(person.rows).map((row) => ({ ...row, ...beside.facts.get(row.credentialId) })),
          stage: applicant?.stage ?? 'none',
          // Where somebody lives says too much of who it is.
          place: isHidden(job, applicant ?? notApplied)
            ? null
            : (beside.shown.get(person.candidateId)?.place ?? null),
          found: terms.length === 0 || hits !== undefined,
          ...{ mustsMet, queue },
        };
        return [person.candidateId, { ...judgeSubject(subject, filter, parts, now), hits: hits ?? [] }];
      }),
    );
  };
}

const nothing: Beside = { facts: new Map(), shown: new Map(), hits: new Map() };

async function readBeside(
  scope: OrgScope,
  job: JobOutput,
  filter: RankingFilter,
  terms: readonly string[],
  people: readonly JudgedPerson[],
): Promise<Beside> {
  const ids = people.map((person) => person.candidateId);
  const asksKind = filter.kinds.length > 0 || filter.freshYears !== null;
  const asksShown = filter.places.length > 0 || terms.length > 0;
  const [facts, shown] = await Promise.all([
    asksKind ? listCredentialFacts(people.flatMap((person) => person.rows)) : nothing.facts,
    asksShown ? listShown(scope, ids) : nothing.shown,
  ]);
  const hits = terms.length > 0 ? await search(scope, job, terms, people, shown) : nothing.hits;
  return { facts, shown, hits };
}

/**
 * Looks for all terms in what the employer may see of each person: nothing that is hidden from them is searched, so
 * that a search cannot find out what a page does not say.
 */
async function search(
  scope: OrgScope,
  job: JobOutput,
  terms: readonly string[],
  people: readonly JudgedPerson[],
  shown: Beside['shown'],
): Promise<Map<string, Hit[]>> {
  const applied = people.filter((person) => person.applicant).map((person) => person.candidateId);
  const found = people.filter((person) => !person.applicant).map((person) => person.candidateId);
  const [given, open, known] = await Promise.all([
    searchApplicants(scope, job.id, applied, terms),
    found.length > 0 ? searchFindable(scope, found, terms) : [],
    namePeople(job, people),
  ]);
  const texts = new Map<string, SearchText[]>();
  for (const { candidateId, source, text } of [...given, ...open])
    texts.set(candidateId, [...(texts.get(candidateId) ?? []), { source, text }]);
  const hits = people.flatMap(({ candidateId }): [string, Hit[]][] => {
    const all = textsOf(
      texts.get(candidateId) ?? [],
      known.get(candidateId),
      shown.get(candidateId)?.headline,
    );
    const own = findHits(all, terms);
    return own ? [[candidateId, own]] : [];
  });
  return new Map(hits);
}

/** Everything to look through of one person, as they are shown, the name first. */
function textsOf(
  texts: readonly SearchText[],
  known: Identity | undefined,
  headline: string | null | undefined,
): SearchText[] {
  if (!known) return [];
  const all: SearchText[] = [
    { source: 'name', text: known.name },
    ...(headline ? [{ source: 'headline' as const, text: known.maskOwn(headline) }] : []),
    ...texts.map(({ source, text }) => ({
      source,
      // Words by the person may say more than words about them.
      text: source === 'note' ? known.maskOwn(text) : known.mask(text),
    })),
  ];
  return all.sort((a, b) => hitSources.indexOf(a.source) - hitSources.indexOf(b.source));
}
