import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

const shown = {
  id: true,
  displayName: true,
  headline: true,
  place: true,
  phone: true,
  availability: true,
  visibility: true,
  noticeMail: true,
} as const;

/** The candidate's own profile, or null before the first visit. */
export function findCandidate(scope: CandidateScope) {
  return db().candidate.findUnique({ where: { id: scope.candidateId }, select: shown });
}

/** Creates the candidate's row unless it is there. */
export async function insertCandidate(scope: CandidateScope, displayName: string): Promise<void> {
  await db().candidate.createMany({ data: [{ id: scope.candidateId, displayName }], skipDuplicates: true });
}

/** Changes what the candidate says about themselves. */
export async function updateCandidate(
  scope: CandidateScope,
  change: {
    displayName?: string;
    headline?: string | null;
    place?: string | null;
    phone?: string | null;
    availability?: string | null;
    visibility?: string;
    noticeMail?: boolean;
  },
): Promise<void> {
  await db().candidate.update({ where: { id: scope.candidateId }, data: change });
}
