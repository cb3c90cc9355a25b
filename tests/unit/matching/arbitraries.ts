import {
  array,
  boolean,
  constant,
  constantFrom,
  date,
  integer,
  option,
  record,
  shuffledSubarray,
  uniqueArray,
} from 'fast-check';
import type { Requirement } from '#server/matching/core/coverage.ts';
import type { Evidence } from '#server/matching/core/evidence.ts';

/** How often each law is tried. */
export const runs = { numRuns: 1_000 };

export const now = new Date('2026-11-23T12:00:00.000Z');

/** Few skills, credentials and dates, so that rows meet, tie and expire often. */
const skillKey = integer({ min: 1, max: 6 });
const level = constantFrom<Evidence['level']>(null, 1, 2, 3, 4);
const tier = constantFrom<Evidence['tier']>(0, 1, 2, 3, 4, 5);
const someDate = option(
  date({ min: new Date(now.getTime() - 3), max: new Date(now.getTime() + 3), noInvalidDate: true }),
  { freq: 1 },
);

export const evidenceRow = record<Evidence>({
  skillKey,
  level,
  tier,
  credentialId: constantFrom('credential-1', 'credential-2', 'credential-3', 'credential-4'),
  issuerId: constantFrom('issuer-1', 'issuer-2'),
  validFrom: constantFrom(null, new Date(now.getTime() - 1), now, new Date(now.getTime() + 1)),
  validUntil: someDate,
  standing: constantFrom('stands', 'stands', 'unknown'),
});

export const evidenceRows = array(evidenceRow, { maxLength: 12 });

const requirement = record<Requirement>({
  id: constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8', 'r9'),
  skillKeys: uniqueArray(skillKey, { minLength: 1, maxLength: 3 }),
  must: boolean(),
  weight: integer({ min: 1, max: 9 }),
  minLevel: level,
  minTier: tier,
});

export const someRequirements = uniqueArray(requirement, {
  minLength: 1,
  maxLength: 9,
  selector: (each) => each.id,
});

/** People with ids of their own and their evidence. */
export const people = uniqueArray(
  record({ candidateId: constantFrom(...'abcdefgh'), evidence: evidenceRows }),
  {
    minLength: 1,
    maxLength: 8,
    selector: (each) => each.candidateId,
  },
);

/** The same rows in any order. */
export function shuffled<T>(rows: readonly T[]) {
  return rows.length === 0 ? constant<T[]>([]) : shuffledSubarray([...rows], { minLength: rows.length });
}
