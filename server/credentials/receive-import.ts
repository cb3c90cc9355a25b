import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { storableText } from '#server/platform/storable.ts';
import { files } from '#server/platform/storage.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { lostAfterMs } from './list-imports.ts';
import { countOpenItems, insertImportItem } from './store/imports.ts';
import { importReceived } from './tasks.ts';

/** The largest file that is taken, in bytes. */
export const fileLimit = 10 * 1024 * 1024;
const mostOpenItems = 50;

/** What a person hands in: a file with its name, an address, or a pasted text. */
export type Submission =
  | { source: 'file'; name: string; mediaType: string; bytes: Uint8Array }
  | { source: 'url'; url: string }
  | { source: 'paste'; text: string }
  | { source: 'wallet'; name: string; text: string };

/**
 * Reads the form of an import: one part `file`, or `url`, or `text`; a text that is one web address is an address.
 * Errors: `import.empty`, `file.too_large`, `link.too_long`.
 */
export async function readSubmission(form: FormData): Promise<Submission> {
  const file = form.get('file');
  if (file instanceof File) {
    if (file.size > fileLimit)
      throw new AppError(
        'file.too_large',
        'bad-input',
        `${megabytes(file.size)} is over the limit of 10 MB.`,
        'Unpack it and send the badge alone.',
      );
    const bytes = new Uint8Array(await file.arrayBuffer());
    return {
      source: 'file',
      name: plainName(file.name),
      mediaType: file.type.slice(0, 200) || 'application/octet-stream',
      bytes,
    };
  }
  const text = String(form.get('url') ?? form.get('text') ?? '').trim();
  if (text === '')
    throw new AppError(
      'import.empty',
      'bad-input',
      'There is nothing in it.',
      'Choose a file, or paste an address or a credential.',
    );
  if (!/^https?:\/\/\S+$/i.test(text)) return { source: 'paste', text };
  if (text.length > 2_000)
    throw new AppError(
      'link.too_long',
      'bad-input',
      'The address has more than 2000 letters.',
      'Open it in a browser, download the badge, and upload the file.',
    );
  return { source: 'url', url: storableText(text) };
}

/** A file's name for pages and headers: without control characters, not cut within a character. */
function plainName(name: string): string {
  const plain = storableText(name.replace(/\p{Cc}/gu, ' ').slice(0, 200)).replace(/\uFFFD+$/, '');
  return plain.trim() || 'file';
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/**
 * Takes one item of an import: keeps the bytes as they came and puts the work on the queue. Returns the item's id
 * at once; `listImports` tells how far it is. Errors: `import.too_many`.
 */
export async function receiveImport(scope: CandidateScope, submission: Submission): Promise<{ id: string }> {
  const since = new Date(Date.now() - lostAfterMs);
  if ((await countOpenItems(scope, since)) >= mostOpenItems)
    throw new AppError(
      'import.too_many',
      'too-many',
      `${mostOpenItems} items are being checked already.`,
      'Wait until some are done.',
    );
  const bytes = bytesOf(submission);
  const originalKey = bytes ? await files().put(scope.candidateId, bytes) : null;
  const store = async () => {
    const id = await insertImportItem(scope, {
      source: submission.source,
      name: nameOf(submission),
      size: bytes?.byteLength ?? 0,
      mediaType: submission.source === 'file' ? submission.mediaType : 'text/plain',
      originalKey,
      url: submission.source === 'url' ? submission.url : null,
    });
    await enqueue(importReceived, { candidateId: scope.candidateId, itemId: id }, { maxAttempts: 3 });
    return { id };
  };
  try {
    return await inTransaction(store);
  } catch (error) {
    if (originalKey) await files().remove(originalKey);
    throw error;
  }
}

function bytesOf(submission: Submission): Uint8Array | null {
  if (submission.source === 'file') return submission.bytes;
  return submission.source === 'url' ? null : new TextEncoder().encode(submission.text);
}

function nameOf(submission: Submission): string {
  if (submission.source === 'file' || submission.source === 'wallet') return submission.name;
  return submission.source === 'url' ? submission.url.slice(0, 200) : 'Pasted text';
}
