'use client';

import { useTranslations } from 'next-intl';
import type { FilterPart, RankingListOutput } from '#server/matching/schemas.ts';
import { useStages } from '../stage-plan.tsx';

/** Names that filters are worded with. */
export interface FilterNames {
  skills: readonly { skillKey: number; label: string }[];
  issuers: RankingListOutput['issuers'];
}

/** A filter in words: what it is about, and what it asks of it in bold: "Machine learning **level ≥ 3**". */
export function useFilterWords(names: FilterNames) {
  const t = useTranslations('hire.filter');
  const tier = useTranslations('ui.tier');
  const { nameOf } = useStages();
  const skillOf = (value: string) =>
    names.skills.find((skill) => String(skill.skillKey) === value)?.label ?? t('unknownSkill');
  const issuerOf = (value: string) => names.issuers.find((issuer) => issuer.id === value)?.name ?? value;
  const said: Record<FilterPart['kind'], (part: FilterPart) => readonly [string, string]> = {
    words: ({ value }) => [t('of.words'), t('is.words', { words: value })],
    skill: ({ value, level }) => [skillOf(value), level === null ? t('is.proven') : t('is.level', { level })],
    tier: ({ value }) => [t('of.tier'), t('is.tier', { level: Number(value), word: tier(value) })],
    issuer: ({ value }) => [t('of.issuer'), issuerOf(value)],
    kind: ({ value }) => [t('of.kind'), t.has(`kind.${value}`) ? t(`kind.${value}`) : value],
    fresh: ({ value }) => [t('of.fresh'), t('is.fresh', { years: Number(value) })],
    musts: () => [t('of.musts'), t('is.musts')],
    queue: ({ value }) => [t('of.queue'), t(`queue.${value}`)],
    stage: ({ value }) => [t('of.stage'), nameOf(value)],
    place: ({ value }) => [t('of.place'), value],
  };
  return (part: FilterPart) => said[part.kind](part);
}
