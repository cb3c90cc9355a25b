import { useTranslations } from 'next-intl';
import type { MyRankOutput } from '#server/matching/schemas.ts';

/** "rank 11 of 184", "second queue"; null where no place is counted. */
export function useRankWords() {
  const t = useTranslations('matches.rank');
  return (rank: MyRankOutput): string | null => {
    if (rank.kind === 'uncounted') return null;
    if (rank.kind === 'few') return t('few');
    return rank.queue === 'first' ? t('first', { rank: rank.rank, ranked: rank.ranked }) : t('second');
  };
}
