import { useTranslations } from 'next-intl';
import { readReasons } from '#app/ui/coverage/read-reasons.ts';
import type { CoverageOutput } from '#server/matching/schemas.ts';

/** The reasons of a whole coverage in words to its holder. */
export function useReasons() {
  const t = useTranslations('site.why');
  return (coverage: CoverageOutput) =>
    readReasons(coverage, (pieces) =>
      pieces
        .map(({ code, params }) => {
          if (code === 'proven' && params.level === null) return t('provenAny');
          return t(code, {
            ...params,
            points: Number(params.couldAddTenths ?? 0) / 10,
            factor: Number(params.weight ?? 0) / 10_000,
          });
        })
        .join(' '),
    );
}
