import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

/** A row of evidence to store. */
export interface EvidenceRow {
  skillKey: number;
  level: number | null;
  tier: number;
  issuerId: string | null;
  standing: 'stands' | 'unknown';
  origin: 'alignment' | 'tag-confirmed';
  checkedAt: Date;
  validFrom: Date | null;
  validUntil: Date | null;
  ruleSet: number;
}

/** Replaces all evidence of one credential: it is derived, so the old rows have no say. A new one has none. */
export async function replaceEvidence(
  scope: CandidateScope,
  credentialId: string,
  rows: readonly EvidenceRow[],
  isNew = false,
): Promise<void> {
  const { candidateId } = scope;
  if (!isNew) await db().skillEvidence.deleteMany({ where: { candidateId, credentialId } });
  if (rows.length > 0)
    await db().skillEvidence.createMany({ data: rows.map((row) => ({ candidateId, credentialId, ...row })) });
}

/** Marks all evidence of one credential as unknown: it may count again as soon as somebody answers. */
export async function suspendEvidence(
  scope: CandidateScope,
  credentialId: string,
  checkedAt: Date,
): Promise<void> {
  const where = { candidateId: scope.candidateId, credentialId };
  await db().skillEvidence.updateMany({ where, data: { standing: 'unknown', checkedAt } });
}

/** A proposal to store. */
export interface ProposalRow {
  skillKey: number;
  source: 'tag' | 'name';
  words: string;
  confidence: number;
  level: number | null;
  namedByIssuer: boolean;
}

/** Adds proposals that are not there yet; what the candidate decided stays. */
export async function addProposals(
  scope: CandidateScope,
  credentialId: string,
  rows: readonly ProposalRow[],
): Promise<void> {
  const { candidateId } = scope;
  await db().skillProposal.createMany({
    data: rows.map((row) => ({ candidateId, credentialId, ...row })),
    skipDuplicates: true,
  });
}

/** Skills that the candidate confirmed among the issuer's own tags. */
export function listConfirmedTags(scope: CandidateScope, credentialId: string) {
  return db().skillProposal.findMany({
    where: { candidateId: scope.candidateId, credentialId, state: 'confirmed', namedByIssuer: true },
    select: { skillKey: true, level: true },
    take: 100,
  });
}

/** Records the candidate's decision; null when there is no such proposal. */
export async function decideStoredProposal(
  scope: CandidateScope,
  credentialId: string,
  skillKey: number,
  state: 'confirmed' | 'dismissed',
  decidedAt: Date,
): Promise<{ namedByIssuer: boolean } | null> {
  const where = { candidateId: scope.candidateId, credentialId, skillKey };
  const { count } = await db().skillProposal.updateMany({ where, data: { state, decidedAt } });
  if (count === 0) return null;
  return db().skillProposal.findFirst({ where, select: { namedByIssuer: true } });
}
