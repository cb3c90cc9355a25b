import { z } from 'zod';
import type { Coverage } from './coverage.ts';
import { compareText } from './evidence.ts';

/** Orders of the ranked list. Ranks are those of the coverage in each of them. */
export const rankingSorts = ['coverage', 'applied', 'name'] as const;
export type RankingSort = (typeof rankingSorts)[number];

/** What an order looks at. */
export interface Orderable {
  candidateId: string;
  queue: 'first' | 'second' | null;
  coverage: Coverage;
  appliedAt: Date | null;
  name: string;
}

/** Where somebody stands in an order: compared part by part, and unique, since the id comes last. */
export type OrderKey = readonly (string | number)[];

const queueNumbers = { first: 1, second: 2 } as const;

/** A name as it is sorted and searched: without marks over letters, in small letters. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}

/** The place of somebody in an order. The queues stay apart in every order: the second one has a rule of its own. */
export function orderKey(entry: Orderable, sort: RankingSort): OrderKey {
  const { queue, coverage, appliedAt, name, candidateId } = entry;
  const before = queue === null ? 3 : queueNumbers[queue];
  if (sort === 'applied') return [before, appliedAt === null ? 0 : -appliedAt.getTime(), candidateId];
  if (sort === 'name') return [before, foldText(name).slice(0, 40), candidateId];
  const [musts, points] =
    coverage.kind === 'score' ? [coverage.mustsMet ? 0 : 1, coverage.totalMicro] : [1, 0];
  return [before, musts, -points, candidateId];
}

/** Compares two places of the same order. */
export function compareKeys(a: OrderKey, b: OrderKey): number {
  for (const [at, left] of a.entries()) {
    const right = b[at];
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : compareText(String(left), String(right));
    if (order !== 0) return order;
  }
  return 0;
}

const cursorShape = z.tuple([z.enum(rankingSorts)], z.union([z.string().max(200), z.number()]));

/** A page's end as text for an address. */
export function writeCursor(sort: RankingSort, key: OrderKey): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify([sort, ...key]))));
}

/** The page's end of a cursor of this order; null when it is none. */
export function readCursor(sort: RankingSort, cursor: string): OrderKey | null {
  try {
    const bytes = Uint8Array.from(atob(cursor), (letter) => letter.charCodeAt(0));
    const [of, ...key] = cursorShape.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return of === sort && typeof key.at(-1) === 'string' ? key : null;
  } catch {
    return null;
  }
}
