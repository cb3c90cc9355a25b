import { guardedFetch } from '#server/platform/fetch.ts';
import { loadSkillIndex } from '#server/skills/index.ts';
import type { Report } from './core/report.ts';
import { describeKeys, type KeySeen, type PublishedKey } from './gather/keys/seen-keys.ts';
import { raiseAlarm } from './raise-alarm.ts';
import { readSettings } from './read-settings.ts';
import { verifyDocument } from './verify-document.ts';

/** Whose credential it should be; empty lists ask for nobody. */
export interface Holder {
  emails: readonly string[];
  dids: readonly string[];
}

/** A fetch that asks each address once, however many credentials of one run point at it. */
export type CachedFetch = typeof guardedFetch;

const rememberedBytes = 64 * 1024 * 1024;

/**
 * Makes a fetch that remembers its answers for as long as it is kept (one run of the worker), the oldest giving way
 * when they hold more than 64 MiB together.
 */
export function rememberAnswers(ask: CachedFetch = guardedFetch): CachedFetch {
  const answers = new Map<string, { answer: ReturnType<CachedFetch>; bytes: number }>();
  let held = 0;
  return async (url, options) => {
    const { accept = '', maxBytes = '', ifNoneMatch = '' } = options ?? {};
    const key = `${accept} ${maxBytes} ${ifNoneMatch} ${url}`;
    const known = answers.get(key);
    if (known) return known.answer;
    const entry = { answer: ask(url, options), bytes: 0 };
    answers.set(key, entry);
    const answer = await entry.answer;
    if (answers.get(key) !== entry) return answer;
    entry.bytes = 500 + (answer.ok ? answer.body.byteLength : 0);
    held += entry.bytes;
    for (const [oldest, { bytes }] of answers) {
      if (held <= rememberedBytes) break;
      answers.delete(oldest);
      held -= bytes;
    }
    return answer;
  };
}

/**
 * Verifies bytes with this installation's network, skills and settings. Returns the report, its duration in
 * ms, and the keys that issuers were seen to publish.
 */
export async function verifyBytes(
  bytes: Uint8Array,
  holder: Holder,
  now: Date,
  sourceUrl: string | null,
  fetch: CachedFetch = guardedFetch,
): Promise<{ report: Report; tookMs: number; keysSeen: KeySeen[] }> {
  const started = performance.now();
  const keys: PublishedKey[] = [];
  const report = await verifyDocument(bytes, {
    fetch,
    now,
    emails: [...holder.emails],
    dids: [...holder.dids],
    resolver: await loadSkillIndex(),
    settings: readSettings(),
    onKey: (key) => keys.push(key),
    ...(sourceUrl ? { sourceUrl } : {}),
  });
  await raiseAlarm(
    [report, ...report.parts].flatMap(({ findings }) => findings),
    now,
  );
  const tookMs = Math.round(performance.now() - started);
  const isProven = report.checks.some(({ name, result }) => name === 'proof' && result === 'pass');
  return { report, tookMs, keysSeen: describeKeys(keys, isProven) };
}
