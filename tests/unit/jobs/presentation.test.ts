import { describe, expect, it } from 'vitest';
import { jobReference } from '#server/jobs/core/reference.ts';
import { orderRequirements, requirementLabel, shortLabelOf } from '#server/jobs/core/requirement-order.ts';
import { jobContentInput } from '#server/jobs/schemas.ts';

describe('a job reference', () => {
  it.each([
    ['Fernhollow Energy Cooperative', 192, 'FEC-0192'],
    ['Ministry of the Sea', 1, 'MS-0001'],
    ['Þórr & Ása', 12345, 'OA-12345'],
    ['東京', 7, 'JOB-0007'],
  ])('of %s, number %i, is %s', (name, ordinal, expected) => {
    expect(jobReference(name, ordinal)).toBe(expected);
  });
});

describe('the order of the bars', () => {
  it('is must-haves, then weight, then name, whatever the order of rows', () => {
    const rows = [
      { id: '1', must: false, weight: 9, label: 'Writing' },
      { id: '2', must: true, weight: 2, label: 'sql' },
      { id: '3', must: true, weight: 2, label: 'Python' },
      { id: '4', must: true, weight: 4, label: 'ML' },
    ];
    const expected = ['4', '3', '2', '1'];
    expect(orderRequirements(rows).map((row) => row.id)).toEqual(expected);
    expect(orderRequirements([...rows].reverse()).map((row) => row.id)).toEqual(expected);
  });
});

describe('labels', () => {
  it('join alternatives in words', () => {
    expect(requirementLabel(['A'])).toBe('A');
    expect(requirementLabel(['A', 'B'])).toBe('A or B');
    expect(requirementLabel(['A', 'B', 'C'])).toBe('A, B or C');
  });

  it.each([
    ['Python (programming)', 'Python'],
    ['SQL', 'SQL'],
    ['C++', 'C++'],
    ['Kubernetes', 'Kubern'],
    ['R', 'R.'],
    ['Troubleshooting wind turbines', 'TWT'],
  ])('for the ruler make %s %s', (label, expected) => {
    expect(shortLabelOf(label)).toBe(expected);
  });
});

describe('what an editor may send', () => {
  const line = { must: true, weight: 1, minLevel: null, minTier: 0, shortLabel: null };

  it('asks no skill twice, also not as an alternative', () => {
    const requirements = [
      { ...line, skillKeys: [1, 2] },
      { ...line, skillKeys: [2] },
    ];
    const result = jobContentInput.partial().safeParse({ requirements });
    expect(result.error?.issues[0]?.message).toBe('A skill is asked twice');
  });

  it('keeps weights within 1 to 9', () => {
    const heavy = jobContentInput
      .partial()
      .safeParse({ requirements: [{ ...line, weight: 10, skillKeys: [1] }] });
    expect(heavy.success).toBe(false);
  });
});
