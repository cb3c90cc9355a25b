/** The board's filters as they stand in its address, and back. */
import { boardSorts, contracts, listPublishedInput, workplaces } from '#server/jobs/schemas.ts';

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

/** The order that an address need not name. */
export const usualSort = 'newest';

/** What of the board's input comes from the address; `cursor` is the page. */
export type BoardFilters = {
  q: string;
  place: string;
  skill: string;
  payFrom: number | null;
  sort: (typeof boardSorts)[number];
  workplace: (typeof workplaces)[number][];
  contract: (typeof contracts)[number][];
  statesPay: boolean;
  noDegree: boolean;
  answersSoon: boolean;
};

/** One filter in use, and the filters without it. */
export type ActiveFilter = {
  key: string;
  group:
    | 'q'
    | 'place'
    | 'skill'
    | 'payFrom'
    | 'workplace'
    | 'contract'
    | 'statesPay'
    | 'noDegree'
    | 'answersSoon';
  value: string;
  without: BoardFilters;
};

function listOf(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

function known<T extends string>(names: readonly T[], given: string[]): T[] {
  return names.filter((name) => given.includes(name));
}

/** Words of a field, as far as the procedure takes them. */
function wordsOf(field: 'q' | 'place' | 'skill', value: string | string[] | undefined): string {
  const words = listPublishedInput.shape[field].safeParse(listOf(value)[0]?.slice(0, 100));
  return (words.success && words.data) || '';
}

/** An amount as people write it: "40 000", "40,000" and "40 000.00" are 40000. */
function amountOf(value: string | string[] | undefined): number | null {
  const whole = (listOf(value)[0] ?? '').trim().replace(/[.,]\d{1,2}$/, '');
  const digits = whole.replaceAll(/[\s.,'’]/g, '');
  const amount = listPublishedInput.shape.payFrom.safeParse(
    /^\d+$/.test(digits) ? Number(digits) : undefined,
  );
  return amount.data ?? null;
}

/** Reads the address. What it does not know it ignores: an old link still opens the list. */
export function readFilters(params: SearchParams): { filters: BoardFilters; cursor: string | null } {
  return {
    filters: {
      q: wordsOf('q', params.q),
      place: wordsOf('place', params.place),
      skill: wordsOf('skill', params.skill),
      payFrom: amountOf(params.from),
      sort: boardSorts.find((name) => name === params.sort) ?? usualSort,
      workplace: known(workplaces, listOf(params.workplace)),
      contract: known(contracts, listOf(params.contract)),
      statesPay: params.pay === '1',
      noDegree: params.degree === '0',
      answersSoon: params.answer === '10',
    },
    cursor: listOf(params.after)[0]?.slice(0, 200) ?? null,
  };
}

/** The address of the board with these filters. */
export function boardHref(filters: BoardFilters, cursor?: string | null): string {
  const params = new URLSearchParams();
  if (filters.q) params.set('q', filters.q);
  if (filters.place) params.set('place', filters.place);
  if (filters.skill) params.set('skill', filters.skill);
  for (const name of filters.workplace) params.append('workplace', name);
  for (const name of filters.contract) params.append('contract', name);
  if (filters.payFrom) params.set('from', String(filters.payFrom));
  if (filters.statesPay) params.set('pay', '1');
  if (filters.noDegree) params.set('degree', '0');
  if (filters.answersSoon) params.set('answer', '10');
  if (filters.sort !== usualSort) params.set('sort', filters.sort);
  if (cursor) params.set('after', cursor);
  const query = params.toString();
  return query === '' ? '/jobs' : `/jobs?${query}`;
}

/** What the procedure takes, but for the page and the order. */
export function boardInput(filters: BoardFilters) {
  const { q, place, skill, payFrom, workplace, contract, statesPay, noDegree, answersSoon } = filters;
  return {
    ...(q ? { q } : {}),
    ...(place ? { place } : {}),
    ...(skill ? { skill } : {}),
    ...(payFrom ? { payFrom } : {}),
    ...(workplace.length > 0 ? { workplace } : {}),
    ...(contract.length > 0 ? { contract } : {}),
    ...(statesPay ? { statesPay } : {}),
    ...(noDegree ? { noDegree } : {}),
    ...(answersSoon ? { answersSoon } : {}),
  };
}

/** Every filter in use, in the order of the form. */
export function activeFilters(filters: BoardFilters): ActiveFilter[] {
  const { q, workplace, contract, statesPay, noDegree, answersSoon } = filters;
  const active: ActiveFilter[] = [];
  if (q) active.push({ key: 'q', group: 'q', value: q, without: { ...filters, q: '' } });
  for (const group of ['place', 'skill'] as const) {
    const value = filters[group];
    if (value) active.push({ key: group, group, value, without: { ...filters, [group]: '' } });
  }
  if (filters.payFrom !== null) {
    const without = { ...filters, payFrom: null };
    active.push({ key: 'from', group: 'payFrom', value: String(filters.payFrom), without });
  }
  for (const value of workplace) {
    const without = { ...filters, workplace: workplace.filter((name) => name !== value) };
    active.push({ key: `workplace-${value}`, group: 'workplace', value, without });
  }
  for (const value of contract) {
    const without = { ...filters, contract: contract.filter((name) => name !== value) };
    active.push({ key: `contract-${value}`, group: 'contract', value, without });
  }
  if (statesPay) {
    active.push({ key: 'pay', group: 'statesPay', value: '1', without: { ...filters, statesPay: false } });
  }
  if (noDegree) {
    active.push({ key: 'degree', group: 'noDegree', value: '0', without: { ...filters, noDegree: false } });
  }
  if (answersSoon) {
    const without = { ...filters, answersSoon: false };
    active.push({ key: 'answer', group: 'answersSoon', value: '10', without });
  }
  return active;
}
