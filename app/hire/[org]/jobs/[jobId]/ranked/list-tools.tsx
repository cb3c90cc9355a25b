'use client';

import { Download } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import type { Density } from '#app/ui/shell/density.ts';
import { DensitySwitch } from '#app/ui/shell/density-switch.tsx';
import type { RequirementOutput } from '#server/jobs/schemas.ts';
import { type RankingListOutput, writeListView } from '#server/matching/schemas.ts';
import { AddFilter } from './add-filter.tsx';
import { FilterLine } from './filter-line.tsx';
import type { OpenList } from './list-context.ts';
import { SavedSearches } from './saved-searches.tsx';
import { SearchField } from './search-field.tsx';
import { SortMenu } from './sort-menu.tsx';

/** The line over a list: search, filters, saved searches; how many, how dense, and the file to take away. */
export function ListTools({
  list,
  page,
  requirements,
  density,
  search,
  onLeaveSearch,
  adding,
  onAdding,
}: {
  list: OpenList;
  page: RankingListOutput;
  requirements: readonly RequirementOutput[];
  density: Density;
  search: RefObject<HTMLInputElement | null>;
  onLeaveSearch: () => void;
  adding: boolean;
  onAdding: (open: boolean) => void;
}) {
  const t = useTranslations('hire.ranked');
  const { org, jobId, view } = list;
  const skills = requirements.flatMap((line) => line.skills);
  return (
    <div className="tools">
      <SearchField list={list} field={search} onLeave={onLeaveSearch} />
      <AddFilter list={list} skills={skills} issuers={page.issuers} open={adding} onOpenChange={onAdding} />
      <FilterLine
        list={list}
        names={{ skills: [...skills, ...page.skills], issuers: page.issuers }}
        gains={page.gains}
      />
      <SavedSearches list={list} />
      <span className="end row">
        <span className="quiet" role="status">
          {t('count', { shown: page.first + page.second, total: page.total })}
        </span>
        {page.policyVersion > 0 && (
          <AppLink className="quiet" href={`/hire/${org}/settings/policy`}>
            {t('policy', { version: page.policyVersion })}
          </AppLink>
        )}
        <SortMenu list={list} />
        <DensitySwitch density={density} />
        <a
          className="btn sm"
          href={`/api/hire/${org}/jobs/${jobId}/candidates${writeListView(view)}`}
          title={t('csvHint')}
          download
        >
          <Download className="ic" aria-hidden />
          {t('csv')}
        </a>
      </span>
    </div>
  );
}
