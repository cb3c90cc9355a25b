import { getIdentities } from '#server/accounts/index.ts';
import { env } from '#server/platform/env.ts';
import { log } from '#server/platform/log.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { type ReadReport, recordReport } from './record-report.ts';
import {
  claimCheck,
  findCredential,
  listCredentialIds,
  listDue,
  postponeCheck,
} from './store/credentials.ts';
import { type CachedFetch, rememberAnswers, verifyBytes } from './verify-bytes.ts';

const dueAtOnce = 500;
const claimMs = 10 * 60_000;

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

/**
 * Looks at every credential whose check is due; each address is asked once however many credentials name it. Several
 * workers may run it at once: each credential is claimed first, and looked at by the one that got it.
 * Returns how many this call looked at.
 */
export async function recheckDueCredentials(now: Date): Promise<number> {
  const fetch = rememberAnswers();
  let done = 0;
  for (const due of await listDue(now, dueAtOnce)) {
    const scope = candidateScope(due.candidateId);
    if (!(await claimCheck(scope, due, new Date(now.getTime() + claimMs)))) continue;
    await recheckOrPostpone(due.candidateId, due.id, now, fetch);
    done += 1;
  }
  return done;
}

/** Verifies all credentials of a candidate again, after what binds them changed. */
export async function recheckAllOf(candidateId: string, now: Date): Promise<void> {
  const fetch = rememberAnswers();
  for (const id of await listCredentialIds(candidateScope(candidateId)))
    await recheckOrPostpone(candidateId, id, now, fetch);
}

/** One credential that cannot be looked at must not keep the others from it: it comes up again later. */
async function recheckOrPostpone(
  candidateId: string,
  id: string,
  now: Date,
  fetch: CachedFetch,
): Promise<void> {
  try {
    await recheckStoredCredential(candidateId, id, 'recheck', now, fetch);
  } catch (error) {
    log.error(
      { credentialId: id, error: error instanceof Error ? error.message : 'unknown' },
      'recheck failed',
    );
    const later = new Date(now.getTime() + env().RECHECK_SECONDS * 1_000);
    await postponeCheck(candidateScope(candidateId), id, later);
  }
}
