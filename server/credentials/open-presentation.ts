import type { CandidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { classify } from './gather/classify.ts';
import { listPresented } from './gather/presentation.ts';
import { unpack } from './gather/unpack/unpack.ts';
import { receiveImport } from './receive-import.ts';
import { type StoredImportItem, updateImportItem } from './store/imports.ts';

const mostCredentials = 20;

/** What an item stands on. */
type Original = { bytes: Uint8Array; key: string; mediaType: string };

/**
 * Opens a presentation that was handed in like a file: the item goes on with its first credential, and each other one
 * becomes an item of its own, so that each is kept, checked again and shown alone. Anything else is returned as it is,
 * also a presentation of more than 20: what is wrong with it is for the report to say.
 */
export async function openPresentation(
  scope: CandidateScope,
  item: StoredImportItem,
  original: Original,
): Promise<Original> {
  const document = classify(unpack(original.bytes));
  if (document.kind !== 'presentation') return original;
  const [first, ...others] = listPresented(document.json);
  if (first === undefined || others.length >= mostCredentials) return original;
  const bytes = new TextEncoder().encode(first);
  const key = await files().put(scope.candidateId, bytes);
  const { id, name } = item;
  const mediaType = 'application/vc';
  // Together: a try that is cut off must find either the presentation, or all that was in it.
  await inTransaction(async () => {
    await updateImportItem(scope, id, {
      state: 'reading',
      originalKey: key,
      size: bytes.byteLength,
      mediaType,
    });
    for (const text of others)
      await receiveImport(scope, { source: 'file', name, mediaType, bytes: Buffer.from(text) });
  });
  await files().remove(original.key);
  return { bytes, key, mediaType };
}
