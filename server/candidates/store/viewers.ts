import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

/** True when the candidate keeps out one of these organisations. */
export async function hasBlocked(
  scope: CandidateScope,
  organizationIds: readonly string[],
): Promise<boolean> {
  if (organizationIds.length === 0) return false;
  const where = { candidateId: scope.candidateId, organizationId: { in: [...organizationIds] } };
  return (await db().candidateBlock.count({ where })) > 0;
}

/** What decides who may open the candidate's public page, and what it says of them; null when there is none. */
export function findPage(scope: CandidateScope) {
  return db().candidate.findUnique({
    where: { id: scope.candidateId },
    select: { id: true, displayName: true, headline: true, place: true, visibility: true, shareKey: true },
  });
}

/** Gives the public page a new address. */
export async function setShareKey(scope: CandidateScope, shareKey: string): Promise<void> {
  await db().candidate.update({ where: { id: scope.candidateId }, data: { shareKey } });
}
