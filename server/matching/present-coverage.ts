import type { Identity } from '#server/jobs/core/hidden-names.ts';
import type { RequirementOutput } from '#server/jobs/schemas.ts';
import { computeCoverage } from './core/coverage.ts';
import type { Evidence } from './core/evidence.ts';
import { explainCoverage } from './core/explain.ts';
import { groupByOwner, toRequirements } from './count-coverage.ts';
import type { CoverageOutput, CoveragePartOutput } from './schemas.ts';
import { listProofSources, type OwnedEvidence, type ProofSource } from './store/evidence.ts';
import type { Weigh } from './weigh-evidence.ts';

type Proof = NonNullable<CoveragePartOutput['proof']>;

function presentProof(
  line: RequirementOutput,
  best: Evidence,
  source: ProofSource | undefined,
): Proof | null {
  if (!source) return null;
  return {
    candidateId: source.candidateId,
    credentialId: best.credentialId,
    title: source.title,
    kind: source.kind,
    signed: source.signed && source.verdict === 'valid',
    issuerId: source.issuerId,
    issuerName: source.issuerName,
    issuerRecognised: source.issuerRecognised,
    skillKey: best.skillKey,
    skillLabel: line.skills.find((skill) => skill.skillKey === best.skillKey)?.label ?? line.label,
    level: best.level,
    tier: best.tier,
    validUntil: best.validUntil,
    checkedAt: source.checkedAt,
    standing: best.standing,
  };
}

/** Computes and explains one person's coverage; `sources` must hold the credentials behind the evidence. */
export function presentCoverage(
  requirements: readonly RequirementOutput[],
  evidence: readonly Evidence[],
  sources: ReadonlyMap<string, ProofSource>,
  now: Date,
): CoverageOutput {
  const named = toRequirements(requirements);
  const coverage = computeCoverage(named, evidence, now);
  if (coverage.kind === 'no-score') return coverage;
  const { shown, musts, rows } = explainCoverage(named, coverage);
  const lines = new Map(requirements.map((line) => [line.id, line]));
  const parts = rows.flatMap(({ requirement, part, shown: numbers, pieces }): CoveragePartOutput[] => {
    const line = lines.get(requirement.id);
    if (!line) return [];
    const { label, shortLabel, must, weight, minLevel, minTier } = line;
    const { requirementId, status, pointsMicro, unknownMicro, ofMicro, best } = part;
    const { pointsTenths, unknownTenths, ofTenths } = numbers;
    const proof = best && presentProof(line, best, sources.get(best.credentialId));
    const asked = { requirementId, label, shortLabel, must, weight, minLevel, minTier };
    const points = { pointsMicro, unknownMicro, ofMicro, pointsTenths, unknownTenths, ofTenths };
    return [{ ...asked, ...points, status, pieces, proof }];
  });
  const { totalMicro, unknownMicro, missingMicro, mustsMet } = coverage;
  const { totalTenths, unknownTenths, missingTenths } = shown;
  return {
    kind: 'score',
    ...{ totalMicro, unknownMicro, missingMicro, totalTenths, unknownTenths, missingTenths },
    ...{ mustsMet, musts, parts },
  };
}

/** What a row says beside the bar: the strongest proof that earned points, and who issued what was used. */
export interface CoverageFacts {
  coverage: CoverageOutput;
  bestTier: number | null;
  issuers: { name: string; recognised: boolean }[];
}

/** Names once each; who only calls itself by a recognised name stays apart. */
function namesOf(proofs: readonly Proof[]): CoverageFacts['issuers'] {
  const named = proofs.map(({ issuerName, issuerRecognised }) => ({
    name: issuerName,
    recognised: issuerRecognised,
  }));
  return [...new Map(named.map((issuer) => [`${issuer.recognised} ${issuer.name}`, issuer])).values()];
}

function maskProof(proof: Proof, { mask }: Identity): Proof {
  const title = mask(proof.title);
  // Changed words are not the issuer's any more. An id that carries the name leads to the person.
  return {
    ...proof,
    title,
    signed: proof.signed && title === proof.title,
    issuerName: mask(proof.issuerName),
    issuerId: proof.issuerId !== null && mask(proof.issuerId) === proof.issuerId ? proof.issuerId : null,
  };
}

/** The same coverage without what tells who the person is, as far as the employer may not know yet. */
export function maskFacts(facts: CoverageFacts, identity: Identity | undefined): CoverageFacts {
  const { coverage, issuers } = facts;
  if (!identity?.hidden || coverage.kind === 'no-score') return facts;
  const parts = coverage.parts.map((part) => ({
    ...part,
    proof: part.proof && maskProof(part.proof, identity),
  }));
  return {
    ...facts,
    coverage: { ...coverage, parts },
    issuers: issuers.map((issuer) => ({ ...issuer, name: identity.mask(issuer.name) })),
  };
}

function factsOf(coverage: CoverageOutput): CoverageFacts {
  const parts = coverage.kind === 'score' ? coverage.parts : [];
  const proofs = parts.flatMap((part) => (part.proof && part.pointsMicro > 0 ? [part.proof] : []));
  return {
    coverage,
    bestTier: proofs.length > 0 ? Math.max(...proofs.map((proof) => proof.tier)) : null,
    issuers: namesOf(proofs),
  };
}

/** Coverages of several people by their ids; who has no evidence gets the coverage of nothing. */
export async function presentCoverages(
  requirements: readonly RequirementOutput[],
  candidateIds: readonly string[],
  evidence: readonly OwnedEvidence[],
  weigh: Weigh,
  now: Date,
): Promise<Map<string, CoverageFacts>> {
  const sources = await listProofSources(evidence);
  const groups = groupByOwner(evidence);
  return new Map(
    candidateIds.map((id) => [
      id,
      factsOf(presentCoverage(requirements, weigh(groups.get(id) ?? []), sources, now)),
    ]),
  );
}
