import { getIdentities } from '#server/accounts/index.ts';
import { env } from '#server/platform/env.ts';
import { log } from '#server/platform/log.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { type ReadReport, recordReport } from './record-report.ts';
import { findCredential, listCredentialIds, listDue, postponeCheck } from './store/credentials.ts';
import { pruneUnchangedRuns } from './store/runs.ts';
import { type CachedFetch, rememberAnswers, verifyBytes } from './verify-bytes.ts';

const dueAtOnce = 500;
const keepUnchangedMs = 7 * 86_400_000;

/**
 * Verifies a stored credential again from the bytes received, as of now: the same path as an import, so that a
 * revocation, an expiry or a newly confirmed address changes what counts without anybody touching it.
 */
export async function recheckStoredCredential(
  candidateId: string,
  credentialId: string,
  trigger: 'recheck' | 'request',
  now: Date,
  fetch: CachedFetch = rememberAnswers(),
): Promise<void> {
  const scope = candidateScope(candidateId);
  const stored = await findCredential(scope, credentialId);
  if (!stored) return;
  const [bytes, holder] = await Promise.all([
    files().get(stored.originalKey),
    getIdentities(accountScope(candidateId)),
  ]);
  const { report, tookMs } = await verifyBytes(bytes, holder, now, stored.sourceUrl, fetch);
  const { credential } = report;
  if (!credential) {
    // Stored documents were readable once; only a change of our own reader can bring us here.
    log.error({ credentialId, code: report.code }, 'a stored credential can no longer be read');
    await postponeCheck(scope, credentialId, new Date(now.getTime() + env().RECHECK_SECONDS * 1_000));
    return;
  }
  const { originalKey, originalName, originalSize, mediaType, sourceUrl } = stored;
  const original = { originalKey, originalName, originalSize, mediaType, sourceUrl };
  const read: ReadReport = { ...report, credential };
  await recordReport(scope, read, original, { trigger, now, tookMs }, credentialId);
  if (report.verdict !== stored.verdict)
    log.info(
      { credentialId, before: stored.verdict, after: report.verdict, code: report.code },
      'verdict changed',
    );
}

/** Looks at every credential whose check is due; each address is asked once however many credentials name it. */
export async function recheckDueCredentials(now: Date): Promise<number> {
  const due = await listDue(now, dueAtOnce);
  const fetch = rememberAnswers();
  for (const { candidateId, id } of due) {
    try {
      await recheckStoredCredential(candidateId, id, 'recheck', now, fetch);
    } catch (error) {
      log.error(
        { credentialId: id, error: error instanceof Error ? error.message : 'unknown' },
        'recheck failed',
      );
      await postponeCheck(
        candidateScope(candidateId),
        id,
        new Date(now.getTime() + env().RECHECK_SECONDS * 1_000),
      );
    }
  }
  await pruneUnchangedRuns(new Date(now.getTime() - keepUnchangedMs));
  return due.length;
}

/** Verifies all credentials of a candidate again, after what binds them changed. */
export async function recheckAllOf(candidateId: string, now: Date): Promise<void> {
  const fetch = rememberAnswers();
  for (const id of await listCredentialIds(candidateScope(candidateId)))
    await recheckStoredCredential(candidateId, id, 'recheck', now, fetch);
}
