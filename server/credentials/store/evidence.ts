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

const deciding = {
  skillKey: true,
  level: true,
  tier: true,
  issuerId: true,
  standing: true,
  validFrom: true,
  validUntil: true,
} as const;

/** What of evidence counts, in one text, whatever the order of the rows. */
function textOf(
  rows: readonly { [Column in keyof typeof deciding]: EvidenceRow[Column] | string }[],
): string {
  const lines = rows.map(({ skillKey, level, tier, issuerId, standing, validFrom, validUntil }) =>
    JSON.stringify([skillKey, level, tier, issuerId, standing, validFrom, validUntil]),
  );
  return lines.sort().join('\n');
}

/**
 * Replaces all evidence of one credential: it is derived, so the old rows have no say. A new one has none. True when
 * something is proven otherwise than before.
 */
export async function replaceEvidence(
  scope: CandidateScope,
  credentialId: string,
  rows: readonly EvidenceRow[],
  isNew = false,
): Promise<boolean> {
  const { candidateId } = scope;
  const where = { candidateId, credentialId };
  const before = isNew ? [] : await db().skillEvidence.findMany({ where, select: deciding, take: 1_000 });
  if (before.length > 0) await db().skillEvidence.deleteMany({ where });
  if (rows.length > 0)
    await db().skillEvidence.createMany({ data: rows.map((row) => ({ candidateId, credentialId, ...row })) });
  return textOf(before) !== textOf(rows);
}

/**
 * Marks all evidence of one credential as unknown: it may count again as soon as somebody answers. True when some of it
 * stood.
 */
export async function suspendEvidence(
  scope: CandidateScope,
  credentialId: string,
  checkedAt: Date,
): Promise<boolean> {
  const where = { candidateId: scope.candidateId, credentialId };
  const stood = await db().skillEvidence.count({ where: { ...where, standing: 'stands' } });
  await db().skillEvidence.updateMany({ where, data: { standing: 'unknown', checkedAt } });
  return stood > 0;
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
