import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

/** Discloses credentials with an application. They must be the candidate's: the key to credential says so. */
export async function insertGrants(
  scope: CandidateScope,
  applicationId: string,
  credentialIds: readonly string[],
  grantedAt: Date,
): Promise<void> {
  const { candidateId } = scope;
  await db().disclosureGrant.createMany({
    data: credentialIds.map((credentialId) => ({ candidateId, applicationId, credentialId, grantedAt })),
  });
}

/** Ends everything an application disclosed. */
export async function deleteGrants(scope: CandidateScope, applicationId: string): Promise<void> {
  await db().disclosureGrant.deleteMany({ where: { candidateId: scope.candidateId, applicationId } });
}

/** Ids of the credentials that an application discloses, in the order of their ids. */
export async function listGranted(candidateId: string, applicationId: string): Promise<string[]> {
  const rows = await db().disclosureGrant.findMany({
    where: { candidateId, applicationId },
    select: { credentialId: true },
    orderBy: { credentialId: 'asc' },
    take: 200,
  });
  return rows.map((row) => row.credentialId);
}

/** The applications by which these organisations hold a grant of the credential that has not ended. */
export async function listGrantsHeld(
  organizationIds: readonly string[],
  candidateId: string,
  credentialId: string,
) {
  const rows = await db().disclosureGrant.findMany({
    where: {
      candidateId,
      credentialId,
      application: {
        organizationId: { in: [...organizationIds] },
        stage: { not: 'withdrawn' },
        job: { status: { not: 'closed' } },
      },
    },
    select: {
      application: {
        select: {
          candidateId: true,
          displayName: true,
          stage: true,
          alias: true,
          revealedAt: true,
          job: { select: { namesHiddenUntil: true } },
        },
      },
    },
    take: 200,
  });
  return rows.map(({ application: { displayName, ...rest } }) => ({ ...rest, name: displayName }));
}

/** The stage until which a published job of these organisations hides names, if one does. */
export async function findHiding(organizationIds: readonly string[]): Promise<string | null> {
  const job = await db().job.findFirst({
    where: {
      organizationId: { in: [...organizationIds] },
      status: 'published',
      namesHiddenUntil: { not: null },
    },
    select: { namesHiddenUntil: true },
  });
  return job?.namesHiddenUntil ?? null;
}
