import type { RequirementOutput } from '#server/jobs/schemas.ts';
import type { Evidence } from './core/evidence.ts';
import type { NamedRequirement } from './core/explain.ts';
import type { OwnedEvidence } from './store/evidence.ts';

/** A job's requirements as the arithmetic takes them. The database holds levels and tiers within their ranges. */
export function toRequirements(requirements: readonly RequirementOutput[]): NamedRequirement[] {
  return requirements.map((line) => ({
    id: line.id,
    name: line.label,
    skillKeys: line.skills.map((skill) => skill.skillKey),
    must: line.must,
    weight: line.weight,
    minLevel: line.minLevel as NamedRequirement['minLevel'],
    minTier: line.minTier as NamedRequirement['minTier'],
  }));
}

/** Stored evidence as the arithmetic takes it, every piece in full. */
export function toEvidence(rows: readonly OwnedEvidence[]): Evidence[] {
  return rows.map(({ candidateId: _owner, lastGoodAt: _known, ...row }) => ({
    ...row,
    level: row.level as Evidence['level'],
    tier: row.tier as Evidence['tier'],
    issuerId: row.issuerId ?? '',
  }));
}

/** Every skill a job asks, alternatives included. */
export function askedSkillKeys(requirements: readonly RequirementOutput[]): number[] {
  return requirements.flatMap((line) => line.skills.map((skill) => skill.skillKey));
}

/** Rows of evidence by their owner. */
export function groupByOwner(rows: readonly OwnedEvidence[]): Map<string, OwnedEvidence[]> {
  const groups = new Map<string, OwnedEvidence[]>();
  for (const row of rows) {
    const group = groups.get(row.candidateId);
    if (group) group.push(row);
    else groups.set(row.candidateId, [row]);
  }
  return groups;
}
