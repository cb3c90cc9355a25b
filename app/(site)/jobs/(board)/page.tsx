import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { api } from '#server/api/caller.ts';
import { boardSorts } from '#server/jobs/schemas.ts';
import { findAnswerTimes } from '../find-answer-times.ts';
import { ActiveFilters, BoardFilterFields, SearchLine } from './board-filters.tsx';
import { BoardForm } from './board-form.tsx';
import {
  activeFilters,
  boardHref,
  boardInput,
  readFilters,
  type SearchParams,
  usualSort,
} from './filters.ts';
import { JobRow } from './job-row.tsx';
import { NothingFound } from './nothing-found.tsx';
import { ownCoverages } from './own-coverages.ts';
import { SortField } from './sort-field.tsx';

type BoardProps = { searchParams: Promise<SearchParams> };

export async function generateMetadata({ searchParams }: BoardProps): Promise<Metadata> {
  const t = await getTranslations('site.board');
  const { filters } = readFilters(await searchParams);
  const description = t('description');
  if (!filters.q) return { title: t('title'), description };
  const { total } = await (await api()).jobs.listPublished(boardInput(filters));
  return { title: t('titleFound', { count: total, q: filters.q }), description };
}

export default async function BoardPage({ searchParams }: BoardProps) {
  const { filters, cursor } = readFilters(await searchParams);
  const [t, caller] = await Promise.all([getTranslations('site.board'), api()]);
  const [{ items, total, nextCursor }, counts] = await Promise.all([
    caller.jobs.listPublished({ ...boardInput(filters), sort: filters.sort, cursor }),
    caller.jobs.countPublished(boardInput(filters)),
  ]);
  const [coverages, answerTimes] = await Promise.all([
    ownCoverages(items.map((job) => job.id)),
    findAnswerTimes(items),
  ]);
  const active = activeFilters(filters);
  const count = active.length > 0 ? t('found', { count: total }) : t('open', { count: total });
  const here = boardHref(filters);
  return (
    <div className="wrap">
      <h1>{t('title')}</h1>
      <BoardForm id="board" label={t('search')} state={here.split('?')[1] ?? ''}>
        <SearchLine q={filters.q} place={filters.place} />
      </BoardForm>
      <div className="grid items-start gap-4 fold:grid-cols-[15rem_minmax(0,1fr)] fold:gap-10">
        <BoardFilterFields form="board" filters={filters} counts={counts} />
        <section aria-labelledby="found">
          <div className="row between pb-2">
            <h2 id="found">{count}</h2>
            <SortField form="board" label={t('sort')} value={filters.sort === usualSort ? '' : filters.sort}>
              {boardSorts.map((name) => (
                <option key={name} value={name === usualSort ? '' : name}>
                  {t(name)}
                </option>
              ))}
            </SortField>
          </div>
          <p className="vh" role="status">
            {count}
          </p>
          <ActiveFilters active={active} />
          {items.length === 0 ? (
            <NothingFound active={active} />
          ) : (
            <ol className="border-t-2 border-ink">
              {items.map((job) => (
                <JobRow
                  key={job.id}
                  job={job}
                  coverage={coverages.get(job.id)}
                  answersIn={answerTimes.get(job.employer.slug)}
                />
              ))}
            </ol>
          )}
          {(nextCursor !== null || cursor !== null) && (
            <nav className="row between py-3" aria-label={t('pages')}>
              <span className="t13 quiet">{t('shown', { count: items.length, total })}</span>
              <span className="row">
                {cursor !== null && (
                  <ButtonLink size="sm" href={here}>
                    {t('first')}
                  </ButtonLink>
                )}
                {nextCursor !== null && (
                  <ButtonLink size="sm" href={boardHref(filters, nextCursor)}>
                    {t('next')}
                  </ButtonLink>
                )}
              </span>
            </nav>
          )}
          {items.length > 0 && (
            <p className="t13 quiet mt-3">
              {t.rich('key', { m: () => <b className="must" aria-hidden="true" /> })}
            </p>
          )}
        </section>
      </div>
    </div>
  );
}
