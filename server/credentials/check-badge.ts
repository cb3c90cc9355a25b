import { AppError } from '#server/platform/errors.ts';
import { guardedFetch } from '#server/platform/fetch.ts';
import type { Report } from './core/report.ts';
import { stageOf } from './describe-refusal.ts';
import { describeTrust } from './describe-trust.ts';
import { recogniseLink } from './gather/links/recognise-link.ts';
import { issuerKeyOf } from './meet-issuers.ts';
import { presentPage, presentRecipient } from './present-credential.ts';
import {
  presentChecks,
  presentEndorsement,
  presentPart,
  presentReading,
  presentRefusal,
  readDate,
} from './present-part.ts';
import type { Submission } from './receive-import.ts';
import type { ReportOutput } from './schemas.ts';
import { signCheck } from './sign-report.ts';
import { verifyBytes } from './verify-bytes.ts';

/**
 * Verifies what anybody hands in; nothing is kept. `email` asks whether it was issued to that address.
 * Errors: `link.blocked`, `link.unreachable` when an address gives nothing to verify.
 */
export async function checkBadge(
  submission: Submission,
  email: string | null,
  now: Date,
): Promise<ReportOutput> {
  const bytes = await bytesOf(submission);
  const holder = { emails: email ? [email] : [], dids: [] };
  const sourceUrl = submission.source === 'url' ? submission.url : null;
  const { report } = await verifyBytes(bytes, holder, now, sourceUrl);
  return {
    ...presentReport(report, now),
    trust: await describeReported(report, now),
    signedReport: await signCheck(report, bytes, now),
  };
}

/** What the registries read so far say; for an issuer that was never seen none is asked, since nothing is kept. */
async function describeReported({ credential }: Report, now: Date) {
  const { id = null, name = null } = credential?.issuer ?? {};
  const key = issuerKeyOf(id);
  return key === null ? null : describeTrust({ id: key, claimedName: name }, now);
}

async function bytesOf(submission: Submission): Promise<Uint8Array> {
  if (submission.source === 'file') return submission.bytes;
  if (submission.source !== 'url') return new TextEncoder().encode(submission.text);
  // A share link leads to its assertion, not to the page behind it.
  if (recogniseLink(submission.url)) return new TextEncoder().encode(submission.url);
  const answer = await guardedFetch(submission.url);
  if (!answer.ok && answer.reason === 'blocked')
    throw new AppError(
      'link.blocked',
      'bad-input',
      'That address is inside a private network, or is no web address.',
      'Upload the file instead.',
    );
  if (!answer.ok || answer.status >= 400)
    throw new AppError(
      'link.unreachable',
      'bad-input',
      'That address did not answer with a badge.',
      'Open it in a browser, download the badge, and upload the file.',
    );
  return answer.body;
}

/** A report as pages and API show it. */
function presentReport(report: Report, now: Date): Omit<ReportOutput, 'signedReport' | 'trust'> {
  const { credential } = report;
  return {
    format: report.format,
    container: report.container,
    verdict: report.verdict,
    code: report.code,
    stage: stageOf(report.findings.find((finding) => finding.code === report.code)?.source),
    ...presentRefusal(report),
    bound: report.bound,
    checks: presentChecks(report, now),
    anchor: report.anchor,
    title: credential?.title ?? null,
    description: credential?.description ?? null,
    signed: credential?.signed ?? false,
    page: presentPage(credential),
    recipient: credential ? presentRecipient(credential.recipient) : null,
    issuedAt: readDate(credential?.issuedAt),
    validUntil: readDate(credential?.validUntil),
    tier: report.tier,
    skills: report.skills.map(presentReading),
    endorsements: report.endorsements.map(presentEndorsement),
    parts: report.parts.map((part) => presentPart(part, now)),
  };
}
