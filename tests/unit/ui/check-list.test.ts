/** Eight lines always; what is missing is unknown (interface §14.2). */
import fc from 'fast-check';
import { createElement as h } from 'react';
import { describe, expect, it } from 'vitest';
import { CheckCounts, CheckList, CheckStrip, countResults } from '#app/ui/proof/check-list.tsx';
import { type CheckLine, type CheckResult, checkNames } from '#app/ui/proof/shapes.ts';
import { render } from '#tests/support/render.tsx';

const results: CheckResult[] = ['pass', 'fail', 'unknown', 'not-applicable'];
const spoken = { pass: 'Passed', fail: 'Failed', unknown: 'Unknown', 'not-applicable': 'Does not apply' };

const someChecks = fc
  .tuple(fc.subarray([...checkNames]), fc.array(fc.constantFrom(...results), { minLength: 8, maxLength: 8 }))
  .map(([names, outcomes]) =>
    names.map<CheckLine>((name, index) => ({
      name,
      result: outcomes[index] ?? 'pass',
      code: `${name}.code`,
      message: `message of ${name}`,
      source: index % 2 === 0 ? 'source' : null,
      at: '2026-11-23T09:12:04Z',
    })),
  );

describe('the check list', () => {
  it('has eight lines in their order for any report, with missing ones unknown', () => {
    fc.assert(
      fc.property(someChecks, (checks) => {
        const lines = render(h(CheckList, { checks: checks.toReversed() }))
          .split('<li>')
          .slice(1);
        expect(lines).toHaveLength(8);
        checkNames.forEach((name, index) => {
          const check = checks.find((each) => each.name === name);
          const line = lines[index] ?? '';
          expect(line).toContain(`aria-label="${spoken[check?.result ?? 'unknown']}"`);
          expect(line.includes(check?.message ?? 'What is missing is never counted as passed')).toBe(true);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('shows result, reason, code, source and time with seconds', () => {
    const html = render(
      h(CheckList, {
        checks: [
          {
            name: 'status',
            result: 'fail',
            code: 'status.revoked',
            message: 'The issuer withdrew it.',
            source: 'list 14',
            at: '2026-11-23T09:12:06Z',
          },
        ],
      }),
    );
    expect(html).toContain('status.revoked · list 14');
    expect(html).toContain('23 Nov, 09:12:06');
    expect(html).toContain('The issuer withdrew it.');
  });

  it('counts a missing check as unknown and one that does not apply as nothing', () => {
    expect(countResults([])).toEqual({ passed: 0, unknown: 8, failed: 0 });
    expect(countResults(checkNames.map((name) => ({ name, result: 'not-applicable' })))).toEqual({
      passed: 0,
      unknown: 0,
      failed: 0,
    });
    expect(render(h(CheckCounts, { checks: [] }))).toContain('0 passed, 8 unknown, 0 failed');
  });

  it('draws eight marks in one line and says how many of each', () => {
    const html = render(h(CheckStrip, { checks: [{ name: 'proof', result: 'pass' }] }));
    expect(html.match(/<svg/g)).toHaveLength(8);
    expect(html).toContain('Eight checks: 1 passed, 7 unknown, 0 failed');
  });
});
