'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { listFilterParts, type RankingListOutput } from '#server/matching/schemas.ts';
import { type FilterNames, useFilterWords } from './filter-words.ts';
import { hrefOf, type OpenList } from './list-context.ts';

/** The filters in words, each with a way to take it away and what that brings. */
export function FilterLine({
  list: { view },
  names,
  gains,
}: {
  list: OpenList;
  names: FilterNames;
  gains: RankingListOutput['gains'];
}) {
  const t = useTranslations('hire.filter');
  const words = useFilterWords(names);
  return listFilterParts(view.filter).map((part) => {
    const gain = gains[part.key] ?? 0;
    const [of, is] = words(part);
    return (
      <span key={part.key} className="fl">
        <span className="fl-words">
          <bdi>{of}</bdi>{' '}
          <b>
            <bdi>{is}</bdi>
          </b>
        </span>
        <span className="quiet num">{t('gain', { count: gain })}</span>
        <AppLink
          className="iconbtn"
          href={hrefOf(view, { filter: part.without })}
          aria-label={t('remove', { filter: `${of} ${is}`, gain })}
          title={t('brings', { count: gain })}
        >
          <X className="ic" aria-hidden />
        </AppLink>
      </span>
    );
  });
}
