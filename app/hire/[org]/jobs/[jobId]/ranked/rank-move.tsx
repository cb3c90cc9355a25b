'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import type { RankMoves } from '#server/matching/schemas.ts';

const dayMs = 86_400_000;

/** When the visit before ended: a time today, "yesterday", else a day. */
export function useSince(): (since: Date) => string {
  const t = useTranslations('hire.moves');
  const format = useFormatter();
  const now = useNow();
  return (since) => {
    const day = (at: Date) => format.dateTime(at, { day: 'numeric', month: 'short', year: 'numeric' });
    if (day(since) === day(now)) return format.dateTime(since, { hour: '2-digit', minute: '2-digit' });
    return day(since) === day(new Date(now.getTime() - dayMs)) ? t('yesterday') : day(since);
  };
}

/** "down 3 since yesterday" beside a name; nothing when the rank is the same. The row opens what changed. */
export function RankMove({ candidateId, moves }: { candidateId: string; moves: RankMoves }) {
  const t = useTranslations('hire.moves');
  const sinceWords = useSince();
  const places = moves.by[candidateId] ?? 0;
  if (places === 0) return null;
  const Icon = places > 0 ? ArrowUp : ArrowDown;
  return (
    <span className="tag">
      <Icon className="ic" aria-hidden />
      {t(places > 0 ? 'up' : 'down', { places: Math.abs(places), since: sinceWords(moves.since) })}
    </span>
  );
}
