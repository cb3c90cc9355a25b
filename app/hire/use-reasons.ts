import { useTranslations } from 'next-intl';
import type { RequirementReason } from '#app/ui/coverage/requirement-list.tsx';
import type { CoverageOutput, CoveragePartOutput } from '#server/matching/schemas.ts';

/** Pieces that are words; the others stand beside the credential or in the mark. */
const worded = new Set([
  'proven',
  'level-below',
  'level-not-stated',
  'tier-too-low',
  'standing-unknown',
  'no-evidence',
  'could-rise',
]);

/** The reasons of a whole coverage, by requirement, each with the credential it rests on; said to an employer. */
export function useReasons() {
  const t = useTranslations('hire.why');
  const why = ({ pieces }: CoveragePartOutput): string =>
    pieces
      .filter((piece) => worded.has(piece.code))
      .map(({ code, params }) => {
        if (code === 'proven' && params.level === null) return t('provenAny');
        const { level, minLevel, tier, minTier, countsAs, alternatives, couldAddTenths } = params;
        if (code === 'proven' && minLevel === null) return t('provenUnasked', { level: level ?? 0 });
        const numbers = { level, minLevel, tier, minTier, countsAs, alternatives };
        const given = Object.entries(numbers).flatMap(([name, value]) =>
          value == null ? [] : [[name, value] as const],
        );
        return t(code, { ...Object.fromEntries(given), points: Number(couldAddTenths ?? 0) / 10 });
      })
      .join(' ');
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
