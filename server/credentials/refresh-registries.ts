import { guardedFetch } from '#server/platform/fetch.ts';
import { log } from '#server/platform/log.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { applyRegistry, failing } from './apply-registry.ts';
import type { FetchPort } from './core/fetch-port.ts';
import type { Json } from './core/json.ts';
import { readRegistryList } from './core/registries/dcc-list.ts';
import { readDccRegistry } from './core/registries/dcc-registry.ts';
import type { RegistrySource } from './core/registries/sources.ts';
import { nextLookAt } from './core/registries/upkeep.ts';
import { fetchList, type WholeSource } from './gather/registries/fetch-list.ts';
import { readRegistries } from './read-registries.ts';
import { settleRecognition } from './settle-recognition.ts';
import { listRecognisedIds } from './store/issuers.ts';
import { claimDueRegistries, noteLook, type StoredRegistry } from './store/registries.ts';
import { listTurningIds } from './store/registry-entries.ts';
import { syncRegistries } from './sync-registries.ts';

const claimMs = 10 * 60_000;
const dayMs = 86_400_000;

/**
 * One round of the clock: brings the stored registries in line with the configuration, reads those that are due, and
 * ends or begins recognitions whose day has come. A configuration that cannot be used leaves everything as it is.
 */
export async function refreshRegistries(now: Date, fetch: FetchPort = guardedFetch): Promise<void> {
  try {
    await followConfiguration(readRegistries(), now);
  } catch (error) {
    log.error(
      { error: error instanceof Error ? error.message : 'unknown' },
      'issuer registries not configured',
    );
  }
  const until = new Date(now.getTime() + claimMs);
  // A list names registries that are due at once: a second round reads them.
  for (let round = 0; round < 2; round++)
    for (const registry of await claimDueRegistries(now, until)) await lookAt(registry, now, fetch);
  await settleRecognition(await listTurningIds(new Date(now.getTime() - dayMs), now), now);
}

async function followConfiguration(sources: readonly RegistrySource[], now: Date): Promise<void> {
  await inTransaction(async () => {
    const isLess = await syncRegistries(sources, null, now);
    if (isLess) await settleRecognition(await listRecognisedIds(), now);
  });
}

async function lookAt(registry: StoredRegistry, now: Date, fetch: FetchPort): Promise<void> {
  const { source } = registry;
  const usual = nextLookAt(now, source.refreshHours, 0);
  // Asked about one issuer at a time; there is nothing to read as a whole.
  if (source.type === 'oidf' || source.type === 'ebsi') return noteLook(registry.name, { nextLookAt: usual });
  const answer = await fetchList(source, fetch);
  const soon = nextLookAt(now, source.refreshHours, registry.failures + 1);
  const trouble = answer.ok ? await takeOver(registry, source, answer, now, usual) : answer;
  if (trouble === null) return;
  const { state, detail } = trouble;
  log.warn({ registry: registry.name, state, detail }, 'issuer registry not read');
  await noteLook(registry.name, { ...failing(registry, now), state, detail, nextLookAt: soon });
}

type Trouble = { state: 'unreachable' | 'malformed'; detail: string };

async function takeOver(
  registry: StoredRegistry,
  source: WholeSource,
  { json, hash }: { json: Json; hash: string },
  now: Date,
  usual: Date,
): Promise<Trouble | null> {
  if (source.type === 'dcc-list') return takeOverList(registry, source, json, now, usual);
  const read = readDccRegistry(json);
  if (!read.ok) return { state: 'malformed', detail: read.detail };
  await applyRegistry(registry, { entries: read.entries, hash }, now, usual);
  return null;
}

/** The registries that a list names are read like configured ones; the list itself names no issuers. */
async function takeOverList(
  registry: StoredRegistry,
  source: Extract<WholeSource, { type: 'dcc-list' }>,
  json: Json,
  now: Date,
  usual: Date,
): Promise<Trouble | null> {
  const read = readRegistryList(json, source.anchors, source.refreshHours);
  if (!read.ok) return { state: 'malformed', detail: read.detail };
  if (read.sources.length === 0)
    return { state: 'malformed', detail: 'it names no registry that can be used' };
  const detail = read.unusable.map(({ name, why }) => `${name}: ${why}`).join('; ') || null;
  await inTransaction(async () => {
    const isLess = await syncRegistries(read.sources, registry, now);
    await noteLook(registry.name, {
      state: 'current',
      detail,
      fetchedAt: now,
      failedSince: null,
      failures: 0,
      nextLookAt: usual,
    });
    if (isLess) await settleRecognition(await listRecognisedIds(), now);
  });
  return null;
}
