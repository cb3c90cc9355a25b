import type { CandidateScope } from '#server/platform/scope.ts';
import type { DeclineReason } from './core/decline-reasons.ts';
import { receiptShape } from './schemas.ts';
import { findUntoldDecline, writeNoticeSent } from './store/decline-notices.ts';

/** A decline of which the candidate is to be told: what a mail says. */
export interface DeclineToTell {
  jobTitle: string;
  employer: string;
  reason: DeclineReason;
  /** The employer's own words. */
  sentence: string | null;
  decidedAt: Date;
}

/** The decline of an application whose hour has come and of which nobody has told the candidate; else null. */
export async function findDeclineToTell(
  scope: CandidateScope,
  applicationId: string,
  now: Date,
): Promise<DeclineToTell | null> {
  const found = await findUntoldDecline(scope, applicationId, now);
  if (!found) return null;
  const receipt = receiptShape.safeParse(found.receipt);
  const { jobTitle, employer, reason, decidedAt } = found;
  return {
    jobTitle,
    employer,
    reason: reason as DeclineReason,
    sentence: receipt.success ? receipt.data.sentence : null,
    decidedAt,
  };
}

/** Notes that the candidate was told. */
export async function markDeclineTold(
  scope: CandidateScope,
  applicationId: string,
  sentAt: Date,
): Promise<void> {
  await writeNoticeSent(scope, applicationId, sentAt);
}
