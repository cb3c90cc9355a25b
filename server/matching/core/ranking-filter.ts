import { z } from 'zod';
import type { Evidence } from './evidence.ts';
import { passesFilter } from './filter.ts';

/** Kinds of credentials a list can be narrowed by. */
export const credentialKinds = ['badge', 'certificate', 'portfolio'] as const;

/** Years within which a proof may be asked to be issued. */
export const freshYears = [1, 2, 3, 5] as const;

/**
 * Filters of the ranked list. Several of a kind: all skills must be proven; any issuer, kind, stage or place is
 * enough. Skill, level, evidence, issuer, kind and age must hold of one and the same proof.
 */
export const rankingFilterShape = z.object({
  skills: z
    .array(z.object({ skillKey: z.int(), minLevel: z.int().min(1).max(4).nullable() }))
    .max(10)
    .default([]),
  minTier: z.int().min(0).max(5).nullable().default(null),
  issuerIds: z.array(z.string().max(2_000)).max(20).default([]),
  kinds: z.array(z.enum(credentialKinds)).max(3).default([]),
  /** Issued at most so many years ago. */
  freshYears: z.int().min(1).max(50).nullable().default(null),
  /** Stages of the application; `none` stands for people who did not apply. */
  stages: z.array(z.string().max(20)).max(10).default([]),
  places: z.array(z.string().max(120)).max(10).default([]),
  /** Every must-have is proven, whatever the job asks of its first queue. */
  mustsMet: z.boolean().default(false),
  queue: z.enum(['first', 'second']).nullable().default(null),
  /** Words to be found in what the employer may see of a person. */
  words: z.string().max(200).default(''),
});
export type RankingFilter = z.output<typeof rankingFilterShape>;

/** Asks nothing. */
export const openRanking: RankingFilter = rankingFilterShape.parse({});

/** One filter as shown, and the filters that are left without it. */
export interface FilterPart {
  /** The same for the same filter, such as `skill:12`; gains are counted under it. */
  key: string;
  kind: 'words' | 'skill' | 'tier' | 'issuer' | 'kind' | 'fresh' | 'musts' | 'queue' | 'stage' | 'place';
  value: string;
  level: number | null;
  without: RankingFilter;
}

type ListField = 'issuerIds' | 'kinds' | 'stages' | 'places';

/** The filters one by one, in the order in which they are shown. */
export function listFilterParts(filter: RankingFilter): FilterPart[] {
  const part = (
    kind: FilterPart['kind'],
    value: string,
    change: Partial<RankingFilter>,
    level: number | null = null,
  ): FilterPart => ({ key: `${kind}:${value}`, kind, value, level, without: { ...filter, ...change } });
  const each = (kind: FilterPart['kind'], field: ListField) =>
    filter[field].map((value) =>
      part(kind, value, { [field]: (filter[field] as string[]).filter((other) => other !== value) }),
    );
  const { words, skills, minTier, freshYears: years, mustsMet, queue } = filter;
  return [
    ...(words ? [part('words', words, { words: '' })] : []),
    ...skills.map(({ skillKey, minLevel }) =>
      part(
        'skill',
        String(skillKey),
        { skills: skills.filter((other) => other.skillKey !== skillKey) },
        minLevel,
      ),
    ),
    ...(minTier ? [part('tier', String(minTier), { minTier: null })] : []),
    ...each('issuer', 'issuerIds'),
    ...each('kind', 'kinds'),
    ...(years ? [part('fresh', String(years), { freshYears: null })] : []),
    ...(mustsMet ? [part('musts', 'met', { mustsMet: false })] : []),
    ...(queue ? [part('queue', queue, { queue: null })] : []),
    ...each('stage', 'stages'),
    ...each('place', 'places'),
  ];
}

/** Evidence with what only filters ask about its credential; absent while no filter asks. */
export type FilterEvidence = Evidence & { kind?: string; issuedAt?: Date | null };

/** What the filters look at. Nothing of it reaches the arithmetic but the evidence itself. */
export interface FilterSubject {
  evidence: readonly FilterEvidence[];
  /** `none` for somebody who did not apply. */
  stage: string;
  /** Null where the person does not show it to employers. */
  place: string | null;
  mustsMet: boolean;
  queue: 'first' | 'second' | null;
  /** Whether the asked words were found; true while none are asked. */
  found: boolean;
}

/** The moment from which on a proof counts as issued within so many years. */
export function freshSince(years: number, now: Date): Date {
  const since = new Date(now);
  since.setUTCFullYear(since.getUTCFullYear() - years);
  return since;
}

function provesAsked(subject: FilterSubject, filter: RankingFilter, now: Date): boolean {
  const common = {
    minTier: (filter.minTier ?? 0) as Evidence['tier'],
    issuerIds: filter.issuerIds,
    kinds: filter.kinds,
    issuedSince: filter.freshYears === null ? null : freshSince(filter.freshYears, now),
  };
  const asked =
    filter.skills.length === 0
      ? [{ ...common, skillKeys: [], minLevel: null }]
      : filter.skills.map(({ skillKey, minLevel }) => ({
          ...common,
          skillKeys: [skillKey],
          minLevel: minLevel as 1 | 2 | 3 | 4 | null,
        }));
  return asked.every((each) => passesFilter(subject.evidence, each, now));
}

/** True when somebody passes all filters. Filters hide, they never change a rank. */
export function passesRanking(subject: FilterSubject, filter: RankingFilter, now: Date): boolean {
  const { stages, places, mustsMet, queue, words } = filter;
  return (
    (words === '' || subject.found) &&
    (!mustsMet || subject.mustsMet) &&
    (queue === null || subject.queue === queue) &&
    (stages.length === 0 || stages.includes(subject.stage)) &&
    (places.length === 0 || (subject.place !== null && places.includes(subject.place))) &&
    provesAsked(subject, filter, now)
  );
}

/**
 * Whether somebody passes, and if not, the keys of the filters each of which alone keeps them out: taking one of
 * these away brings them.
 */
export function judgeSubject(
  subject: FilterSubject,
  filter: RankingFilter,
  parts: readonly FilterPart[],
  now: Date,
): { passes: boolean; keptOutBy: string[] } {
  if (passesRanking(subject, filter, now)) return { passes: true, keptOutBy: [] };
  const alone = parts.filter((part) => passesRanking(subject, part.without, now));
  return { passes: false, keptOutBy: alone.map((part) => part.key) };
}
