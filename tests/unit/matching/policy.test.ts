import { assert, constantFrom, integer, option, property, record, tuple, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPolicy } from '#server/matching/core/apply-policy.ts';
import { type Coverage, computeCoverage, type Requirement } from '#server/matching/core/coverage.ts';
import type { Evidence } from '#server/matching/core/evidence.ts';
import { explainCoverage } from '#server/matching/core/explain.ts';
import { rankCandidates } from '#server/matching/core/rank.ts';
import { compareChanges, diffParts, diffRanks } from '#server/matching/core/rank-changes.ts';
import {
  isSamePolicy,
  openPolicy,
  type Treatment,
  type TrustPolicy,
  toCanonical,
  withIssuerRule,
} from '#server/organizations/core/trust-policy.ts';
import { trustPolicyShape } from '#server/organizations/schemas.ts';
import { evidenceRows, now, people, shuffled, someRequirements } from './arbitraries.ts';

const runs = { numRuns: 400 };
const dayMs = 86_400_000;

const treatment = record<Treatment>({
  effect: constantFrom('accept', 'accept', 'accept', 'refuse'),
  weight: constantFrom(0, 1, 33, 50, 80, 99, 100, 100),
  minTier: constantFrom(0, 0, 2, 3, 5),
});
const issuerIds = ['issuer-1', 'issuer-2', 'issuer-3'] as const;
const registries = ['Alder list', 'Birch list'] as const;
const somePolicy = record({
  issuers: uniqueArray(tuple(constantFrom(...issuerIds), treatment), { selector: ([id]) => id }),
  registries: uniqueArray(tuple(constantFrom(...registries), treatment), { selector: ([name]) => name }),
  recognised: treatment,
  unrecognised: treatment,
  silent: option(record({ days: integer({ min: 1, max: 30 }), weight: constantFrom(0, 50, 100) })),
}).map(
  (parts): TrustPolicy => ({
    format: 'assay-trust-policy/1',
    ...parts,
    issuers: parts.issuers.map(([id, rule]) => ({ id, ...rule })),
    registries: parts.registries.map(([name, rule]) => ({ name, ...rule })),
  }),
);

/** What registries say in these tests: the first issuer is in both lists, the second in none. */
const standingOf = (id: string) =>
  id === 'issuer-1' ? { id, recognised: true, registries } : { id, recognised: false, registries: [] };

/** Every unknown row stood four days ago. */
const lastGoodAt = new Date(now.getTime() - 4 * dayMs);

function under(policy: TrustPolicy, rows: readonly Evidence[]): Evidence[] {
  return rows.map((row) => applyPolicy({ ...row, lastGoodAt }, standingOf(row.issuerId), policy, now));
}

type Person = { candidateId: string; evidence: Evidence[] };

function rank(asked: readonly Requirement[], persons: readonly Person[], policy: TrustPolicy | null) {
  return rankCandidates(
    persons.map(({ candidateId, evidence }) => ({
      candidateId,
      coverage: computeCoverage(asked, policy ? under(policy, evidence) : evidence, now),
    })),
  );
}

function check<T>(arbitrary: Parameters<typeof property<[T]>>[0], law: (value: T) => void) {
  assert(property(arbitrary, law), runs);
}

const bytes = (value: unknown) => JSON.stringify(value);
const totalOf = (coverage: Coverage | undefined) => (coverage?.kind === 'score' ? coverage.totalMicro : 0);
const isMet = (coverage: Coverage | undefined) => coverage?.kind === 'score' && coverage.mustsMet;
const refuse: Treatment = { effect: 'refuse', weight: 0, minTier: 0 };
const inFull: Treatment = { effect: 'accept', weight: 100, minTier: 0 };

describe('laws of a trust policy', () => {
  it('law: everything at 100 % equals no policy, to the byte', () => {
    const full = { ...openPolicy, issuers: issuerIds.map((id) => ({ id, ...inFull })) };
    check(tuple(someRequirements, people), ([asked, persons]) => {
      expect(bytes(rank(asked, persons, full))).toBe(bytes(rank(asked, persons, null)));
      expect(bytes(rank(asked, persons, openPolicy))).toBe(bytes(rank(asked, persons, null)));
    });
  });

  it('law: the same policy twice gives the same bytes, and the order of its rules does not matter', () => {
    const orders = tuple(someRequirements, people, somePolicy).chain(([asked, persons, policy]) =>
      tuple(shuffled(policy.issuers), shuffled(policy.registries)).map(([issuers, lists]) => ({
        asked,
        persons,
        policy,
        turned: { ...policy, issuers, registries: lists },
      })),
    );
    check(orders, ({ asked, persons, policy, turned }) => {
      const once = bytes(rank(asked, persons, policy));
      expect(bytes(rank(asked, persons, policy))).toBe(once);
      expect(bytes(rank(asked, persons, turned))).toBe(once);
      expect(bytes(rank(asked, persons, toCanonical(turned)))).toBe(once);
      expect(isSamePolicy(policy, turned)).toBe(true);
    });
  });

  it('law: refusing an issuer never raises who relied on it: not the points, not a part, not a must-have', () => {
    check(tuple(someRequirements, evidenceRows, somePolicy), ([asked, rows, policy]) => {
      const before = computeCoverage(asked, under(policy, rows), now);
      const after = computeCoverage(asked, under(withIssuerRule(policy, 'issuer-1', refuse), rows), now);
      expect(totalOf(after)).toBeLessThanOrEqual(totalOf(before));
      expect(Number(isMet(after))).toBeLessThanOrEqual(Number(isMet(before)));
      for (const { fromMicro, toMicro } of diffParts(before, after)) expect(toMicro).toBeLessThan(fromMicro);
    });
  });

  it('law: nobody who relied on a refused issuer passes somebody who did not', () => {
    check(tuple(someRequirements, people, somePolicy), ([asked, persons, policy]) => {
      const before = rank(asked, persons, policy);
      const after = rank(asked, persons, withIssuerRule(policy, 'issuer-2', refuse));
      const relied = (id: string) =>
        persons
          .find((person) => person.candidateId === id)
          ?.evidence.some((row) => row.issuerId === 'issuer-2');
      const place = (list: typeof before, id: string) =>
        list.find((each) => each.candidateId === id)?.rank ?? Number.NaN;
      for (const one of before.filter((each) => relied(each.candidateId)))
        for (const other of before.filter((each) => !relied(each.candidateId)))
          if (place(before, one.candidateId) > place(before, other.candidateId))
            expect(place(after, one.candidateId)).toBeGreaterThan(place(after, other.candidateId));
    });
  });

  it('law: a higher weight never lowers, and a higher minimum tier never raises', () => {
    const two = tuple(someRequirements, evidenceRows, somePolicy, treatment, integer({ min: 0, max: 100 }));
    check(two, ([asked, rows, policy, rule, more]) => {
      const total = (change: Partial<Treatment>) => {
        const changed = withIssuerRule(policy, 'issuer-1', { ...rule, ...change });
        return totalOf(computeCoverage(asked, under(changed, rows), now));
      };
      const weight = Math.min(100, rule.weight + more);
      expect(total({ weight })).toBeGreaterThanOrEqual(total({}));
      expect(total({ minTier: Math.min(5, rule.minTier + 1) })).toBeLessThanOrEqual(total({}));
    });
  });

  it('law: whatever the policy, the parts sum to the total and nothing is above what is asked', () => {
    check(tuple(someRequirements, evidenceRows, somePolicy), ([asked, rows, policy]) => {
      const coverage = computeCoverage(asked, under(policy, rows), now);
      if (coverage.kind !== 'score') return;
      const sum = coverage.parts.reduce((all, part) => all + part.pointsMicro, 0);
      expect(sum).toBe(coverage.totalMicro);
      expect(coverage.totalMicro + coverage.unknownMicro + coverage.missingMicro).toBe(100_000_000);
      for (const part of coverage.parts) {
        expect(Number.isSafeInteger(part.pointsMicro) && Number.isSafeInteger(part.unknownMicro)).toBe(true);
        expect(part.pointsMicro + part.unknownMicro).toBeLessThanOrEqual(part.ofMicro);
        expect(part.pointsMicro === part.ofMicro).toBe(part.status === 'met');
      }
    });
  });

  it('law: what a policy takes away is said in the explanation, never silent', () => {
    check(tuple(someRequirements, evidenceRows, somePolicy), ([asked, rows, policy]) => {
      const named = asked.map((each) => ({ ...each, name: each.id }));
      const before = computeCoverage(asked, rows, now);
      const after = computeCoverage(asked, under(policy, rows), now);
      if (after.kind !== 'score') return;
      const changed = diffParts(before, after).map((part) => part.requirementId);
      for (const { requirement, pieces, part } of explainCoverage(named, after).rows) {
        if (!changed.includes(requirement.id)) continue;
        const policySays = pieces.some(({ code }) => code.startsWith('policy-'));
        // Where other evidence stepped in, that evidence is named; what is unknown is said as unknown.
        const steppedIn = part.pointsMicro > 0 || part.status === 'unknown' || part.reason === 'tier-too-low';
        expect(policySays || steppedIn).toBe(true);
      }
    });
  });

  it('law: the changes told are exactly those between the two rankings', () => {
    check(tuple(someRequirements, people, somePolicy), ([asked, persons, policy]) => {
      const counted = persons.map(({ candidateId, evidence }) => {
        const before = computeCoverage(asked, evidence, now);
        const after = computeCoverage(asked, under(policy, evidence), now);
        return { candidateId, before, after, parts: diffParts(before, after) };
      });
      const changes = diffRanks(counted);
      const [before, after] = [rank(asked, persons, null), rank(asked, persons, policy)];
      for (const { candidateId } of persons) {
        const find = (list: typeof before) => list.find((each) => each.candidateId === candidateId);
        const [then, next] = [find(before), find(after)];
        const told = changes.find((change) => change.candidateId === candidateId);
        const shown = [then, next].map((each) => each && [each.rank, each.queue, totalOf(each.coverage)]);
        expect(told !== undefined).toBe(bytes(shown[0]) !== bytes(shown[1]));
        if (told) expect([told.before.rank, told.after.rank]).toEqual([then?.rank, next?.rank]);
      }
      expect(bytes([...changes].sort(compareChanges))).toBe(
        bytes([...changes].reverse().sort(compareChanges)),
      );
    });
  });

  it('law: a policy survives its file', () => {
    check(somePolicy, (policy) => {
      const read = trustPolicyShape.parse(JSON.parse(JSON.stringify(toCanonical(policy))));
      expect(bytes(toCanonical(read))).toBe(bytes(toCanonical(policy)));
    });
  });
});

describe('which rule decides', () => {
  const row: Evidence = {
    ...{ skillKey: 1, level: null, tier: 3, credentialId: 'c', issuerId: 'issuer-1' },
    ...{ validFrom: null, validUntil: null, standing: 'stands' },
  };
  const asked: Requirement[] = [
    { id: 'r', skillKeys: [1], must: true, weight: 1, minLevel: null, minTier: 0 },
  ];
  const points = (policy: Partial<TrustPolicy>, rows = [row]) =>
    computeCoverage(asked, under({ ...openPolicy, ...policy }, rows), now);

  it('the one for the issuer before those for registries, and those before the general ones', () => {
    const half = { effect: 'accept', weight: 50, minTier: 0 } as const;
    expect(totalOf(points({ recognised: refuse }))).toBe(0);
    expect(totalOf(points({ recognised: refuse, registries: [{ name: 'Alder list', ...half }] }))).toBe(
      50_000_000,
    );
    const own = { id: 'issuer-1', ...inFull };
    expect(
      totalOf(points({ issuers: [own], registries: [{ name: 'Alder list', ...half }], recognised: refuse })),
    ).toBe(100_000_000);
    expect(totalOf(points({ unrecognised: refuse }))).toBe(100_000_000);
  });

  it('of two registries the one under which this evidence counts more', () => {
    const lists = [
      { name: 'Alder list', effect: 'accept', weight: 100, minTier: 4 },
      { name: 'Birch list', effect: 'accept', weight: 60, minTier: 0 },
    ] as const;
    expect(totalOf(points({ registries: [...lists] }))).toBe(60_000_000);
    expect(totalOf(points({ registries: [...lists] }, [{ ...row, tier: 4 }]))).toBe(100_000_000);
  });

  it('weighs what is silent for as long as its days last, and keeps the rest unknown', () => {
    const silent = [{ ...row, standing: 'unknown' as const }];
    const seen = (days: number) => points({ silent: { days, weight: 80 } }, silent);
    expect(seen(4)).toMatchObject({ totalMicro: 80_000_000, unknownMicro: 20_000_000, mustsMet: false });
    expect(seen(3)).toMatchObject({ totalMicro: 0, unknownMicro: 100_000_000 });
  });

  it('says why: refused, too weak for the policy, or weighed', () => {
    const reasonOf = (policy: Partial<TrustPolicy>) => {
      const coverage = points(policy);
      if (coverage.kind !== 'score') throw new Error('expected a score');
      const named = asked.map((each) => ({ ...each, name: 'Python' }));
      return explainCoverage(named, coverage).rows[0]?.pieces.filter(({ code }) => code !== 'must-not-met');
    };
    const rule = (change: Partial<Treatment>) => ({ issuers: [{ id: 'issuer-1', ...inFull, ...change }] });
    expect(reasonOf(rule({ effect: 'refuse' }))).toEqual([
      { code: 'policy-refused', params: { rule: 'issuer' } },
    ]);
    expect(reasonOf(rule({ minTier: 4 }))).toEqual([
      { code: 'policy-tier', params: { tier: 3, minTier: 4 } },
    ]);
    expect(reasonOf(rule({ weight: 80 }))).toEqual([
      { code: 'proven', params: { level: null, minLevel: null, tier: 3 } },
      { code: 'policy-weight', params: { weight: 8_000 } },
    ]);
  });
});

describe('a policy as a file', () => {
  it.each([
    ['another format', { format: 'assay-trust-policy/2' }],
    ['a weight in fractions', { recognised: { effect: 'accept', weight: 99.5, minTier: 0 } }],
    ['a weight above all', { recognised: { effect: 'accept', weight: 101, minTier: 0 } }],
    [
      'two rules for an issuer',
      {
        issuers: [
          { id: 'a', ...inFull },
          { id: 'a', ...refuse },
        ],
      },
    ],
    ['something that no version knows', { note: 'hello' }],
  ])('is refused with %s', (_what, change) => {
    expect(trustPolicyShape.safeParse({ ...openPolicy, ...change }).success).toBe(false);
  });
});
