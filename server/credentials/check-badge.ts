import { AppError } from '#server/platform/errors.ts';
import { guardedFetch } from '#server/platform/fetch.ts';
import { completeChecks } from './complete-checks.ts';
import type { Report } from './core/report.ts';
import { describeRefusal } from './describe-refusal.ts';
import { presentRecipient } from './present-credential.ts';
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
  return { ...presentReport(report, now), signedReport: await signCheck(report, bytes, now) };
}

async function bytesOf(submission: Submission): Promise<Uint8Array> {
  if (submission.source === 'file') return submission.bytes;
  if (submission.source === 'paste') return new TextEncoder().encode(submission.text);
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
function presentReport(report: Report, now: Date): Omit<ReportOutput, 'signedReport'> {
  const { credential } = report;
  const date = (text: string | null | undefined) =>
    text && !Number.isNaN(Date.parse(text)) ? new Date(text) : null;
  return {
    format: report.format,
    container: report.container,
    verdict: report.verdict,
    code: report.code,
    ...describeRefusal(
      report.code,
      report.findings.find((finding) => finding.code === report.code) ?? {},
      credential,
    ),
    bound: report.bound,
    checks: completeChecks(
      report.checks.map((check) => ({ ...check, at: new Date(check.at) })),
      now,
    ),
    title: credential?.title ?? null,
    issuerName: credential?.issuer.name ?? credential?.issuer.id ?? null,
    description: credential?.description ?? null,
    signed: credential?.signed ?? false,
    recipient: credential ? presentRecipient(credential.recipient) : null,
    issuedAt: date(credential?.issuedAt),
    validUntil: date(credential?.validUntil),
    tier: report.tier,
    skills: report.skills.map((skill) => ({
      skillKey: skill.skillKey,
      label: skill.label,
      uri: skill.uri,
      level: skill.level,
      source: skill.source,
      state: skill.counts
        ? ('proven' as const)
        : skill.source === 'alignment'
          ? ('not-counted' as const)
          : ('proposed' as const),
      namedByIssuer: skill.source !== 'name',
      words: skill.words,
    })),
  };
}
