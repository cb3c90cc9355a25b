import { getIdentities } from '#server/accounts/index.ts';
import { env } from '#server/platform/env.ts';
import { guardedFetch } from '#server/platform/fetch.ts';
import { log } from '#server/platform/log.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { fetchOnSchedule, type ScheduledFetch } from './fetch-politely.ts';
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
const atOnce = 4;
const claimMs = 10 * 60_000;
/** A round ends after this time, whatever is left: the next beat goes on. */
const roundMs = 45_000;
const noMarks: ReadonlyMap<string, string> = new Map();

/** What a person asks for goes out at once, past pauses and lists that are kept. */
function fetchNow(ask: CachedFetch = guardedFetch): ScheduledFetch {
  return { fetch: rememberAnswers(ask), marks: noMarks };
}

const soonest = (now: Date) => new Date(now.getTime() + env().RECHECK_SECONDS * 1_000);

/**
 * Verifies a stored credential again from the bytes received, or from the newer copy of its issuer, as of now: the same path as an import, so that a
 * revocation, an expiry or a newly confirmed address changes what counts without anybody touching it.
 */
export async function recheckStoredCredential(
  candidateId: string,
  credentialId: string,
  trigger: 'recheck' | 'request',
  now: Date,
  { fetch, marks }: ScheduledFetch = fetchNow(),
): Promise<void> {
  const scope = candidateScope(candidateId);
  const stored = await findCredential(scope, credentialId);
  if (!stored) return;
  const [bytes, holder] = await Promise.all([
    files().get(stored.refreshedKey ?? stored.originalKey),
    getIdentities(accountScope(candidateId)),
  ]);
  const { report, tookMs, keysSeen } = await verifyBytes(bytes, holder, now, stored.sourceUrl, fetch);
  const { credential } = report;
  if (!credential) {
    // Stored documents were readable once; only a change of our own reader can bring us here.
    log.error({ credentialId, code: report.code }, 'a stored credential can no longer be read');
    await postponeCheck(scope, credentialId, soonest(now));
    return;
  }
  // What could not be found out is no news about what was withdrawn, and must not soften it.
  const isWithdrawn = stored.decidingCode === 'revoked' || stored.decidingCode === 'suspended';
  if (isWithdrawn && report.verdict === 'unknown') {
    await postponeCheck(scope, credentialId, soonest(now));
    return;
  }
  const { originalKey, originalName, originalSize, mediaType, sourceUrl } = stored;
  const original = { originalKey, originalName, originalSize, mediaType, sourceUrl };
  const read: ReadReport = { ...report, credential };
  await recordReport(scope, read, original, { trigger, now, tookMs, marks, keysSeen }, credentialId);
  if (report.verdict !== stored.verdict)
    log.info(
      {
        event: 'credential.verdict-changed',
        credentialId,
        before: stored.verdict,
        after: report.verdict,
        code: report.code,
      },
      'verdict changed',
    );
}

/**
 * Looks at every credential whose check is due; each address is asked once however many credentials name it. Several
 * workers may run it at once: each credential is claimed first, and looked at by the one that got it.
 * Returns how many this call looked at.
 */
export async function recheckDueCredentials(
  now: Date,
  source: ScheduledFetch = fetchOnSchedule(now),
): Promise<number> {
  const endsAt = performance.now() + roundMs;
  let done = 0;
  for (let left = true; left && performance.now() < endsAt; ) {
    const due = await listDue(now, dueAtOnce);
    left = due.length === dueAtOnce;
    const takeNext = async (): Promise<void> => {
      for (let next = due.shift(); next !== undefined && performance.now() < endsAt; next = due.shift()) {
        const scope = candidateScope(next.candidateId);
        if (!(await claimCheck(scope, next, new Date(now.getTime() + claimMs)))) continue;
        await recheckOrPostpone(next.candidateId, next.id, now, source);
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, takeNext));
  }
  if (done > 0) log.info({ event: 'credentials.rechecked', done }, 'verified what was due');
  return done;
}

/** Verifies all credentials of a candidate again, after what binds them changed. */
export async function recheckAllOf(candidateId: string, now: Date): Promise<void> {
  const source = fetchNow();
  for (const id of await listCredentialIds(candidateScope(candidateId)))
    await recheckOrPostpone(candidateId, id, now, source);
}

/** One credential that cannot be looked at must not keep the others from it: it comes up again later. */
async function recheckOrPostpone(
  candidateId: string,
  id: string,
  now: Date,
  source: ScheduledFetch,
): Promise<void> {
  try {
    await recheckStoredCredential(candidateId, id, 'recheck', now, source);
  } catch (error) {
    log.error(
      {
        event: 'credential.recheck-failed',
        credentialId: id,
        error: error instanceof Error ? error.message : 'unknown',
      },
      'recheck failed',
    );
    await postponeCheck(candidateScope(candidateId), id, soonest(now));
  }
}
