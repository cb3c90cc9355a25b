import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { type ReasonPiece, readReasons } from '#app/ui/coverage/read-reasons.ts';
import type { CoverageOutput } from '#server/matching/schemas.ts';

/** One piece of a reason in words; what the employer's own policy did leads to that policy. */
function usePiece(org: string): (piece: ReasonPiece) => ReactNode {
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

/** The reasons of a whole coverage in words to an employer. */
export function useReasons(org: string) {
  const say = usePiece(org);
  return (coverage: CoverageOutput) =>
    readReasons(coverage, (pieces) =>
      pieces.map((piece, at) => (
        <Fragment key={piece.code}>
          {at > 0 && ' '}
          {say(piece)}
        </Fragment>
      )),
    );
}
