import { createHash } from 'node:crypto';
import { env } from '#server/platform/env.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { deriveEvidence, deriveProposals, evidenceRuleSet, nextCheckAt } from './core/evidence.ts';
import type { CredentialView, Report } from './core/report.ts';
import {
  type CredentialState,
  findByDigest,
  findCredential,
  insertCredential,
  type Original,
  updateCredential,
} from './store/credentials.ts';
import { addProposals, listConfirmedTags, replaceEvidence } from './store/evidence.ts';
import { noteIssuer } from './store/issuers.ts';
import { insertRun } from './store/runs.ts';

/** A report whose document could be read as a credential. */
export type ReadReport = Report & { credential: CredentialView };

/** The identity of a credential: issuer, id and payload; never the signature, which can be spelled in several ways. */
export function digestOf(report: ReadReport): string {
  const { issuer, id } = report.credential;
  return createHash('sha256')
    .update([issuer.id ?? '', id ?? '', report.payloadHash].join('\0'))
    .digest('hex');
}

const date = (text: string | null) =>
  text === null || Number.isNaN(Date.parse(text)) ? null : new Date(text);

function stateOf(report: ReadReport, now: Date): CredentialState {
  const { credential } = report;
  return {
    format: report.format,
    container: report.container,
    kind: credential.kind,
    title: credential.title ?? 'Untitled credential',
    issuerId: credential.issuer.id,
    issuedAt: date(credential.issuedAt),
    validFrom: date(credential.validFrom),
    validUntil: date(credential.validUntil),
    view: JSON.parse(JSON.stringify(credential)),
    verdict: report.verdict,
    decidingCode: report.code,
    bound: report.bound,
    tier: report.tier.level,
    tierRule: report.tier.rule,
    checkedAt: now,
    nextCheckAt: nextCheckAt(report, now, env().RECHECK_SECONDS * 1_000),
    statusLists: [...report.watch.statusLists],
  };
}

/** How a verification came about, and how long it took in milliseconds. */
export interface Occasion {
  trigger: 'import' | 'recheck' | 'request';
  now: Date;
  tookMs: number;
}

/**
 * Writes a report in one transaction: credential, run with its eight checks, evidence, proposals. A credential
 * that the candidate has already (same digest, or `knownId`) is updated; the bytes received first are kept.
 */
export function recordReport(
  scope: CandidateScope,
  report: ReadReport,
  original: Omit<Original, 'digest'>,
  occasion: Occasion,
  knownId: string | null = null,
): Promise<{ credentialId: string; duplicate: boolean }> {
  const { now, trigger, tookMs } = occasion;
  return inTransaction(async () => {
    const { issuer } = report.credential;
    if (issuer.id)
      await noteIssuer({ id: issuer.id, claimedName: issuer.name ?? issuer.id, url: issuer.url });
    const digest = digestOf(report);
    const state = stateOf(report, now);
    const existingId = knownId ?? (await findByDigest(scope, digest))?.id ?? null;
    let credentialId = existingId;
    if (credentialId === null) credentialId = await insertCredential(scope, { digest, ...original }, state);
    else {
      const before = await findCredential(scope, credentialId);
      const changed = before?.verdict !== state.verdict || before.decidingCode !== state.decidingCode;
      await updateCredential(scope, credentialId, state, changed);
    }
    const { verdict, decidingCode, bound } = state;
    const checks = report.checks.map((check) => ({ ...check, at: new Date(check.at) }));
    await insertRun(scope, { credentialId, at: now, trigger, verdict, decidingCode, bound, tookMs, checks });
    await addProposals(scope, credentialId, deriveProposals(report));
    await writeEvidence(scope, credentialId, report, now);
    return { credentialId, duplicate: existingId !== null };
  });
}

async function writeEvidence(scope: CandidateScope, credentialId: string, report: ReadReport, now: Date) {
  const confirmed = await listConfirmedTags(scope, credentialId);
  const { issuer, validFrom, validUntil } = report.credential;
  const rows = deriveEvidence(report, confirmed).map((row) => ({
    ...row,
    tier: report.tier.level,
    issuerId: issuer.id,
    checkedAt: now,
    validFrom: date(validFrom),
    validUntil: date(validUntil),
    ruleSet: evidenceRuleSet,
  }));
  await replaceEvidence(scope, credentialId, rows);
}
