import { Search, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { CheckField } from '#app/ui/base/field.tsx';
import { contracts, type FacetsOutput, workplaces } from '#server/jobs/schemas.ts';
import { FilterPanel } from './filter-panel.tsx';
import { type ActiveFilter, type BoardFilters, boardHref } from './filters.ts';

/** The search line: what, and where. */
export function SearchLine({ q, place }: Pick<BoardFilters, 'q' | 'place'>) {
  const t = useTranslations('site.board');
  return (
    <div className="mt-4 mb-6 grid gap-2 phone:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]">
      <TextField name="q" label={t('searchLabel')} value={q} type="search" className="in min-h-11" />
      <TextField name="place" label={t('place')} value={place} className="in min-h-11" />
      <Button
        type="submit"
        tone="go"
        className="min-h-11 self-end"
        icon={<Search className="ic" aria-hidden />}
      >
        {t('search')}
      </Button>
    </div>
  );
}

function TextField({
  label,
  value,
  ...input
}: { label: string; value: string | number } & ComponentProps<'input'>) {
  const id = `board-${input.name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input className="in" id={id} defaultValue={value} maxLength={100} autoComplete="off" {...input} />
    </div>
  );
}

/** Everything to narrow the list by; the fields belong to the board's form. */
export function BoardFilterFields({
  form,
  filters,
  counts,
}: {
  form: string;
  filters: BoardFilters;
  counts: FacetsOutput;
}) {
  const t = useTranslations('site');
  const format = useFormatter();
  const field = (name: string, value: string, checked: boolean, label: string, count = 0) => (
    <CheckField
      key={value}
      form={form}
      name={name}
      value={value}
      defaultChecked={checked}
      label={
        <span className="sm">
          {label} <span className="quiet num">{format.number(count)}</span>
        </span>
      }
    />
  );
  return (
    <FilterPanel title={t('board.filters')}>
      <TextField form={form} name="skill" label={t('board.skill')} value={filters.skill} />
      <fieldset className="stack-1">
        <legend className="lab">{t('board.workplace')}</legend>
        {workplaces.map((name) =>
          field(
            'workplace',
            name,
            filters.workplace.includes(name),
            t(`workplace.${name}`),
            counts.workplace[name],
          ),
        )}
      </fieldset>
      <fieldset className="stack-1">
        <legend className="lab">{t('board.contract')}</legend>
        {contracts.map((name) =>
          field(
            'contract',
            name,
            filters.contract.includes(name),
            t(`contract.${name}`),
            counts.contract[name],
          ),
        )}
      </fieldset>
      <TextField
        form={form}
        name="from"
        label={t('board.payFrom')}
        value={filters.payFrom ?? ''}
        inputMode="numeric"
      />
      <fieldset className="stack-1">
        <legend className="lab">{t('board.only')}</legend>
        {field('pay', '1', filters.statesPay, t('board.statesPay'), counts.statesPay)}
        {field('degree', '0', filters.noDegree, t('board.noDegree'), counts.noDegree)}
        {field('answer', '10', filters.answersSoon, t('board.answersSoon'), counts.answersSoon)}
      </fieldset>
      <ButtonLink href="/jobs" size="sm">
        {t('board.clear')}
      </ButtonLink>
    </FilterPanel>
  );
}

/** A filter in words: "Remote", "“forecasting”", "state their pay". */
export function useFilterWords() {
  const t = useTranslations('site');
  const format = useFormatter();
  return ({ group, value }: Pick<ActiveFilter, 'group' | 'value'>): string => {
    if (group === 'q') return `“${value}”`;
    if (group === 'payFrom') {
      const amount = format.number(Number(value)).replaceAll(',', '\u202f');
      return t('board.payFromIs', { amount });
    }
    if (group === 'place' || group === 'skill') return t(`board.${group}Is`, { words: value });
    if (group === 'statesPay' || group === 'noDegree' || group === 'answersSoon') return t(`board.${group}`);
    return t(`${group}.${value}`);
  };
}

/** The filters in use as words in a line, each with its way out. */
export function ActiveFilters({ active }: { active: readonly ActiveFilter[] }) {
  const t = useTranslations('site.board');
  const words = useFilterWords();
  if (active.length === 0) return null;
  return (
    <ul className="row pb-2" aria-label={t('active')}>
      {active.map((filter) => (
        <li key={filter.key}>
          <AppLink className="tag min-h-6 no-underline" href={boardHref(filter.without)}>
            <span className="vh">{t('drop', { name: words(filter) })}</span>
            <span aria-hidden="true">{words(filter)}</span>
            <X className="ic" aria-hidden />
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
