import { log } from '#server/platform/log.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { storableText } from '#server/platform/storable.ts';
import { files } from '#server/platform/storage.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { listEntries } from './gather/open-archive.ts';
import type { Entry } from './gather/unpack/unpacked.ts';
import {
  countOpenItems,
  insertImportItem,
  type NewImportItem,
  type StoredImportItem,
  updateImportItem,
} from './store/imports.ts';
import { importReceived } from './tasks.ts';

/** What waits at most for one person when archives are unpacked. */
const mostWaiting = 500;

type Several = NonNullable<Awaited<ReturnType<typeof listEntries>>>;
type Refuse = (code: string, details: Record<string, string>) => Promise<void>;

/**
 * Ends an item that is an archive of several credentials: each becomes an item of its own with stages, result and file;
 * what is no credential becomes a refused one. All of it in one transaction, so that a repeat finds it done or not begun.
 */
export async function unpackImport(
  scope: CandidateScope,
  archive: StoredImportItem,
  { container, credentials, others }: Several,
  refuse: Refuse,
): Promise<void> {
  const now = new Date();
  const waiting = await countOpenItems(scope, new Date(now.getTime() - 2 * 3_600_000));
  if (waiting + credentials.length > mostWaiting) return refuse('import.too_many', {});
  const isPicture = container === 'png' || container === 'svg';
  const nameOf = ({ name }: Entry) =>
    storableText(isPicture ? `${archive.name} (${name})` : name).slice(0, 200);
  const items: NewImportItem[] = [];
  try {
    for (const entry of others) items.push(refusedItem(entry, nameOf(entry), now));
    for (const entry of credentials) items.push(await newItem(scope, entry, nameOf(entry), now));
    await inTransaction(async () => {
      for (const item of items) await storeItem(scope, item);
      const details = { unpacked: credentials.length, files: items.length };
      await updateImportItem(scope, archive.id, { state: 'done', details, finishedAt: now });
    });
  } catch (error) {
    for (const { originalKey } of items) if (originalKey) await files().remove(originalKey);
    throw error;
  }
  // Each credential has a file of its own from here on.
  if (archive.originalKey) await files().remove(archive.originalKey);
  log.info({ container, credentials: credentials.length, others: others.length }, 'unpacked');
}

async function storeItem(scope: CandidateScope, item: NewImportItem): Promise<void> {
  const itemId = await insertImportItem(scope, item);
  if (!item.refusal)
    await enqueue(importReceived, { candidateId: scope.candidateId, itemId }, { maxAttempts: 3 });
}

/** An address is fetched by its own item; what could not be opened, such as an archive inside, is refused at once. */
async function newItem(scope: CandidateScope, entry: Entry, name: string, now: Date): Promise<NewImportItem> {
  const { document, bytes } = entry;
  if (document.kind === 'refused') return refusedItem(entry, name, now);
  const plain = { name, size: bytes.byteLength, mediaType: 'application/octet-stream' };
  if (document.kind === 'link')
    return { ...plain, source: 'url', originalKey: null, url: storableText(document.url) };
  return { ...plain, source: 'file', url: null, originalKey: await files().put(scope.candidateId, bytes) };
}

function refusedItem({ document, bytes }: Entry, name: string, at: Date): NewImportItem {
  const { code, detail } =
    document.kind === 'refused' ? document : { code: 'not-a-credential', detail: 'file' };
  return {
    source: 'file',
    name,
    size: bytes.byteLength,
    mediaType: 'application/octet-stream',
    originalKey: null,
    url: null,
    refusal: { code, details: { detail: storableText(detail) }, at },
  };
}
