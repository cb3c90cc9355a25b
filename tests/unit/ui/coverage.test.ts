/** The filled length is the score, and what is shown adds up (interface §6, §14.3). */
import fc from 'fast-check';
import { createElement as h } from 'react';
import { describe, expect, it } from 'vitest';
import { CoverageBar, CoverageRow } from '#app/ui/coverage/coverage-bar.tsx';
import { CoverageSum } from '#app/ui/coverage/points.tsx';
import { RequirementList } from '#app/ui/coverage/requirement-list.tsx';
import { pointsOnShow, shareTenths } from '#app/ui/coverage/round-points.ts';
import { Ruler } from '#app/ui/coverage/ruler.tsx';
import type { Coverage, CoveragePart } from '#app/ui/coverage/shapes.ts';
import { render } from '#tests/support/render.tsx';

const all = 100_000_000;

function part(label: string, weight: number, must: boolean, status: CoveragePart['status'], points: number) {
  const of = weight * 10_000_000;
  return {
    requirementId: label,
    label,
    short: label,
    weight,
    must,
    status,
    pointsMicro: points,
    ofMicro: of,
  };
}

const coverage: Coverage = {
  kind: 'score',
  totalMicro: 55_000_000,
  unknownMicro: 30_000_000,
  missingMicro: 15_000_000,
  mustsMet: true,
  parts: [
    part('Python', 4, true, 'met', 40_000_000),
    part('SQL', 3, false, 'partly', 15_000_000),
    part('Series', 3, false, 'unknown', 0),
  ],
};

/** Weights and filled shares such that the requirements make 100 points, as matching gives them. */
const someCoverage = fc
  .array(
    fc.record({ weight: fc.integer({ min: 1, max: 9 }), filled: fc.integer({ min: 0, max: 1_000_000 }) }),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((rows) => {
    const weights = rows.reduce((sum, row) => sum + row.weight, 0);
    let left = all;
    const parts = rows.map((row, index) => {
      const ofMicro = index === rows.length - 1 ? left : Math.floor((row.weight * all) / weights);
      left -= ofMicro;
      return { ofMicro, pointsMicro: Math.floor((ofMicro * row.filled) / 1_000_000) };
    });
    const totalMicro = parts.reduce((sum, each) => sum + each.pointsMicro, 0);
    const unknownMicro = Math.floor((all - totalMicro) / 3);
    return { parts, totalMicro, unknownMicro, missingMicro: all - totalMicro - unknownMicro };
  });

describe('points on show', () => {
  it('add up: parts to the total, total with unknown and missing to 100.0', () => {
    fc.assert(
      fc.property(someCoverage, (each) => {
        const shown = pointsOnShow(each);
        expect(shown.parts.reduce((sum, tenths) => sum + tenths, 0)).toBe(shown.total);
        expect(shown.ofs.reduce((sum, tenths) => sum + tenths, 0)).toBe(1000);
        expect(shown.total + shown.unknown + shown.missing).toBe(1000);
        expect(Math.min(shown.unknown, shown.missing, ...shown.parts)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('stay within a tenth of the exact amount', () => {
    fc.assert(
      fc.property(someCoverage, (each) => {
        const shown = pointsOnShow(each);
        each.parts.forEach((exact, index) => {
          expect(Math.abs((shown.parts[index] ?? 0) * 100_000 - exact.pointsMicro)).toBeLessThan(100_000);
        });
      }),
    );
  });

  it('are equal for equal totals, whatever is unknown', () => {
    const total = { totalMicro: 33_333_333, parts: [] };
    const one = pointsOnShow({ ...total, unknownMicro: 66_666_667, missingMicro: 0 });
    const other = pointsOnShow({ ...total, unknownMicro: 1, missingMicro: 66_666_666 });
    expect(one.total).toBe(other.total);
  });

  it('give what is left to the largest remainder, the earlier one on a tie', () => {
    expect(shareTenths([33_350_000, 33_360_000, 33_290_000], 1000)).toEqual([333, 334, 333]);
    expect(shareTenths([50_000, 50_000], 1)).toEqual([1, 0]);
  });
});

describe('the bar', () => {
  it('says in a sentence what it shows', () => {
    expect(render(h(CoverageBar, { coverage }))).toContain(
      'role="img" aria-label="55.0 of 100 points proven. Python met, must-have; SQL partly met; Series unknown"',
    );
  });

  it('has one segment a requirement, as wide as its weight, filled by its share', () => {
    const html = render(h(CoverageBar, { coverage }));
    expect(html).toContain('<i class="met mu" style="--w:4"></i>');
    expect(html).toContain('<i class="partly" style="--w:3;--p:50%"></i>');
    expect(html).toContain('<i class="unknown" style="--w:3"></i>');
  });

  it('is not there when no skill is asked: no score, neither 0 nor 100', () => {
    const html = render(h(CoverageRow, { coverage: { kind: 'no-score' }, size: 'big' }));
    expect(html).toContain('No score');
    expect(html).not.toMatch(/class="cov|\d/);
  });

  it('shows beside its number what unknown could add', () => {
    const html = render(h(CoverageRow, { coverage, unknown: true }));
    expect(html).toContain('55.0');
    expect(html).toContain('+30.0 ?');
  });
});

describe('the ruler', () => {
  it('names must-haves only when there are more than twelve', () => {
    const parts = Array.from({ length: 13 }, (_, index) => ({
      requirementId: `r${index}`,
      short: `name${index}`,
      weight: 1,
      must: index === 0,
    }));
    expect(render(h(Ruler, { parts: parts.slice(0, 12) }))).toContain('name11');
    expect(render(h(Ruler, { parts }))).not.toContain('name12');
    expect(render(h(Ruler, { parts }))).toContain('name0');
  });
});

describe('the explanation', () => {
  it('is a sum that ends in 100', () => {
    expect(render(h(CoverageSum, { coverage }))).toContain(
      '55.0 proven + 30.0 unknown + 15.0 missing = 100. The must-have is met.',
    );
  });

  it('names mark, must, points of points, why and the proof with its end', () => {
    const html = render(
      h(RequirementList, {
        coverage,
        reasons: {
          Python: {
            why: 'Level 3 of 3.',
            proof: {
              title: 'Applied Machine Learning',
              kind: 'badge',
              href: '/proof/1',
              signed: true,
              issuer: { id: 'did:web:northfold.example', name: 'Northfold', recognised: true },
              tier: 4,
              until: '2027-01-12T00:00:00Z',
            },
          },
        },
      }),
    );
    expect(html).toContain('aria-label="Met"');
    expect(html).toContain('<b>40.0</b> <span class="quiet">of 40.0</span>');
    expect(html).toContain('<span class="signed">Applied Machine Learning</span>');
    expect(html).toContain('href="/issuer?id=did%3Aweb%3Anorthfold.example"');
    expect(html).toContain('12 Jan 2027');
    expect(html).toContain('aria-label="Unknown"');
  });
});
