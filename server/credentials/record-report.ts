import { createHash } from 'node:crypto';
import { env } from '#server/platform/env.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { storable } from '#server/platform/storable.ts';
import { files } from '#server/platform/storage.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { deriveEvidence, deriveProposals, evidenceRuleSet } from './core/evidence.ts';
import type { CredentialView, Report } from './core/report.ts';
import { datesOf, nextLook, withdrawalOf } from './core/schedule.ts';
import { carryStanding, type Standing, saysLess } from './core/standing.ts';
import type { KeySeen } from './gather/keys/seen-keys.ts';
import { issuerKeyOf, meetIssuers } from './meet-issuers.ts';
import { presentPart } from './present-part.ts';
import {
  type CredentialState,
  findByDigest,
  findCredential,
  insertCredential,
  isTakenDigest,
  type Original,
  updateCredential,
} from './store/credentials.ts';
import { addProposals, listConfirmedTags, replaceEvidence, suspendEvidence } from './store/evidence.ts';
import { noteKeys } from './store/issuer-keys.ts';
import { dropRepeatedRun, insertRun } from './store/runs.ts';
import { credentialRestored, credentialWithdrawn, evidenceChanged } from './tasks.ts';
import { isWatched, standingOf, watchLists } from './watch-lists.ts';

/** A report whose document could be read as a credential. */
export type ReadReport = Report & { credential: CredentialView };

/** The identity of a credential: issuer, id and payload; never the signature, which can be spelled in several ways. */
export function digestOf(report: ReadReport): string {
  const { issuer, id } = report.credential;
  return createHash('sha256')
    .update([issuer.id ?? '', id ?? '', report.payloadHash].join('\0'))
    .digest('hex');
}

/** Years that the database does not know are no dates. */
function date(text: string | null): Date | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  const year = new Date(time).getUTCFullYear();
  return year >= 1 && year <= 9999 ? new Date(time) : null;
}

/** Every credential of a report, the whole first. */
function listReports(report: Report): Report[] {
  return [report, ...report.parts.flatMap(listReports)];
}

/** When to look again: by risk, with part of the digest as the chance that spreads what came in together. */
function nextCheck(
  report: ReadReport,
  { verdictSince, unreachableSince }: Standing,
  digest: string,
  now: Date,
): Date {
  const { verdict, code } = report;
  const withdrawal = withdrawalOf(report, isWatched);
  const outlook = {
    verdict,
    code,
    withdrawal,
    dates: datesOf(report),
    changedAt: verdictSince,
    unreachableSince,
  };
  const spread = Number.parseInt(digest.slice(0, 6), 16) / 0xffffff;
  return nextLook(outlook, now, env().RECHECK_SECONDS * 1_000, spread);
}

function stateOf(report: ReadReport, standing: Standing, digest: string, now: Date): CredentialState {
  const { credential } = report;
  const { verdictSince, lastGoodAt, unreachableSince } = standing;
  const deciding = report.findings.find((finding) => finding.code === report.code);
  return {
    format: report.format,
    container: report.container,
    kind: credential.kind,
    title: credential.title ?? 'Untitled credential',
    issuerId: issuerKeyOf(credential.issuer.id),
    issuedAt: date(credential.issuedAt),
    validFrom: date(credential.validFrom),
    validUntil: date(credential.validUntil),
    view: JSON.parse(JSON.stringify({ ...credential, endorsements: report.endorsements })),
    parts: JSON.parse(JSON.stringify(report.parts.map((part) => presentPart(part, now)))),
    anchor: report.anchor === null ? null : { ...report.anchor },
    verdict: report.verdict,
    decidingCode: report.code,
    decidingDetail: deciding?.detail ?? null,
    decidingSource: deciding?.source ?? null,
    bound: report.bound,
    tier: report.tier.level,
    tierRule: report.tier.rule,
    checkedAt: now,
    verdictSince,
    lastGoodAt,
    unreachableSince,
    nextCheckAt: nextCheck(report, standing, digest, now),
    statusLists: [...report.watch.statusLists],
  };
}

/** The part of a state that a verification finds out even where nothing of the credential could be read. */
function withoutWords(state: CredentialState) {
  const { kind, title, issuerId, issuedAt, validFrom, validUntil, view, parts, ...found } = state;
  return found;
}

/** How a verification came about, and how long it took in milliseconds. */
export interface Occasion {
  trigger: 'import' | 'recheck' | 'request';
  now: Date;
  tookMs: number;
  /** Marks of the lists that were answered from what is stored, by address. */
  marks?: ReadonlyMap<string, string>;
  /** Keys that issuers were seen to publish. */
  keysSeen?: readonly KeySeen[];
}

/** Where a report was written. `duplicate`: the candidate had the credential, and `originalKey` is not its file. */
export interface Recorded {
  credentialId: string;
  duplicate: boolean;
}

/**
 * Writes a report in one transaction: credential, run with its eight checks, evidence, proposals. A credential
 * that the candidate has already (same digest, or `knownId`) is updated; the bytes received first are kept.
 * Null when `knownId` was removed meanwhile.
 */
export async function recordReport(
  scope: CandidateScope,
  given: ReadReport,
  original: Omit<Original, 'digest'>,
  occasion: Occasion,
  knownId: string | null = null,
): Promise<Recorded | null> {
  const report = storable(given);
  const copy = await keepCopy(scope, given, occasion.now);
  const write = () => inTransaction(() => writeReport(scope, report, { original, copy }, occasion, knownId));
  try {
    // Two imports of one credential at once: the later one finds what the earlier stored.
    const written = await write().catch((error: unknown) => {
      if (isTakenDigest(error)) return write();
      throw error;
    });
    const unused = written === null ? copy?.refreshedKey : copy && written.supersededKey;
    if (unused) await files().remove(unused);
    return written && { credentialId: written.credentialId, duplicate: written.duplicate };
  } catch (error) {
    if (copy) await files().remove(copy.refreshedKey);
    throw error;
  }
}

/** Stores the issuer's newer copy byte for byte, beside the original; null when there is none. */
async function keepCopy(scope: CandidateScope, { refreshed }: ReadReport, refreshedAt: Date) {
  if (refreshed === null) return null;
  const bytes = new TextEncoder().encode(refreshed.text);
  return { refreshedKey: await files().put(scope.candidateId, bytes), refreshedAt };
}

/** The file of a copy that a newer one took the place of. */
type Written = Recorded & { supersededKey: string | null };

/** The files of a credential: as received, and the newer copy of its issuer where there is one. */
type Kept = { original: Omit<Original, 'digest'>; copy: { refreshedKey: string; refreshedAt: Date } | null };

async function writeReport(
  scope: CandidateScope,
  report: ReadReport,
  { original, copy }: Kept,
  { now, trigger, tookMs, marks = new Map(), keysSeen = [] }: Occasion,
  knownId: string | null,
): Promise<Written | null> {
  await meetIssuers([report], now);
  await noteKeys(keysSeen, now);
  const digest = digestOf(report);
  const id = knownId ?? (await findByDigest(scope, digest))?.id ?? null;
  const known = id === null ? null : await findCredential(scope, id);
  if (knownId && !known) return null;
  const before = known ? standingOf(known) : null;
  const standing = carryStanding(report, before, now);
  const isLess = saysLess(report, before);
  const state = { ...stateOf(report, standing, digest, now), ...copy };
  // An old file handed in again says less than the copy that is known: that one is looked at next.
  if (known?.refreshedKey && !copy && trigger === 'import') state.nextCheckAt = now;
  // Whose it was stays, too, where nobody is named any more.
  if (isLess && before !== null && report.credential.recipient === null) state.bound = before.bound;
  if (known && !(await updateCredential(scope, known.id, isLess ? withoutWords(state) : state))) return null;
  const credentialId = known?.id ?? (await insertCredential(scope, { digest, ...original }, state));
  const { verdict, decidingCode, bound } = state;
  const checks = report.checks.map((check) => ({ ...check, at: new Date(check.at) }));
  const run = { credentialId, at: now, trigger, verdict, decidingCode, bound, tookMs, checks };
  if (trigger === 'recheck') await dropRepeatedRun(scope, run);
  await insertRun(scope, run);
  await addProposals(scope, credentialId, deriveProposals(report));
  const isProvenAnew =
    isLess && standing.unreachableSince !== null
      ? await suspendEvidence(scope, credentialId, now)
      : await writeEvidence(scope, { credentialId, isNew: known === null }, report, now);
  // A new credential was not disclosed to anybody yet.
  if (isProvenAnew && known !== null) await askRecount(scope, credentialId, report);
  await watchLists(scope, { credentialId, isNew: known === null }, report, marks, now);
  // What a withdrawn badge answers may not name its holder any more: whose it was decides.
  if (before?.bound === 'yes' && standing.changed) await tellOfChange(scope, credentialId, report);
  // The same file is no duplicate: an import that was cut off after its write is being repeated.
  return {
    credentialId,
    duplicate: known !== null && known.originalKey !== original.originalKey,
    supersededKey: known?.refreshedKey ?? null,
  };
}

/** What rests on the credential is counted anew, with the check that decided as the reason. */
async function askRecount(
  scope: CandidateScope,
  credentialId: string,
  { code, verdict, findings }: ReadReport,
) {
  const reason = verdict === 'valid' ? null : code;
  const check = findings.find((finding) => finding.code === reason)?.check ?? null;
  const payload = { candidateId: scope.candidateId, credentialId, check, code: reason };
  await enqueue(evidenceChanged, payload, { key: `evidence:${credentialId}` });
}

/** News for the holder leaves with the report, or not at all. */
async function tellOfChange(scope: CandidateScope, credentialId: string, { code, verdict }: ReadReport) {
  const payload = { candidateId: scope.candidateId, credentialId };
  if (verdict === 'valid') await enqueue(credentialRestored, payload, { key: `restored:${credentialId}` });
  if (code !== 'revoked' && code !== 'suspended') return;
  await enqueue(credentialWithdrawn, { ...payload, how: code }, { key: `withdrawn:${credentialId}` });
}

async function writeEvidence(
  scope: CandidateScope,
  { credentialId, isNew }: { credentialId: string; isNew: boolean },
  report: ReadReport,
  now: Date,
) {
  const confirmed = isNew ? [] : await listConfirmedTags(scope, credentialId);
  const derived = deriveEvidence(report, confirmed);
  // The issuer of the whole was met before the credential was written.
  const proving = listReports(report).filter(
    (part) => part !== report && derived.some(({ issuerId }) => issuerId === part.credential?.issuer.id),
  );
  await meetIssuers(proving, now);
  const rows = derived.map((row) => ({
    ...row,
    issuerId: issuerKeyOf(row.issuerId),
    checkedAt: now,
    validFrom: date(row.validFrom),
    validUntil: date(row.validUntil),
    ruleSet: evidenceRuleSet,
  }));
  return replaceEvidence(scope, credentialId, rows, isNew);
}
