/** The filters of the ranked list, as they stand in its address: `skill=12:3&tier=2&issuer=…&stage=screen`. */
import type { RankingFilter } from '#server/matching/schemas.ts';

export type Query = Readonly<Record<string, string | string[] | undefined>>;

const all = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());

/** Reads the filters of an address; what does not fit is left out. */
export function readFilter(query: Query): RankingFilter {
  const skills = all(query.skill).flatMap((text) => {
    const [, key, level] = /^(\d{1,9})(?::([1-4]))?$/.exec(text) ?? [];
    return key ? [{ skillKey: Number(key), minLevel: level ? Number(level) : null }] : [];
  });
  const tier = /^[1-5]$/.exec(all(query.tier)[0] ?? '')?.[0];
  return {
    skills: skills.slice(0, 10),
    minTier: tier ? Number(tier) : null,
    issuerIds: all(query.issuer)
      .filter((id) => id.length <= 2_000)
      .slice(0, 20),
    stages: all(query.stage)
      .filter((stage) => /^[a-z]{2,12}$/.test(stage))
      .slice(0, 10),
  };
}

/** The query part of an address with these filters; empty without any. */
export function writeFilter(filter: RankingFilter, cursor?: string): string {
  const params = new URLSearchParams();
  for (const { skillKey, minLevel } of filter.skills)
    params.append('skill', minLevel ? `${skillKey}:${minLevel}` : String(skillKey));
  if (filter.minTier) params.append('tier', String(filter.minTier));
  for (const id of filter.issuerIds) params.append('issuer', id);
  for (const stage of filter.stages) params.append('stage', stage);
  if (cursor) params.append('cursor', cursor);
  const text = params.toString();
  return text ? `?${text}` : '';
}

/** One filter as shown, with the filters that are left without it and the key under which its gain is counted. */
export interface ShownFilter {
  key: string;
  gain: string;
  kind: 'skill' | 'tier' | 'issuer' | 'stage';
  value: string;
  level: number | null;
  without: RankingFilter;
}

/** The filters one by one. */
export function listFilters(filter: RankingFilter): ShownFilter[] {
  const evidence = filter.skills.length === 0 ? 'evidence' : '';
  const shown: ShownFilter[] = filter.skills.map(({ skillKey, minLevel }) => ({
    key: `skill-${skillKey}`,
    gain: `skill:${skillKey}`,
    kind: 'skill',
    value: String(skillKey),
    level: minLevel,
    without: { ...filter, skills: filter.skills.filter((each) => each.skillKey !== skillKey) },
  }));
  if (filter.minTier) {
    const without = { ...filter, minTier: null };
    shown.push({
      key: 'tier',
      gain: filter.issuerIds.length ? '' : evidence,
      kind: 'tier',
      value: String(filter.minTier),
      level: null,
      without,
    });
  }
  for (const id of filter.issuerIds) {
    const without = { ...filter, issuerIds: filter.issuerIds.filter((each) => each !== id) };
    const only = filter.issuerIds.length === 1 && !filter.minTier;
    shown.push({
      key: `issuer-${id}`,
      gain: only ? evidence : '',
      kind: 'issuer',
      value: id,
      level: null,
      without,
    });
  }
  for (const stage of filter.stages) {
    const without = { ...filter, stages: filter.stages.filter((each) => each !== stage) };
    const gain = filter.stages.length === 1 ? 'stage' : '';
    shown.push({ key: `stage-${stage}`, gain, kind: 'stage', value: stage, level: null, without });
  }
  return shown;
}
