import type { CandidateScope } from '#server/platform/scope.ts';
import { describeRefusal, type RefusalFacts } from './describe-refusal.ts';
import { presentCredential } from './present-credential.ts';
import type { ImportItemOutput } from './schemas.ts';
import { findCredentials } from './store/credentials.ts';
import { hideItems, listImportItems, type StoredImportItem } from './store/imports.ts';

/** An item that is not finished after this time never will be: its worker died with every try. */
export const lostAfterMs = 2 * 3_600_000;

/** What became of an item by now; one that was lost shows as refused, so that nobody waits for ever. */
function endOf(item: StoredImportItem, now: Date): Pick<StoredImportItem, 'state' | 'code' | 'finishedAt'> {
  const end = new Date(item.createdAt.getTime() + lostAfterMs);
  return item.finishedAt || end > now ? item : { state: 'refused', code: 'fault', finishedAt: end };
}

function unpackedOf({ state, details }: Pick<StoredImportItem, 'state' | 'details'>): number | null {
  const count = (details as { unpacked?: unknown }).unpacked;
  return state === 'done' && typeof count === 'number' ? count : null;
}

/** The items of the candidate's imports that were not dismissed, newest first, with what became of each. */
export async function listImports(scope: CandidateScope, now = new Date()): Promise<ImportItemOutput[]> {
  const items = await listImportItems(scope);
  const ids = items.flatMap((item) => item.credentialId ?? []);
  const found = ids.length > 0 ? await findCredentials(scope, ids) : [];
  const credentials = new Map(found.map((entry) => [entry.id, presentCredential(scope.candidateId, entry)]));
  return items
    .map((stored) => ({ ...stored, ...endOf(stored, now) }))
    .map((item) => ({
      id: item.id,
      source: item.source as ImportItemOutput['source'],
      name: item.name,
      size: item.size,
      state: item.state as ImportItemOutput['state'],
      code: item.code,
      ...describeRefusal(item.code, item.details as RefusalFacts, null),
      duplicate: item.duplicate,
      unpacked: unpackedOf(item),
      createdAt: item.createdAt,
      finishedAt: item.finishedAt,
      credential: (item.credentialId && credentials.get(item.credentialId)) || null,
    }));
}

/** Hides items that are finished; one, or all of them. */
export function dismissItems(scope: CandidateScope, id: string | null, now = new Date()): Promise<void> {
  return hideItems(scope, id, new Date(now.getTime() - lostAfterMs));
}
