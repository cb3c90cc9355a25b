import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { api } from '#server/api/caller.ts';
import { useFilterWords } from './board-filters.tsx';
import { type ActiveFilter, boardHref, boardInput } from './filters.ts';

type Gain = ActiveFilter & { total: number };

/** What dropping each filter brings, most first. */
function WaysOut({ gains }: { gains: readonly Gain[] }) {
  const t = useTranslations('site.board');
  const words = useFilterWords();
  return (
    <ul className="sm">
      {gains.map((gain) => (
        <li key={gain.key} className="py-0.5">
          <AppLink href={boardHref(gain.without)}>
            {t('noneGain', { name: words(gain), count: gain.total })}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}

/** No job fits: says which filter to drop and how many jobs that brings. */
export async function NothingFound({ active }: { active: readonly ActiveFilter[] }) {
  const t = await getTranslations('site.board');
  if (active.length === 0) {
    const post = <ButtonLink href="/hire">{t('postJob')}</ButtonLink>;
    return (
      <Empty title={t('empty')} action={post}>
        {t('emptyHint')}
      </Empty>
    );
  }
  const caller = await api();
  const gains = await Promise.all(
    active.map(async (filter) => {
      const { total } = await caller.jobs.listPublished(boardInput(filter.without));
      return { ...filter, total };
    }),
  );
  gains.sort((a, b) => b.total - a.total);
  return (
    <Empty title={t('none')} action={<WaysOut gains={gains} />}>
      {t('noneHint')}
    </Empty>
  );
}
