import { guardedFetch } from '#server/platform/fetch.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { FetchPort } from './core/fetch-port.ts';
import { isIssuerId } from './core/registries/entry.ts';
import { nextLookAt } from './core/registries/upkeep.ts';
import { type AskedSource, askAboutIssuer, type IssuerAnswer } from './gather/registries/ask-about-issuer.ts';
import { settleRecognition } from './settle-recognition.ts';
import {
  listDueIssuers,
  listLookups,
  listUnaskedIssuers,
  putLookup,
  type StoredLookup,
} from './store/lookups.ts';
import { listRegistries, lockRegistry, type StoredRegistry } from './store/registries.ts';
import { deleteEntries, putEntries } from './store/registry-entries.ts';
import { rememberAnswers } from './verify-bytes.ts';

const issuersAtOnce = 50;

/**
 * Asks the registries that answer about one issuer at a time, each when its last answer is no more good. An outage and
 * an answer that must not be believed leave what it said last, until that ends by itself. Registries in `silent` are
 * passed over; one that does not answer is added.
 */
export async function lookUpIssuer(
  issuerId: string,
  now: Date,
  fetch: FetchPort = guardedFetch,
  silent: Set<string> = new Set(),
): Promise<void> {
  const [registries, lookups] = await Promise.all([listRegistries(), listLookups(issuerId)]);
  for (const registry of registries) {
    const { source } = registry;
    const earlier = lookups.find(({ registryName }) => registryName === registry.name) ?? null;
    const isAsked = source.type === 'oidf' || source.type === 'ebsi';
    if (!isAsked || silent.has(registry.name) || (earlier !== null && earlier.nextAskAt > now)) continue;
    const answer: IssuerAnswer = isIssuerId(issuerId)
      ? await askAboutIssuer(source, issuerId, fetch, now)
      : { state: 'absent', detail: 'such an id stands in no registry' };
    if (answer.state === 'unreachable') silent.add(registry.name);
    await inTransaction(() => keepAnswer({ registry, source, issuerId }, earlier, answer, now));
  }
}

async function keepAnswer(
  { registry, source, issuerId }: { registry: StoredRegistry; source: AskedSource; issuerId: string },
  earlier: StoredLookup | null,
  answer: IssuerAnswer,
  now: Date,
): Promise<void> {
  if (!(await lockRegistry(registry))) return;
  const hasFailed = answer.state === 'unreachable' || answer.state === 'refused';
  const failures = hasFailed ? (earlier?.failures ?? 0) + 1 : 0;
  if (answer.state === 'listed') await putEntries(registry.name, [answer.entry], now);
  if (answer.state === 'absent') await deleteEntries(registry.name, [issuerId]);
  await putLookup({
    registryName: registry.name,
    issuerId,
    state: answer.state,
    detail: answer.state === 'listed' ? null : answer.detail,
    askedAt: now,
    failedSince: hasFailed ? (earlier?.failedSince ?? now) : null,
    failures,
    nextAskAt: nextLookAt(now, source.refreshHours, failures),
  });
  await settleRecognition([issuerId], now);
}

/** Asks about issuers that were not asked about yet, or whose answers are no more good; returns how many that were. */
export async function lookUpDueIssuers(now: Date, fetch: FetchPort = rememberAnswers()): Promise<number> {
  const due = [...(await listUnaskedIssuers(issuersAtOnce)), ...(await listDueIssuers(now, issuersAtOnce))];
  const silent = new Set<string>();
  for (const issuerId of new Set(due)) await lookUpIssuer(issuerId, now, fetch, silent);
  return due.length;
}
