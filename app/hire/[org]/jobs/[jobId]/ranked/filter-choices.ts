'use client';

import { useTranslations } from 'next-intl';
import {
  freshYears,
  type RankingChoicesOutput,
  type RankingFilter,
  type RankingListOutput,
} from '#server/matching/schemas.ts';
import { useStages } from '../stage-plan.tsx';

/** One thing to choose in the menu of filters; `more` opens another list. */
export interface FilterChoice {
  key: string;
  words: string;
  /** How many people have it, where that is known. */
  people?: number;
  filter: RankingFilter;
}

/** Choices of one kind under one head. */
export interface ChoiceGroup {
  key: string;
  head: string;
  choices: FilterChoice[];
}

const withValue = <Value>(list: readonly Value[], value: Value): Value[] => [...new Set([...list, value])];

type Skills = readonly { skillKey: number; label: string; people?: number }[];

/** What the job asks first, then what else its people have proven. */
function allSkills(asked: Skills, choices: RankingChoicesOutput | undefined): Skills {
  const people = new Map(choices?.skills.map((skill) => [skill.skillKey, skill.people]));
  const keys = new Set(asked.map((skill) => skill.skillKey));
  const others = (choices?.skills ?? []).filter((skill) => !keys.has(skill.skillKey));
  const counted = asked.map((skill) => {
    const count = people.get(skill.skillKey);
    return count === undefined ? skill : { ...skill, people: count };
  });
  return [...counted, ...others];
}

/** Everything a list can be narrowed by, in groups. */
export function useFilterGroups(
  filter: RankingFilter,
  asked: Skills,
  issuers: RankingListOutput['issuers'],
  choices: RankingChoicesOutput | undefined,
): ChoiceGroup[] {
  const t = useTranslations('hire.filter');
  const tier = useTranslations('ui.tier');
  const { nameOf, targets } = useStages();
  const choose = (key: string, words: string, change: Partial<RankingFilter>, people?: number) => ({
    ...{ key, words, filter: { ...filter, ...change } },
    ...(people === undefined ? {} : { people }),
  });
  const skills = allSkills(asked, choices).flatMap(({ skillKey, label, people }) =>
    [null, 2, 3, 4].map((level) => {
      const others = filter.skills.filter((each) => each.skillKey !== skillKey);
      const words = `${label} ${level === null ? t('is.proven') : t('is.level', { level })}`;
      const change = { skills: [...others, { skillKey, minLevel: level }] };
      return choose(`skill-${skillKey}-${level}`, words, change, level === null ? people : undefined);
    }),
  );
  const groups: ChoiceGroup[] = [
    { key: 'skill', head: t('head.skill'), choices: skills },
    {
      key: 'tier',
      head: t('head.tier'),
      choices: [1, 2, 3, 4, 5].map((level) =>
        choose(`tier-${level}`, `${t('of.tier')} ${t('is.tier', { level, word: tier(String(level)) })}`, {
          minTier: level,
        }),
      ),
    },
    {
      key: 'issuer',
      head: t('head.issuer'),
      choices: issuers.map(({ id, name, people }) =>
        choose(`issuer-${id}`, name, { issuerIds: withValue(filter.issuerIds, id) }, people),
      ),
    },
    {
      key: 'fresh',
      head: t('head.fresh'),
      choices: freshYears.map((years) =>
        choose(`fresh-${years}`, `${t('of.fresh')} ${t('is.fresh', { years })}`, { freshYears: years }),
      ),
    },
    {
      key: 'kind',
      head: t('head.kind'),
      choices: (choices?.kinds ?? []).map(({ kind, people }) =>
        choose(`kind-${kind}`, t(`kind.${kind}`), { kinds: withValue(filter.kinds, kind) }, people),
      ),
    },
    {
      key: 'stage',
      head: t('head.stage'),
      choices: [...targets, 'declined', 'none'].map((each) =>
        choose(`stage-${each}`, nameOf(each), { stages: withValue(filter.stages, each) }),
      ),
    },
    {
      key: 'place',
      head: t('head.place'),
      choices: (choices?.places ?? []).map(({ place, people }) =>
        choose(`place-${place}`, place, { places: withValue(filter.places, place) }, people),
      ),
    },
    {
      key: 'musts',
      head: t('head.musts'),
      choices: [
        choose('musts', t('mustsMet'), { mustsMet: true }),
        choose('queue-first', t('onlyQueue.first'), { queue: 'first' as const }),
        choose('queue-second', t('onlyQueue.second'), { queue: 'second' as const }),
      ],
    },
  ];
  return groups.filter((group) => group.choices.length > 0);
}
