import { computeCoverage, type PartStatus } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import { explainCoverage, type NamedRequirement } from './explain.ts';
import { rankCandidates } from './rank.ts';

/** One row of the sample: what a recruiter would see of a person. */
export type SampleRow = {
  name: string;
  rank: number;
  /** Points of 100 with one decimal. */
  points: number;
  segments: { label: string; weight: number; must: boolean; status: PartStatus; share: number }[];
};

const asked: readonly (NamedRequirement & { short: string })[] = [
  {
    id: '1',
    name: 'Python',
    short: 'Python',
    skillKeys: [1],
    must: true,
    weight: 4,
    minLevel: 3,
    minTier: 2,
  },
  {
    id: '2',
    name: 'Machine learning',
    short: 'ML',
    skillKeys: [2],
    must: true,
    weight: 4,
    minLevel: 3,
    minTier: 2,
  },
  { id: '3', name: 'SQL', short: 'SQL', skillKeys: [3], must: false, weight: 3, minLevel: 2, minTier: 0 },
  {
    id: '4',
    name: 'Model deployment',
    short: 'Deploy',
    skillKeys: [4],
    must: false,
    weight: 3,
    minLevel: 2,
    minTier: 0,
  },
  {
    id: '5',
    name: 'Technical writing',
    short: 'Write',
    skillKeys: [5],
    must: false,
    weight: 1,
    minLevel: null,
    minTier: 0,
  },
];

/** Levels per skill; the number is the level, and `deploy` is the badge that the button withdraws. */
const people: readonly { name: string; levels: readonly (1 | 2 | 3 | 4 | null)[] }[] = [
  { name: 'Amara Nwosu', levels: [3, 3, 3, 2, null] },
  { name: 'Jonas Lindqvist', levels: [4, 3, 2, 1, 2] },
  { name: 'Mei-Ling Tan', levels: [3, 3, 3, null, 2] },
  { name: 'Rafael Ortega', levels: [3, 3, null, 2, null] },
];
const withdrawnFrom = 'Amara Nwosu';
const withdrawnSkill = 4;

function evidenceOf(person: (typeof people)[number], withdrawn: boolean): Evidence[] {
  return person.levels.flatMap((level, position): Evidence[] => {
    const skillKey = position + 1;
    const gone = withdrawn && person.name === withdrawnFrom && skillKey === withdrawnSkill;
    if (level === null || gone) return [];
    const credentialId = `${person.name}/${skillKey}`;
    return [
      {
        skillKey,
        level,
        tier: 4,
        credentialId,
        issuerId: 'sample',
        validFrom: null,
        validUntil: null,
        standing: 'stands',
      },
    ];
  });
}

/**
 * The landing page's live sample, computed by the real arithmetic: four invented people before and after one badge
 * of the first is withdrawn by its issuer.
 */
export function computeSample(withdrawn: boolean, now: Date): SampleRow[] {
  const coverages = people.map((person) => ({
    candidateId: person.name,
    coverage: computeCoverage(asked, evidenceOf(person, withdrawn), now),
  }));
  return rankCandidates(coverages).flatMap(({ candidateId, coverage, rank }) => {
    if (coverage.kind === 'no-score' || rank === null) return [];
    const { rows, shown } = explainCoverage(asked, coverage);
    const segments = rows.map(({ requirement, part }) => ({
      label: asked.find((line) => line.id === requirement.id)?.short ?? requirement.name,
      weight: requirement.weight,
      must: requirement.must,
      status: part.status,
      share: part.ofMicro === 0 ? 0 : part.pointsMicro / part.ofMicro,
    }));
    return [{ name: candidateId, rank, points: shown.totalTenths / 10, segments }];
  });
}
