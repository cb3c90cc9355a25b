'use client';

import { Filter, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { SelectField } from '#app/ui/base/field.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import type { RankingFilter, RankingListOutput } from '#server/matching/schemas.ts';
import { useStages } from '../stage-plan.tsx';
import { listFilters, type ShownFilter, writeFilter } from './filters.ts';

export interface FilterChoices {
  skills: { skillKey: number; label: string }[];
  issuers: RankingListOutput['issuers'];
  gains: RankingListOutput['gains'];
}

const stageChoices = [
  'applied',
  'screen',
  'task',
  'interview',
  'offer',
  'hired',
  'declined',
  'none',
] as const;

/** A filter in words: "Machine learning level ≥ 3". */
function useFilterWords(choices: FilterChoices) {
  const t = useTranslations('hire.filter');
  const tier = useTranslations('ui.tier');
  const { nameOf } = useStages();
  return ({ kind, value, level }: ShownFilter): string => {
    if (kind === 'skill') {
      const name = choices.skills.find((skill) => String(skill.skillKey) === value)?.label ?? value;
      return level ? t('skillLevel', { name, level }) : t('skill', { name });
    }
    if (kind === 'tier') return t('tier', { level: Number(value), word: tier(value) });
    if (kind === 'issuer')
      return t('issuer', { name: choices.issuers.find((issuer) => issuer.id === value)?.name ?? value });
    return t('stage', { stage: nameOf(value) });
  };
}

function AddFilter({
  filter,
  choices,
  open,
  onOpenChange,
}: {
  filter: RankingFilter;
  choices: FilterChoices;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('hire.filter');
  const tier = useTranslations('ui.tier');
  const { nameOf } = useStages();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);

  function add() {
    if (!form.current) return;
    const data = new FormData(form.current);
    const read = (name: string) => String(data.get(name) ?? '');
    const next: RankingFilter = { ...filter };
    if (read('skill')) {
      const skillKey = Number(read('skill'));
      const level = read('level');
      next.skills = [
        ...filter.skills.filter((each) => each.skillKey !== skillKey),
        { skillKey, minLevel: level ? Number(level) : null },
      ];
    }
    if (read('tier')) next.minTier = Number(read('tier'));
    if (read('issuer')) next.issuerIds = [...new Set([...filter.issuerIds, read('issuer')])];
    if (read('stage')) next.stages = [...new Set([...filter.stages, read('stage')])];
    onOpenChange(false);
    router.push(writeFilter(next) || '?');
  }

  const anything = <option value="">{t('anything')}</option>;
  return (
    <Dialog
      title={t('add')}
      description={t('addText')}
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <Button size="sm" icon={<Filter className="ic" aria-hidden />}>
          {t('add')} <Kbd>F</Kbd>
        </Button>
      }
      actions={
        <>
          <DialogClose>
            <Button>{t('cancel')}</Button>
          </DialogClose>
          <Button tone="go" onClick={add}>
            {t('apply')}
          </Button>
        </>
      }
    >
      <form
        ref={form}
        className="stack-2"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div className="asked-fields">
          <SelectField label={t('skillLabel')} name="skill">
            {anything}
            {choices.skills.map((skill) => (
              <option key={skill.skillKey} value={skill.skillKey}>
                {skill.label}
              </option>
            ))}
          </SelectField>
          <SelectField label={t('levelLabel')} name="level" width="8rem">
            <option value="">{t('anyLevel')}</option>
            {[1, 2, 3, 4].map((level) => (
              <option key={level}>{level}</option>
            ))}
          </SelectField>
        </div>
        <SelectField label={t('tierLabel')} name="tier">
          {anything}
          {[1, 2, 3, 4, 5].map((level) => (
            <option key={level} value={level}>
              {t('tierOption', { level, word: tier(String(level)) })}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('issuerLabel')} name="issuer">
          {anything}
          {choices.issuers.map((issuer) => (
            <option key={issuer.id} value={issuer.id}>
              {t('issuerOption', { name: issuer.name, people: issuer.people })}
            </option>
          ))}
        </SelectField>
        <SelectField label={t('stageLabel')} name="stage">
          {anything}
          {stageChoices.map((each) => (
            <option key={each} value={each}>
              {nameOf(each)}
            </option>
          ))}
        </SelectField>
      </form>
    </Dialog>
  );
}

/** The filters in words, each with a way to take it away and what that brings. */
export function FilterLine({
  filter,
  choices,
  adding,
  onAdding,
}: {
  filter: RankingFilter;
  choices: FilterChoices;
  adding: boolean;
  onAdding: (open: boolean) => void;
}) {
  const t = useTranslations('hire.filter');
  const words = useFilterWords(choices);
  return (
    <>
      <AddFilter filter={filter} choices={choices} open={adding} onOpenChange={onAdding} />
      {listFilters(filter).map((shown) => {
        const gain = choices.gains[shown.gain];
        return (
          <span key={shown.key} className="fl">
            {words(shown)}
            {gain ? <span className="quiet num"> {t('gain', { count: gain })}</span> : null}
            <AppLink
              className="iconbtn"
              href={writeFilter(shown.without) || '?'}
              aria-label={t('remove', { filter: words(shown), gain: gain ?? 0 })}
              title={gain ? t('brings', { count: gain }) : undefined}
            >
              <X className="ic" aria-hidden />
            </AppLink>
          </span>
        );
      })}
    </>
  );
}
