/** The worked example: three skills, worked out by hand so that a reader can follow; the page tells the rules. */
import type { Coverage, RequirementStatus } from '#app/ui/coverage/shapes.ts';

type ExampleLine = {
  key: 'python' | 'sql' | 'writing';
  must: boolean;
  weight: number;
  asked: number | null;
  proven: number | null;
  status: RequirementStatus;
  points: number;
  of: number;
};

/** Python in full, SQL at half its level, writing not at all: 40 + 20 + 0 of 100. */
export const exampleLines: readonly ExampleLine[] = [
  { key: 'python', must: true, weight: 4, asked: 3, proven: 3, status: 'met', points: 40, of: 40 },
  { key: 'sql', must: false, weight: 4, asked: 2, proven: 1, status: 'partly', points: 20, of: 40 },
  { key: 'writing', must: false, weight: 2, asked: null, proven: null, status: 'unmet', points: 0, of: 20 },
];

const micro = 1_000_000;

/** The example as a bar. */
export function coverageOfExample(name: (key: ExampleLine['key']) => string): Coverage {
  const total = exampleLines.reduce((sum, line) => sum + line.points, 0);
  return {
    kind: 'score',
    totalMicro: total * micro,
    unknownMicro: 0,
    missingMicro: (100 - total) * micro,
    mustsMet: true,
    parts: exampleLines.map(({ key, must, weight, status, points, of }) => ({
      requirementId: key,
      label: name(key),
      short: name(key),
      weight,
      must,
      status,
      pointsMicro: points * micro,
      ofMicro: of * micro,
    })),
  };
}
