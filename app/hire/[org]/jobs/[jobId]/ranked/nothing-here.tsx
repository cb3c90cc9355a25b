'use client';

import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { listFilterParts, openRanking, type RankingListOutput } from '#server/matching/schemas.ts';
import { type FilterNames, useFilterWords } from './filter-words.ts';
import { hrefOf, type OpenList } from './list-context.ts';

/** Nobody is listed: nobody there yet, or which filter to take away and whom that brings. */
export function NothingHere({
  list: { view },
  names,
  page,
}: {
  list: OpenList;
  names: FilterNames;
  page: RankingListOutput;
}) {
  const t = useTranslations('hire.ranked');
  const words = useFilterWords(names);
  const parts = listFilterParts(view.filter);
  if (parts.length === 0) return <Empty title={t('none')}>{t('noneText')}</Empty>;
  const ways = parts
    .map((part) => ({ part, gain: page.gains[part.key] ?? 0 }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain);
  return (
    <Empty
      title={t('noneFiltered')}
      action={
        <ul className="sm stack-2">
          {ways.map(({ part, gain }) => (
            <li key={part.key}>
              <AppLink href={hrefOf(view, { filter: part.without })}>
                {t('wayOut', { filter: words(part).join(' '), count: gain })}
              </AppLink>
            </li>
          ))}
          <li>
            <AppLink href={hrefOf({ ...view, filter: openRanking })}>
              {t('allFilters', { count: page.total })}
            </AppLink>
          </li>
        </ul>
      }
    >
      {t(ways.length > 0 ? 'noneFilteredText' : 'noneFilteredAlone')}
    </Empty>
  );
}
