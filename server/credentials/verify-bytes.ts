import { guardedFetch } from '#server/platform/fetch.ts';
import { loadSkillIndex } from '#server/skills/index.ts';
import type { Report } from './core/report.ts';
import { verifyDocument } from './verify-document.ts';

/** Whose credential it should be; empty lists ask for nobody. */
export interface Holder {
  emails: readonly string[];
  dids: readonly string[];
}

/** A fetch that asks each address once, however many credentials of one run point at it. */
export type CachedFetch = typeof guardedFetch;

/** Makes a fetch that remembers its answers for as long as it is kept (one run of the worker). */
export function rememberAnswers(): CachedFetch {
  const answers = new Map<string, ReturnType<CachedFetch>>();
  return (url, options) => {
    const key = `${options?.accept ?? ''} ${url}`;
    const known = answers.get(key);
    if (known) return known;
    const answer = guardedFetch(url, options);
    answers.set(key, answer);
    return answer;
  };
}

/** Verifies bytes with this installation's network and skills. Returns the report and its duration in ms. */
export async function verifyBytes(
  bytes: Uint8Array,
  holder: Holder,
  now: Date,
  sourceUrl: string | null,
  fetch: CachedFetch = guardedFetch,
): Promise<{ report: Report; tookMs: number }> {
  const started = performance.now();
  const report = await verifyDocument(bytes, {
    fetch,
    now,
    emails: [...holder.emails],
    dids: [...holder.dids],
    resolver: await loadSkillIndex(),
    ...(sourceUrl ? { sourceUrl } : {}),
  });
  return { report, tookMs: Math.round(performance.now() - started) };
}
