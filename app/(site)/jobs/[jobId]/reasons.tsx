import { useTranslations } from 'next-intl';
import type { RequirementReason } from '#app/ui/coverage/requirement-list.tsx';
import type { CoverageOutput, CoveragePartOutput } from '#server/matching/schemas.ts';

/** The pieces of an explanation that are words here; the others stand beside the credential or in the mark. */
const worded = [
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
];

/** Why a part has the points it has, to its holder. */
function useWhy() {
  const t = useTranslations('site.why');
  return ({ pieces }: CoveragePartOutput): string =>
    pieces
      .filter((piece) => worded.includes(piece.code))
      .map(({ code, params }) => {
        if (code === 'proven' && params.level === null) return t('provenAny');
        return t(code, {
          ...params,
          points: Number(params.couldAddTenths ?? 0) / 10,
          factor: Number(params.weight ?? 0) / 10_000,
        });
      })
      .join(' ');
}

/** The reasons of a whole coverage, by requirement, each with the credential it rests on. */
export function useReasons() {
  const why = useWhy();
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
