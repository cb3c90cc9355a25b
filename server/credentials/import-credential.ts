import { getIdentities } from '#server/accounts/index.ts';
import { log } from '#server/platform/log.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { storableText } from '#server/platform/storable.ts';
import { files } from '#server/platform/storage.ts';
import { fetchShared } from './fetch-shared.ts';
import { listEntries } from './gather/open-archive.ts';
import { openPresentation } from './open-presentation.ts';
import { type ReadReport, recordReport } from './record-report.ts';
import { isOriginalInUse } from './store/credentials.ts';
import { findImportItem, type StoredImportItem, updateImportItem } from './store/imports.ts';
import { unpackImport } from './unpack-import.ts';
import { verifyBytes } from './verify-bytes.ts';

/** Bytes to verify, or the code that says why there are none. */
type Fetched = { bytes: Uint8Array; key: string; mediaType: string } | { code: string; detail: string };

/**
 * Works on one received item: reads, verifies, stores or refuses it. Safe to repeat: a finished item is left
 * alone, and the same credential again is recognised. A fault refuses the item, so that nobody waits for ever.
 */
export async function importCredential(candidateId: string, itemId: string, now: Date): Promise<void> {
  const scope = candidateScope(candidateId);
  const item = await findImportItem(scope, itemId);
  if (!item || item.finishedAt) return;
  await updateImportItem(scope, itemId, { state: 'reading' });
  const received = await fetchOriginal(candidateId, item);
  if ('code' in received) return refuse(received.code, { detail: received.detail });
  const several = await listEntries(received.bytes);
  if (several) return unpackImport(scope, { ...item, originalKey: received.key }, several, refuse);
  const fetched = await openPresentation(scope, item, received);
  await updateImportItem(scope, itemId, { state: 'checking' });
  const holder = await getIdentities(accountScope(candidateId));
  const { report, tookMs, keysSeen } = await verifyBytes(fetched.bytes, holder, now, item.url);
  const { credential } = report;
  if (!credential) return refuse(report.code ?? 'not-a-credential', refusalDetails(report.findings));
  await updateImportItem(scope, itemId, { state: 'reading-skills' });
  const original = {
    originalKey: fetched.key,
    originalName: item.name,
    originalSize: fetched.bytes.byteLength,
    mediaType: fetched.mediaType,
    sourceUrl: item.url,
  };
  const read: ReadReport = { ...report, credential };
  const stored = await recordReport(scope, read, original, { trigger: 'import', now, tookMs, keysSeen });
  // Removed in the very moment it was recognised: the next try stores it anew.
  if (!stored) throw new Error('the credential was removed while it was imported again');
  const finishedAt = new Date();
  await updateImportItem(scope, itemId, { state: 'done', ...stored, finishedAt });
  if (stored.duplicate) await files().remove(fetched.key);
  log.info({ verdict: report.verdict, code: report.code, format: report.format, tookMs }, 'imported');

  async function refuse(code: string, details: Record<string, string>): Promise<void> {
    await updateImportItem(scope, itemId, { state: 'refused', code, details, finishedAt: new Date() });
    await dropFile(candidateId, itemId);
  }
}

/** A refused document belongs to no credential: only the sentence about it stays. */
async function dropFile(candidateId: string, itemId: string): Promise<void> {
  const item = await findImportItem(candidateScope(candidateId), itemId);
  if (item?.originalKey) await files().remove(item.originalKey);
}

function refusalDetails(findings: ReadReport['findings']): Record<string, string> {
  const [first] = findings;
  return first ? { detail: storableText(first.detail) } : {};
}

async function fetchOriginal(candidateId: string, item: StoredImportItem): Promise<Fetched> {
  if (item.originalKey)
    return { bytes: await files().get(item.originalKey), key: item.originalKey, mediaType: item.mediaType };
  if (!item.url) return { code: 'malformed', detail: 'nothing was received' };
  const answer = await fetchShared(item.url);
  if ('code' in answer) return answer;
  const key = await files().put(candidateId, answer.body);
  const scope = candidateScope(candidateId);
  const mediaType = answer.contentType.slice(0, 200) || 'application/octet-stream';
  await updateImportItem(scope, item.id, {
    state: 'reading',
    originalKey: key,
    size: answer.body.byteLength,
    mediaType,
  });
  return { bytes: answer.body, key, mediaType };
}

/**
 * Marks an item that could not be worked on, after the last try. A credential that was stored before the fault
 * keeps its file; the next import of the same document recognises it.
 */
export async function giveUpImport(candidateId: string, itemId: string): Promise<void> {
  const scope = candidateScope(candidateId);
  const item = await findImportItem(scope, itemId);
  if (!item || item.finishedAt) return;
  await updateImportItem(scope, itemId, { state: 'refused', code: 'fault', finishedAt: new Date() });
  if (item.originalKey && !(await isOriginalInUse(scope, item.originalKey)))
    await files().remove(item.originalKey);
}
