import { describe, expect, it } from 'vitest';
import { predictChange } from '#server/matching/core/counterfactual.ts';
import { computeCoverage, type Requirement } from '#server/matching/core/coverage.ts';
import type { Evidence } from '#server/matching/core/evidence.ts';
import { explainCoverage, showPoints } from '#server/matching/core/explain.ts';
import { passesFilter } from '#server/matching/core/filter.ts';
import { rankCandidates } from '#server/matching/core/rank.ts';

/**
 * One job and nine people, worked by hand. The weights sum to 20, so a weight of 1 is 5 points exactly:
 * 25 + 20 + 15 + 15 + 10 + 10 + 5 = 100.
 */
const python = 1;
const sql = 2;
const [aws, azure, googleCloud] = [3, 4, 5];
const learning = 6;
const kubernetes = 7;
const writing = 8;
const firstAid = 9;

const job: Requirement[] = [
  { id: 'a-python', skillKeys: [python], must: true, weight: 5, minLevel: 3, minTier: 3 },
  { id: 'b-sql', skillKeys: [sql], must: true, weight: 4, minLevel: 2, minTier: 2 },
  { id: 'c-cloud', skillKeys: [aws, azure, googleCloud], must: false, weight: 3, minLevel: 3, minTier: 0 },
  { id: 'd-learning', skillKeys: [learning], must: false, weight: 3, minLevel: 4, minTier: 3 },
  { id: 'e-kubernetes', skillKeys: [kubernetes], must: false, weight: 2, minLevel: null, minTier: 2 },
  { id: 'f-writing', skillKeys: [writing], must: false, weight: 2, minLevel: 3, minTier: 1 },
  { id: 'g-first-aid', skillKeys: [firstAid], must: false, weight: 1, minLevel: null, minTier: 5 },
];

const now = new Date('2026-11-23T12:00:00.000Z');

const world: Record<string, Evidence[]> = {
  // All that is asked, the cloud by one alternative.
  amara: [
    proof(python, 3, 3),
    proof(sql, 2, 2),
    proof(googleCloud, 3, 0),
    proof(learning, 4, 3),
    proof(kubernetes, 1, 2),
    proof(writing, 4, 1),
    proof(firstAid, 1, 5),
  ],
  // SQL 1 of 2 levels, cloud 2 of 3, learning proven by a quiz only, Kubernetes and writing without a level.
  bao: [
    proof(python, 3, 3),
    proof(sql, 1, 2),
    proof(azure, 2, 0),
    proof(learning, 4, 2),
    proof(kubernetes, null, 2),
    proof(writing, null, 1),
  ],
  chidi: [],
  // Python cannot be checked now; the cloud stands at level 1 and may stand at 3.
  dalia: [
    proof(python, 3, 4, { standing: 'unknown' }),
    proof(sql, 4, 5),
    proof(aws, 1, 3),
    proof(googleCloud, 3, 1, { standing: 'unknown', credentialId: 'pending-cloud' }),
  ],
  // Python ended this very moment, SQL ends a millisecond later.
  emeka: [
    proof(python, 4, 5, { validUntil: now }),
    proof(sql, 2, 2, { validUntil: new Date(now.getTime() + 1) }),
  ],
  // First aid one tier too weak.
  farida: [proof(python, 3, 3), proof(sql, 2, 2), proof(firstAid, 4, 4)],
  // Two Pythons: the higher share counts, although the other proof is stronger; they do not add up.
  goran: [
    proof(python, 2, 5, { credentialId: 'strong-but-low' }),
    proof(python, 3, 3, { credentialId: 'just-right' }),
    proof(sql, 2, 2),
  ],
  // Nearly everything, but Python 2 of 3 levels; two clouds.
  hana: [
    proof(python, 2, 3),
    proof(sql, 2, 2),
    proof(azure, 3, 3, { credentialId: 'cloud-3' }),
    proof(aws, 4, 3, { credentialId: 'cloud-4' }),
    proof(learning, 3, 3),
    proof(kubernetes, 2, 2),
    proof(writing, 2, 1),
    proof(firstAid, 1, 5),
  ],
  // Levels not stated count as 1.
  ines: [proof(python, null, 3), proof(sql, null, 2)],
};

const golden: [string, number[], number, number, number, boolean][] = [
  [
    'amara',
    [25_000_000, 20_000_000, 15_000_000, 15_000_000, 10_000_000, 10_000_000, 5_000_000],
    100_000_000,
    0,
    0,
    true,
  ],
  [
    'bao',
    [25_000_000, 10_000_000, 10_000_000, 0, 10_000_000, 3_333_333, 0],
    58_333_333,
    0,
    41_666_667,
    false,
  ],
  ['chidi', [0, 0, 0, 0, 0, 0, 0], 0, 0, 100_000_000, false],
  ['dalia', [0, 20_000_000, 5_000_000, 0, 0, 0, 0], 25_000_000, 35_000_000, 40_000_000, false],
  ['emeka', [0, 20_000_000, 0, 0, 0, 0, 0], 20_000_000, 0, 80_000_000, false],
  ['farida', [25_000_000, 20_000_000, 0, 0, 0, 0, 0], 45_000_000, 0, 55_000_000, true],
  ['goran', [25_000_000, 20_000_000, 0, 0, 0, 0, 0], 45_000_000, 0, 55_000_000, true],
  [
    'hana',
    [16_666_666, 20_000_000, 15_000_000, 11_250_000, 10_000_000, 6_666_666, 5_000_000],
    84_583_332,
    0,
    15_416_668,
    false,
  ],
  ['ines', [8_333_333, 10_000_000, 0, 0, 0, 0, 0], 18_333_333, 0, 81_666_667, false],
];

describe('golden set: one job, nine people, worked by hand', () => {
  it.each(golden)('%s', (name, points, totalMicro, unknownMicro, missingMicro, mustsMet) => {
    const coverage = cover(name);
    expect(coverage).toMatchObject({ totalMicro, unknownMicro, missingMicro, mustsMet });
    expect(coverage.parts.map((part) => part.pointsMicro)).toEqual(points);
  });

  it('gives each part its status and reason', () => {
    const told = (name: string) => cover(name).parts.map((part) => `${part.status} ${part.reason}`);
    expect(told('bao')).toEqual([
      'met proven',
      'partly level-below',
      'partly level-below',
      'unmet tier-too-low',
      'met proven',
      'partly level-not-stated',
      'unmet no-evidence',
    ]);
    expect(told('dalia').slice(0, 3)).toEqual([
      'unknown standing-unknown',
      'met proven',
      'partly level-below',
    ]);
    expect(told('emeka')[0]).toBe('unmet no-evidence');
    expect(told('farida')[6]).toBe('unmet tier-too-low');
  });

  it('names the evidence that counts and the one that waits', () => {
    expect(cover('goran').parts[0]?.best?.credentialId).toBe('just-right');
    expect(cover('hana').parts[2]?.best?.credentialId).toBe('cloud-4');
    const cloud = cover('dalia').parts[2];
    expect([cloud?.best?.skillKey, cloud?.waiting?.credentialId, cloud?.unknownMicro]).toEqual([
      aws,
      'pending-cloud',
      10_000_000,
    ]);
    expect(cover('farida').parts[6]?.best?.tier).toBe(4);
  });

  it('ranks the two queues, with a tie and a skipped rank', () => {
    expect(rankCandidates(field()).map(({ candidateId, queue, rank }) => [rank, candidateId, queue])).toEqual(
      [
        [1, 'amara', 'first'],
        [2, 'farida', 'first'],
        [2, 'goran', 'first'],
        [4, 'hana', 'second'],
        [5, 'bao', 'second'],
        [6, 'dalia', 'second'],
        [7, 'emeka', 'second'],
        [8, 'ines', 'second'],
        [9, 'chidi', 'second'],
      ],
    );
  });

  it('shows points that add up', () => {
    const shown = (name: string) => {
      const { totalTenths, unknownTenths, missingTenths, parts } = showPoints(cover(name));
      return [[totalTenths, unknownTenths, missingTenths], parts.map((part) => part.pointsTenths)];
    };
    expect(shown('bao')).toEqual([
      [583, 0, 417],
      [250, 100, 100, 0, 100, 33, 0],
    ]);
    expect(shown('hana')).toEqual([
      [846, 0, 154],
      [167, 200, 150, 112, 100, 67, 50],
    ]);
    expect(shown('dalia')).toEqual([
      [250, 350, 400],
      [0, 200, 50, 0, 0, 0, 0],
    ]);
    expect(showPoints(cover('hana')).parts.map((part) => part.ofTenths)).toEqual([
      250, 200, 150, 150, 100, 100, 50,
    ]);
  });

  it('predicts what Dalia reaches when her unknown credentials stand', () => {
    const whatIf = {
      candidateId: 'dalia',
      requirements: job,
      evidence: world.dalia ?? [],
      field: field(),
      now,
    };
    expect(predictChange(whatIf, { standing: 'all', added: [] })).toMatchObject({
      gainMicro: 35_000_000,
      queue: 'first',
      rank: 2,
    });
    expect(predictChange(whatIf, { standing: new Set(['pending-cloud']), added: [] })).toMatchObject({
      gainMicro: 10_000_000,
      queue: 'second',
      rank: 6,
    });
  });

  it('explains Dalia in codes', () => {
    const named = job.map((requirement) => ({ ...requirement, name: requirement.id }));
    const { rows, musts } = explainCoverage(named, cover('dalia'));
    expect(musts).toEqual({ met: 1, asked: 2 });
    expect(rows[0]?.pieces).toEqual([
      { code: 'standing-unknown', params: { couldAddTenths: 250 } },
      { code: 'must-not-met', params: {} },
    ]);
    expect(rows[1]?.pieces).toEqual([{ code: 'proven', params: { level: 4, minLevel: 2, tier: 5 } }]);
  });
});

describe('filters', () => {
  const open = { skillKeys: [], minLevel: null, minTier: 0, issuerIds: [] } as const;
  const passing = (filter: Partial<Parameters<typeof passesFilter>[1]>) =>
    Object.keys(world).filter((name) => passesFilter(world[name] ?? [], { ...open, ...filter }, now));

  it('let everybody through when nothing is asked', () => {
    expect(passing({})).toEqual(Object.keys(world));
  });

  it('ask for a skill that stands and holds now', () => {
    expect(passing({ skillKeys: [python] })).toEqual(['amara', 'bao', 'farida', 'goran', 'hana', 'ines']);
    expect(passing({ skillKeys: [python, firstAid] })).toEqual(['amara', 'farida', 'hana']);
  });

  it('ask level and tier of one and the same proof', () => {
    expect(passing({ skillKeys: [python], minLevel: 3 })).toEqual(['amara', 'bao', 'farida', 'goran']);
    expect(passing({ skillKeys: [python], minLevel: 3, minTier: 5 })).toEqual([]);
    expect(passing({ skillKeys: [python], minLevel: 1, minTier: 3 })).toContain('ines');
  });

  it('ask for an issuer', () => {
    expect(passing({ issuerIds: ['issuer-9'] })).toEqual(['farida']);
    expect(passing({ issuerIds: ['issuer-9'], skillKeys: [python] })).toEqual([]);
    expect(passing({ minTier: 5 })).toEqual(['amara', 'dalia', 'goran', 'hana']);
  });
});

describe('a requirement that cannot be counted is refused', () => {
  const [first] = job;
  it.each([
    ['an id twice', { id: 'b-sql' }],
    ['weight 0', { weight: 0 }],
    ['half a weight', { weight: 1.5 }],
  ])('%s', (_name, change) => {
    if (!first) throw new Error('the job asks nothing');
    expect(() => computeCoverage([...job.slice(1), { ...first, ...change }], [], now)).toThrow(
      /cannot be counted/,
    );
  });
});

function proof(
  skillKey: number,
  level: Evidence['level'],
  tier: Evidence['tier'],
  more: Partial<Evidence> = {},
): Evidence {
  return {
    skillKey,
    level,
    tier,
    credentialId: `credential-${skillKey}`,
    issuerId: `issuer-${skillKey === firstAid && tier === 4 ? 9 : 1}`,
    validFrom: new Date('2026-01-01T00:00:00Z'),
    validUntil: null,
    standing: 'stands',
    ...more,
  };
}

function cover(name: string) {
  const coverage = computeCoverage(job, world[name] ?? [], now);
  if (coverage.kind !== 'score') throw new Error('expected a score');
  return coverage;
}

function field() {
  return Object.keys(world).map((candidateId) => ({ candidateId, coverage: cover(candidateId) }));
}
