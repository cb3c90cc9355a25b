import { describe, expect, it } from 'vitest';
import { addressOf, groups } from '#tests/support/places.ts';
import { listPages } from '#tests/support/words-of-pages.ts';

/** Pages that show nothing of their own. */
const exceptions: Record<string, string> = {
  'app/hire/[org]/page.tsx': 'leads on to the jobs of the house at once',
  'app/verify/keep/page.tsx': 'leads on to the import, or to the sign-in before it',
};

describe('places that are looked at', () => {
  const pages = listPages().map(({ page }) => page);
  const lookedAt = new Set(groups.flatMap(({ places }) => places.flatMap(({ page }) => page ?? [])));

  it.each(pages)('%s is among them, or a named exception', (page) => {
    expect(lookedAt.has(page) !== page in exceptions).toBe(true);
  });

  it('name no page that is gone', () => {
    const named = [...lookedAt, ...Object.keys(exceptions)];
    expect(named.filter((page) => !pages.includes(page))).toEqual([]);
  });

  it('have fixed addresses that their page answers', () => {
    const wrong = groups.flatMap(({ places }) =>
      places.filter(
        ({ page, open }) =>
          page !== undefined && typeof open === 'string' && !addressOf(page).test(open.split('?')[0] ?? ''),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
