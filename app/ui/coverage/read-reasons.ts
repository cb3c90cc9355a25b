import type { ReactNode } from 'react';
import type { CoverageOutput, CoveragePartOutput } from '#server/matching/schemas.ts';
import type { RequirementReason } from './requirement-list.tsx';

/** One piece of an explanation, as the server gives it. */
export type ReasonPiece = CoveragePartOutput['pieces'][number];

/** Pieces that are words; the others stand beside the credential or in the mark. */
const worded: ReadonlySet<string> = new Set([
  'proven',
  'level-below',
  'level-not-stated',
  'tier-too-low',
  'policy-refused',
  'policy-tier',
  'policy-weight',
  'policy-silent',
  'standing-unknown',
  'no-evidence',
  'could-rise',
]);

function restsOn({ proof }: CoveragePartOutput): RequirementReason['proof'] {
  if (!proof) return undefined;
  return {
    title: proof.title,
    kind: proof.kind,
    href: `/proof/${proof.candidateId}/${proof.credentialId}`,
    signed: proof.signed,
    issuer: { id: proof.issuerId, name: proof.issuerName, recognised: proof.issuerRecognised },
    tier: proof.tier,
    until: proof.standing === 'unknown' ? undefined : (proof.validUntil?.toISOString() ?? null),
  };
}

/**
 * The reasons of a whole coverage, by requirement, each with the credential it rests on. `say` puts the pieces that are
 * words into those of whoever reads them.
 */
export function readReasons(
  coverage: CoverageOutput,
  say: (pieces: readonly ReasonPiece[]) => ReactNode,
): Record<string, RequirementReason> {
  if (coverage.kind === 'no-score') return {};
  return Object.fromEntries(
    coverage.parts.map((part) => {
      const why = say(part.pieces.filter((piece) => worded.has(piece.code)));
      return [part.requirementId, { why, proof: restsOn(part) }];
    }),
  );
}
