/** Who may see a candidate: every setting against every viewer, by hand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsHandle, handleOf, readHandle } from '#server/candidates/core/handle.ts';
import {
  findableVisibilities,
  maySee,
  type Viewer,
  visibilities,
} from '#server/candidates/core/visibility.ts';

const employer = { as: 'employer', blocked: false, hasLink: false } as const;

/** Viewer, and whether each of private, link, recruiters, public shows the candidate to them. */
const table: [string, Viewer, boolean[]][] = [
  ['the holder', { as: 'holder' }, [true, true, true, true]],
  ['a stranger', { as: 'stranger', hasLink: false }, [false, false, false, true]],
  ['a stranger with the link', { as: 'stranger', hasLink: true }, [false, true, false, true]],
  ['an employer', employer, [false, false, true, true]],
  ['an employer with the link', { ...employer, hasLink: true }, [false, true, true, true]],
  ['a blocked employer', { ...employer, blocked: true }, [false, false, false, false]],
  [
    'a blocked employer with the link',
    { as: 'employer', blocked: true, hasLink: true },
    [false, false, false, false],
  ],
];

describe('visibility', () => {
  it.each(table)('to %s', (_who, viewer, expected) => {
    expect(visibilities.map((visibility) => maySee(visibility, viewer))).toEqual(expected);
  });

  it('shows nobody under a setting that does not exist', () => {
    expect(maySee('everybody' as 'public', { as: 'stranger', hasLink: true })).toBe(false);
  });

  it('lets a search find recruiters’ and public ones alone', () => {
    expect(findableVisibilities).toEqual(['recruiters', 'public']);
  });
});

describe('the address of a page', () => {
  it('leads back to its candidate, and fits with its own key only', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), fc.uuid(), (candidateId, key, other) => {
        const handle = handleOf(candidateId, key);
        expect(handle).toMatch(/^[\w-]{32}$/);
        expect(readHandle(handle)).toBe(candidateId);
        expect(fitsHandle(handle, candidateId, key)).toBe(true);
        if (other.slice(0, 18) !== key.slice(0, 18))
          expect(fitsHandle(handle, candidateId, other)).toBe(false);
      }),
    );
  });

  it('is nothing when it is something else', () => {
    for (const text of ['', 'x', 'a'.repeat(31), 'a'.repeat(33), `${'a'.repeat(31)}=`, '../../etc/passwd'])
      expect(readHandle(text)).toBeNull();
  });
});
