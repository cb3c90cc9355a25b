const day = 86_400_000;

/** Tells the person who waits how far it is. */
export type Say = (line: string) => void;

/** The moment `days` before `now`; negative = after it. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - Math.round(days * day));
}

/** Works through entries, at most `width` at once, keeping their order in the result. */
export async function inBatches<T, R>(
  entries: readonly T[],
  width: number,
  work: (entry: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < entries.length; start += width)
    results.push(...(await Promise.all(entries.slice(start, start + width).map(work))));
  return results;
}
