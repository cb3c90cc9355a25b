import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import type { RequirementReason } from '#app/ui/coverage/requirement-list.tsx';
import type { CoverageOutput, CoveragePartOutput } from '#server/matching/schemas.ts';

/** Pieces that are words; the others stand beside the credential or in the mark. */
const worded = new Set([
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

type Piece = CoveragePartOutput['pieces'][number];

/** One piece of a reason in words; what the employer's own policy did leads to that policy. */
function usePiece(org: string): (piece: Piece) => ReactNode {
  const t = useTranslations('hire.why');
  const policy = (words: ReactNode) => <AppLink href={`/hire/${org}/settings/policy`}>{words}</AppLink>;
  return ({ code, params }) => {
    if (code === 'proven' && params.level === null) return t('provenAny');
    const { level, minLevel, tier, minTier, countsAs, alternatives, couldAddTenths, weight } = params;
    if (code === 'proven' && minLevel === null) return t('provenUnasked', { level: level ?? 0 });
    const numbers = { level, minLevel, tier, minTier, countsAs, alternatives };
    const given = Object.entries(numbers).flatMap(([name, value]) =>
      value == null ? [] : [[name, value] as const],
    );
    return t.rich(code, {
      ...Object.fromEntries(given),
      points: Number(couldAddTenths ?? 0) / 10,
      factor: Number(weight ?? 0) / 10_000,
      policy,
    });
  };
}

/** The reasons of a whole coverage, by requirement, each with the credential it rests on; said to an employer. */
export function useReasons(org: string) {
  const say = usePiece(org);
  const why = ({ pieces }: CoveragePartOutput): ReactNode =>
    pieces
      .filter((piece) => worded.has(piece.code))
      .map((piece, at) => (
        <Fragment key={piece.code}>
          {at > 0 && ' '}
          {say(piece)}
        </Fragment>
      ));
  return (coverage: CoverageOutput): Record<string, RequirementReason> => {
    if (coverage.kind === 'no-score') return {};
    return Object.fromEntries(
      coverage.parts.map((part) => {
        const { proof } = part;
        if (!proof) return [part.requirementId, { why: why(part) }];
        const rests = {
          title: proof.title,
          kind: proof.kind,
          href: `/proof/${proof.candidateId}/${proof.credentialId}`,
          signed: proof.signed,
          issuer: { id: proof.issuerId, name: proof.issuerName, recognised: proof.issuerRecognised },
          tier: proof.tier,
          until: proof.standing === 'unknown' ? undefined : (proof.validUntil?.toISOString() ?? null),
        };
        return [part.requirementId, { why: why(part), proof: rests }];
      }),
    );
  };
}
