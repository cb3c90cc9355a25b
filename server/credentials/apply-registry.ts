import { isDeepStrictEqual } from 'node:util';
import { inTransaction } from '#server/platform/transaction.ts';
import type { RegistryEntry } from './core/registries/entry.ts';
import { isSuspiciousLoss } from './core/registries/upkeep.ts';
import { settleRecognition } from './settle-recognition.ts';
import { type LookResult, lockRegistry, noteLook, type StoredRegistry } from './store/registries.ts';
import {
  confirmEntries,
  deleteEntries,
  insertVersion,
  listEntries,
  putEntries,
} from './store/registry-entries.ts';

interface Difference {
  added: RegistryEntry[];
  removed: string[];
  changed: RegistryEntry[];
}

function compare(before: readonly RegistryEntry[], after: readonly RegistryEntry[]): Difference {
  const known = new Map(before.map((entry) => [entry.issuerId, entry]));
  const present = new Set(after.map(({ issuerId }) => issuerId));
  return {
    added: after.filter(({ issuerId }) => !known.has(issuerId)),
    removed: before.map(({ issuerId }) => issuerId).filter((id) => !present.has(id)),
    changed: after.filter((entry) => {
      const old = known.get(entry.issuerId);
      return old !== undefined && !isDeepStrictEqual(old, entry);
    }),
  };
}

/**
 * Takes over a good answer of a registry in one transaction: entries that are gone end recognition, every change of the
 * content becomes a version. An answer that lost suspiciously much is held back until it comes again.
 */
export async function applyRegistry(
  registry: StoredRegistry,
  answer: { entries: readonly RegistryEntry[]; hash: string },
  now: Date,
  nextLookAt: Date,
): Promise<void> {
  const { name } = registry;
  const { entries, hash } = answer;
  await inTransaction(async () => {
    if (!(await lockRegistry(registry))) return;
    const before = await listEntries(name);
    const difference = compare(before, entries);
    const kept = before.length - difference.removed.length;
    if (isSuspiciousLoss(before.length, kept) && registry.heldHash !== hash) {
      const detail = `it names ${kept} of ${before.length} issuers; the same answer again will be believed`;
      const state = 'shrunk';
      return noteLook(name, { ...failing(registry, now), state, detail, heldHash: hash, nextLookAt });
    }
    const { added, removed, changed } = difference;
    await deleteEntries(name, removed);
    await putEntries(name, [...added, ...changed], now);
    await confirmEntries(name, now);
    const touched = [...added, ...changed].map(({ issuerId }) => issuerId).concat(removed);
    const version = registry.version + (touched.length > 0 || registry.version === 0 ? 1 : 0);
    if (version > registry.version) await keepVersion(registry.name, version, answer, difference, now);
    await noteLook(name, { ...current, contentHash: hash, fetchedAt: now, version, nextLookAt });
    await settleRecognition(touched, now);
  });
}

const current = { state: 'current', detail: null, heldHash: null, failedSince: null, failures: 0 } as const;

/** What a failed look leaves: since when, and how often in a row. The last good entries stay. */
export function failing(registry: StoredRegistry, now: Date): Omit<LookResult, 'nextLookAt'> {
  return { failedSince: registry.failedSince ?? now, failures: registry.failures + 1 };
}

async function keepVersion(
  registryName: string,
  version: number,
  { entries, hash }: { entries: readonly RegistryEntry[]; hash: string },
  { added, removed, changed }: Difference,
  at: Date,
): Promise<void> {
  const ids = (list: readonly RegistryEntry[]) => list.map(({ issuerId }) => issuerId);
  await insertVersion({
    registryName,
    version,
    at,
    contentHash: hash,
    entries: entries.length,
    added: ids(added),
    removed,
    changed: ids(changed),
  });
}
