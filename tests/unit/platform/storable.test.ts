import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storable, storableText } from '#server/platform/storable.ts';

describe('what the database can hold', () => {
  it('leaves whole characters alone', () => {
    expect(storableText('Zoë 😀 Ελένη')).toBe('Zoë 😀 Ελένη');
  });

  it('marks NUL and halves of characters', () => {
    expect(storableText('a\0b\uD83Dc')).toBe('a\uFFFDb\uFFFDc');
    expect(storable({ a: ['x\0', { b: '\uDC00' }], n: 1, none: null })).toEqual({
      a: ['x\uFFFD', { b: '\uFFFD' }],
      n: 1,
      none: null,
    });
  });

  it('is the same done twice, and never holds NUL', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = storableText(text);
        expect(storableText(once)).toBe(once);
        expect(once).not.toContain('\0');
      }),
    );
  });
});
