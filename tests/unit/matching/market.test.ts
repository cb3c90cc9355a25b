import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarket, showFigure } from '#server/matching/core/market.ts';

const must = (weight: number) => ({ must: true, weight });
const nice = { must: false, weight: 1 };
const groups = [
  { mask: 0b111n, people: 7 },
  { mask: 0b011n, people: 6 },
  { mask: 0b001n, people: 20 },
  { mask: 0b100n, people: 2 },
];

describe('the market of a posting', () => {
  it('counts who meets each line, and narrows over the must-haves, the heaviest first', () => {
    const market = readMarket([must(1), must(5), nice], groups);
    expect(market.lines).toEqual([33, 13, 9]);
    expect(market.funnel).toEqual([
      { line: 1, people: 13 },
      { line: 0, people: 13 },
    ]);
    expect([market.musts, market.all, market.anything]).toEqual([13, 7, 35]);
  });

  it('does not tell numbers of one to four people; nobody is told', () => {
    expect([0, 1, 4, 5, 6].map(showFigure)).toEqual([0, null, null, 5, 6]);
    expect(readMarket([nice], [{ mask: 1n, people: 3 }])).toMatchObject({ lines: [null], all: null });
  });

  it('never widens, and never shows 1 to 4, whoever there is', () => {
    const group = fc.record({
      mask: fc.bigInt(1n, (1n << 40n) - 1n),
      people: fc.integer({ min: 1, max: 9 }),
    });
    const line = fc.record({ must: fc.boolean(), weight: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.array(group), (lines, people) => {
        const { funnel, lines: each, all, musts } = readMarket(lines, people);
        const figures = [...funnel.map((step) => step.people), ...each, all, musts];
        expect(figures.filter((figure) => figure !== null && figure > 0 && figure < 5)).toEqual([]);
        const counts = funnel.map((step) => step.people ?? 4);
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
      }),
    );
  });
});
