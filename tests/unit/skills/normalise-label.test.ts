import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseLabel } from '#server/skills/core/normalise-label.ts';

describe('normaliseLabel', () => {
  it.each([
    ['  Machine   Learning\n', 'machine learning'],
    ['C++', 'c++'],
    ['C＃', 'c#'],
    ['.NET', '.net'],
    ['Node.js', 'node.js'],
    ['I know Python.', 'i know python'],
    ['#python +5', 'python 5'],
    ['CI/CD', 'ci cd'],
    ['Front-end', 'front end'],
    ["patient's", 'patients'],
    ['patient’s', 'patients'],
    ['Health & Safety', 'health and safety'],
    ['ﬁrst aid', 'first aid'],
    ['İstanbul', 'i̇stanbul'],
    ['Größe', 'größe'],
    ['!!!', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(normaliseLabel(text)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        expect(normaliseLabel(normaliseLabel(text))).toBe(normaliseLabel(text));
      }),
      { numRuns: 1_000 },
    );
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(normaliseLabel(normaliseLabel(text))).toBe(normaliseLabel(text));
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps names that differ by a sign apart', () => {
    expect(new Set(['C', 'C#', 'C++', '.C'].map(normaliseLabel)).size).toBe(4);
  });
});
