/** The ranked list as it stands in its address: `skill=12:3&tier=2&issuer=…&stage=screen&sort=applied`. */
import { type RankingSort, rankingSorts } from './list-order.ts';
import { credentialKinds, type RankingFilter } from './ranking-filter.ts';

/** The parameters of an address, as Next gives them. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What is asked of the list: its filters and its order. */
export interface ListView {
  filter: RankingFilter;
  sort: RankingSort;
}

const all = (value: string | string[] | undefined): string[] =>
  value === undefined ? [] : [...new Set([value].flat())];
const one = (value: string | string[] | undefined): string => all(value)[0] ?? '';
const oneOf = <const Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null;

function readNumber(text: string, most: number): number | null {
  const number = /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}

function readSkills(texts: readonly string[]): RankingFilter['skills'] {
  const skills = new Map<number, number | null>();
  for (const text of texts) {
    const [, key, level] = /^(\d{1,9})(?::([1-4]))?$/.exec(text) ?? [];
    if (key && !skills.has(Number(key))) skills.set(Number(key), level ? Number(level) : null);
  }
  return [...skills].slice(0, 10).map(([skillKey, minLevel]) => ({ skillKey, minLevel }));
}

/** Reads an address; what does not fit is left out, so that an old link still opens a list. */
export function readListView(query: Query): ListView {
  const within = (texts: string[], letters: number, most: number) =>
    texts.filter((text) => text.length > 0 && text.length <= letters).slice(0, most);
  return {
    sort: oneOf(rankingSorts, one(query.sort)) ?? 'coverage',
    filter: {
      skills: readSkills(all(query.skill)),
      minTier: readNumber(one(query.tier), 5),
      issuerIds: within(all(query.issuer), 2_000, 20),
      kinds: all(query.kind).flatMap((text) => oneOf(credentialKinds, text) ?? []),
      freshYears: readNumber(one(query.years), 50),
      stages: all(query.stage)
        .filter((stage) => /^[a-z]{2,12}$/.test(stage))
        .slice(0, 10),
      places: within(all(query.place), 120, 10),
      mustsMet: one(query.musts) === 'met',
      queue: oneOf(['first', 'second'], one(query.queue)),
      words: one(query.q).replace(/\s+/g, ' ').trim().slice(0, 200).trim(),
    },
  };
}

/** The query part of an address with these filters in this order; empty without any. One spelling each. */
export function writeListView({ filter, sort }: ListView): string {
  const params = new URLSearchParams();
  if (filter.words) params.append('q', filter.words);
  for (const { skillKey, minLevel } of filter.skills)
    params.append('skill', minLevel ? `${skillKey}:${minLevel}` : String(skillKey));
  if (filter.minTier) params.append('tier', String(filter.minTier));
  for (const id of filter.issuerIds) params.append('issuer', id);
  for (const kind of filter.kinds) params.append('kind', kind);
  if (filter.freshYears) params.append('years', String(filter.freshYears));
  if (filter.mustsMet) params.append('musts', 'met');
  if (filter.queue) params.append('queue', filter.queue);
  for (const stage of filter.stages) params.append('stage', stage);
  for (const place of filter.places) params.append('place', place);
  if (sort !== 'coverage') params.append('sort', sort);
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** Reads the query part that `writeListView` wrote. */
export function parseListView(text: string): ListView {
  const query: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(text)) query[name] = [...(query[name] ?? []), value];
  return readListView(query);
}
