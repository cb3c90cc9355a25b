import {
  anything,
  array,
  assert,
  constantFrom,
  dictionary,
  integer,
  property,
  string,
  tuple,
} from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, predictChange } from '#server/matching/core/counterfactual.ts';
import {
  type Coverage,
  computeCoverage,
  fullMicro,
  type Requirement,
  type ScoredCoverage,
} from '#server/matching/core/coverage.ts';
import { type Evidence, holdsAt } from '#server/matching/core/evidence.ts';
import { type RankInput, rankCandidates } from '#server/matching/core/rank.ts';
import { evidenceRow, evidenceRows, now, people, runs, shuffled, someRequirements } from './arbitraries.ts';

type Person = { candidateId: string; evidence: Evidence[] };

describe('laws of one coverage', () => {
  it('law: the order of requirements and of evidence does not matter', () => {
    const orders = tuple(someRequirements, evidenceRows).chain(([requirements, evidence]) =>
      tuple(
        tuple(shuffled(requirements), shuffled(evidence)),
        tuple(shuffled(requirements), shuffled(evidence)),
      ),
    );
    check(orders, ([[requirements, evidence], [otherRequirements, otherEvidence]]) => {
      const one = computeCoverage(requirements, evidence, now);
      expect(bytes(computeCoverage(otherRequirements, otherEvidence, now))).toBe(bytes(one));
    });
  });

  it('law: the order of alternatives does not matter', () => {
    check(tuple(someRequirements, evidenceRows), ([requirements, evidence]) => {
      const turned = requirements.map((each) => ({ ...each, skillKeys: [...each.skillKeys].reverse() }));
      expect(computeCoverage(turned, evidence, now)).toEqual(computeCoverage(requirements, evidence, now));
    });
  });

  it('law: more proof never lowers, neither the total, nor any part, nor a must-have', () => {
    check(
      tuple(someRequirements, evidenceRows, array(evidenceRow, { minLength: 1 })),
      ([asked, have, more]) => {
        const before = score(asked, have);
        const after = score(asked, [...have, ...more]);
        expect(after.totalMicro).toBeGreaterThanOrEqual(before.totalMicro);
        expect(after.totalMicro + after.unknownMicro).toBeGreaterThanOrEqual(
          before.totalMicro + before.unknownMicro,
        );
        expect(Number(after.mustsMet)).toBeGreaterThanOrEqual(Number(before.mustsMet));
        before.parts.forEach((part, position) => {
          expect(after.parts[position]?.pointsMicro).toBeGreaterThanOrEqual(part.pointsMicro);
        });
      },
    );
  });

  it('law: a higher level, a stronger tier or a longer life never lowers', () => {
    check(tuple(someRequirements, evidenceRows, evidenceRow), ([asked, have, row]) => {
      const better: Evidence = {
        ...row,
        level: 4,
        tier: 5,
        validFrom: null,
        validUntil: null,
        standing: 'stands',
      };
      const total = score(asked, [...have, row]).totalMicro;
      expect(score(asked, [...have, better]).totalMicro).toBeGreaterThanOrEqual(total);
    });
  });

  it('law: the parts sum to the total, and total + unknown + missing to 100 points, to the last micro-point', () => {
    check(tuple(someRequirements, evidenceRows), ([requirements, evidence]) => {
      const coverage = score(requirements, evidence);
      expect(sum(coverage.parts.map((part) => part.pointsMicro))).toBe(coverage.totalMicro);
      expect(sum(coverage.parts.map((part) => part.unknownMicro))).toBe(coverage.unknownMicro);
      expect(sum(coverage.parts.map((part) => part.ofMicro))).toBe(fullMicro);
      expect(coverage.totalMicro + coverage.unknownMicro + coverage.missingMicro).toBe(fullMicro);
      for (const part of coverage.parts) {
        for (const micro of [part.pointsMicro, part.unknownMicro, part.ofMicro]) {
          expect(Number.isSafeInteger(micro) && micro >= 0).toBe(true);
        }
        expect(part.pointsMicro + part.unknownMicro).toBeLessThanOrEqual(part.ofMicro);
        expect(part.pointsMicro === part.ofMicro).toBe(part.status === 'met');
      }
    });
  });

  it('law: evidence that is revoked, expired or not yet valid is as if it were not there', () => {
    check(tuple(someRequirements, evidenceRows, evidenceRow), ([requirements, evidence, row]) => {
      const reference = computeCoverage(requirements, evidence, now);
      const expired = { ...row, validUntil: now };
      const early = { ...row, validFrom: new Date(now.getTime() + 1) };
      expect(computeCoverage(requirements, [...evidence, expired, early], now)).toEqual(reference);
      const withoutDead = evidence.filter((each) => holdsAt(each, now));
      expect(computeCoverage(requirements, withoutDead, now)).toEqual(reference);
    });
  });

  it('law: what is unknown neither adds to the total nor takes from it', () => {
    check(tuple(someRequirements, evidenceRows), ([requirements, evidence]) => {
      const known = score(
        requirements,
        evidence.filter((each) => each.standing === 'stands'),
      );
      const all = score(requirements, evidence);
      expect([all.totalMicro, all.mustsMet]).toEqual([known.totalMicro, known.mustsMet]);
      const resolved = score(requirements, applyChange(evidence, { standing: 'all', added: [] }));
      expect(resolved.totalMicro).toBe(all.totalMicro + all.unknownMicro);
      expect(resolved.unknownMicro).toBe(0);
    });
  });

  it('law: weights times a constant give the same result', () => {
    check(
      tuple(someRequirements, evidenceRows, integer({ min: 2, max: 10_000 })),
      ([asked, have, factor]) => {
        const heavier = asked.map((each) => ({ ...each, weight: each.weight * factor }));
        expect(bytes(computeCoverage(heavier, have, now))).toBe(bytes(computeCoverage(asked, have, now)));
      },
    );
  });

  it('law: skills that are not asked change nothing', () => {
    check(tuple(someRequirements, evidenceRows, evidenceRow), ([requirements, evidence, row]) => {
      const beside: Evidence = { ...row, skillKey: 99 };
      expect(computeCoverage(requirements, [beside, ...evidence], now)).toEqual(
        computeCoverage(requirements, evidence, now),
      );
    });
  });

  it('law: no skills asked gives "no score", never 0 or 100, whatever is proven', () => {
    check(evidenceRows, (evidence) => {
      expect(computeCoverage([], evidence, now)).toEqual({ kind: 'no-score' });
    });
  });
});

describe('laws of a ranking', () => {
  it('law: the order of people, evidence and requirements does not matter', () => {
    const orders = tuple(someRequirements, people).chain(([requirements, persons]) =>
      tuple(
        tuple(shuffled(requirements), shuffled(persons)),
        tuple(shuffled(requirements), shuffled(persons)),
      ),
    );
    check(orders, ([[requirements, persons], [otherRequirements, others]]) => {
      const turned = others.map((each) => ({ ...each, evidence: [...each.evidence].reverse() }));
      expect(bytes(rank(otherRequirements, turned))).toBe(bytes(rank(requirements, persons)));
    });
  });

  it('law: equal coverage, equal rank within a queue, and the next rank skips', () => {
    check(tuple(someRequirements, people), ([requirements, persons]) => {
      const ranked = rankCandidates(toInputs(requirements, [...persons, ...twinsOf(persons)]));
      for (const one of ranked) {
        const ahead = ranked.filter((other) => isAhead(other.coverage, one.coverage)).length;
        expect(one.rank).toBe(ahead + 1);
      }
    });
  });

  it('law: nobody is dropped, and the first queue comes before the second', () => {
    check(tuple(someRequirements, people), ([requirements, persons]) => {
      const ranked = rankCandidates(toInputs(requirements, persons));
      expect(ranked.map((each) => each.candidateId).sort()).toEqual(
        persons.map((each) => each.candidateId).sort(),
      );
      const queues = ranked.map((each) => each.queue).join(' ');
      expect(queues).not.toContain('second first');
      for (const { coverage, queue } of ranked) {
        expect(queue).toBe(coverage.kind === 'score' && coverage.mustsMet ? 'first' : 'second');
      }
    });
  });

  it('law: more proof never worsens a rank', () => {
    check(tuple(someRequirements, people, evidenceRows), ([requirements, persons, more]) => {
      const [first, ...rest] = persons;
      if (!first) return;
      const richer = { ...first, evidence: [...first.evidence, ...more] };
      const before = rankOf(requirements, persons, first.candidateId);
      expect(rankOf(requirements, [richer, ...rest], first.candidateId)).toBeLessThanOrEqual(before);
    });
  });

  it('law: fields a person has beside the evidence change no rank', () => {
    const extra = dictionary(constantFrom('name', 'age', 'degree', 'photo', 'school', 'gap'), anything());
    check(
      tuple(someRequirements, people, array(extra, { maxLength: 8 }), string()),
      ([asked, persons, extras, text]) => {
        const dressed = persons.map((person, position) => ({
          ...extras[position],
          ...person,
          evidence: person.evidence.map((row) => ({ ...extras[position], title: text, ...row })),
        }));
        const places = (list: Person[]) =>
          rank(asked, list).map(({ candidateId, rank: place, queue }) => [candidateId, place, queue]);
        expect(places(dressed)).toEqual(places(persons));
      },
    );
  });

  it('law: without a score nobody has a rank', () => {
    check(people, (persons) => {
      const ranked = rank([], persons);
      expect(ranked.map((each) => each.rank)).toEqual(persons.map(() => null));
    });
  });

  it('law: the predicted rank is the one that comes when the change is made', () => {
    check(tuple(someRequirements, people, evidenceRows), ([requirements, persons, added]) => {
      const [first, ...rest] = persons;
      if (!first) return;
      const change = { standing: new Set(['credential-1', 'credential-2']), added };
      const field = toInputs(requirements, persons);
      const prediction = predictChange({ ...first, requirements, field, now }, change);
      const made = { ...first, evidence: applyChange(first.evidence, change) };
      expect(prediction.rank).toBe(rankOf(requirements, [made, ...rest], first.candidateId));
      expect(prediction.gainMicro).toBe(
        score(requirements, made.evidence).totalMicro - score(requirements, first.evidence).totalMicro,
      );
    });
  });
});

describe('what matching may see', () => {
  it('law: the inputs are these fields and no others', () => {
    const evidenceFields: Exactly<
      keyof Evidence,
      | 'skillKey'
      | 'level'
      | 'tier'
      | 'credentialId'
      | 'issuerId'
      | 'validFrom'
      | 'validUntil'
      | 'standing'
      | 'policy'
    > = true;
    const requirementFields: Exactly<
      keyof Requirement,
      'id' | 'skillKeys' | 'must' | 'weight' | 'minLevel' | 'minTier'
    > = true;
    const rankedFields: Exactly<keyof RankInput, 'candidateId' | 'coverage'> = true;
    const arity: Exactly<Parameters<typeof computeCoverage>['length'], 3> = true;
    expect([evidenceFields, requirementFields, rankedFields, arity]).toEqual([true, true, true, true]);
  });
});

type Exactly<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

function check<T>(arbitrary: Parameters<typeof property<[T]>>[0], law: (value: T) => void) {
  assert(property(arbitrary, law), runs);
}

function score(requirements: readonly Requirement[], evidence: readonly Evidence[]): ScoredCoverage {
  const coverage = computeCoverage(requirements, evidence, now);
  if (coverage.kind !== 'score') throw new Error('expected a score');
  return coverage;
}

function toInputs(requirements: readonly Requirement[], persons: readonly Person[]): RankInput[] {
  return persons.map(({ candidateId, evidence }) => ({
    candidateId,
    coverage: computeCoverage(requirements, evidence, now),
  }));
}

function rank(requirements: readonly Requirement[], persons: readonly Person[]) {
  return rankCandidates(toInputs(requirements, persons));
}

function rankOf(
  requirements: readonly Requirement[],
  persons: readonly Person[],
  candidateId: string,
): number {
  return rank(requirements, persons).find((each) => each.candidateId === candidateId)?.rank ?? Number.NaN;
}

function twinsOf(persons: readonly Person[]): Person[] {
  return persons.map((person) => ({ ...person, candidateId: `${person.candidateId}-twin` }));
}

function isAhead(one: Coverage, other: Coverage): boolean {
  if (one.kind !== 'score' || other.kind !== 'score') return false;
  if (one.mustsMet !== other.mustsMet) return one.mustsMet;
  return one.totalMicro > other.totalMicro;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

function bytes(value: unknown): string {
  return JSON.stringify(value);
}
