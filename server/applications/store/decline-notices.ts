import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

/** A decline whose hour has come and about which no mail has left, with its receipt; else null. */
export async function findUntoldDecline(scope: CandidateScope, applicationId: string, now: Date) {
  const row = await db().application.findFirst({
    where: {
      candidateId: scope.candidateId,
      id: applicationId,
      stage: 'declined',
      noticeAt: { lte: now },
      noticeSentAt: null,
    },
    select: {
      declineReason: true,
      stageSince: true,
      job: { select: { title: true, organization: { select: { name: true } } } },
      stageChanges: {
        where: { toStage: 'declined', undoneAt: null },
        orderBy: { at: 'desc' },
        select: { receipt: true },
        take: 1,
      },
    },
  });
  if (!row?.declineReason) return null;
  return {
    jobTitle: row.job.title,
    employer: row.job.organization.name,
    reason: row.declineReason,
    receipt: row.stageChanges[0]?.receipt ?? null,
    decidedAt: row.stageSince,
  };
}

/** Notes that the mail about a decline left. */
export async function writeNoticeSent(
  scope: CandidateScope,
  applicationId: string,
  sentAt: Date,
): Promise<void> {
  await db().application.updateMany({
    where: { candidateId: scope.candidateId, id: applicationId, stage: 'declined', noticeSentAt: null },
    data: { noticeSentAt: sentAt },
  });
}
