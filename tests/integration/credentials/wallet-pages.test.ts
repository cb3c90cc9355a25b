import '#tests/support/database.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { query } from '#tests/support/database.ts';
import { giveCredential, later, makeCandidate, makeSkills, type Person } from '../applications/world.ts';

/* A wallet of many credentials comes in pages of twenty, in its order, each credential once. */

let ada: Person;
let bob: Person;

/** Copies one credential of a person, with what is said about each copy in SQL; `n` counts them. */
async function copy(id: string, times: number, changes: string): Promise<void> {
  await query(
    `insert into credential
     select (jsonb_populate_record(null::credential, to_jsonb(c) ||
              jsonb_build_object('id', gen_random_uuid(), 'digest', gen_random_uuid()) || ${changes})).*
       from credential c, generate_series(1, $2::int) n where c.id = $1`,
    [id, times],
  );
}

beforeAll(async () => {
  const { Python } = await makeSkills('Python');
  ada = await makeCandidate('Ada');
  bob = await makeCandidate('Bob');
  const id = await giveCredential(ada, 'Original', [{ skill: Python }]);
  const kinds = `jsonb_build_object('title', 'Counts ' || n, 'kind', (array['badge','certificate','portfolio'])[n % 3 + 1])`;
  await copy(id, 120, kinds);
  await copy(
    id,
    70,
    `jsonb_build_object('title', 'Gone ' || n, 'verdict', 'invalid', 'deciding_code', 'revoked')`,
  );
  await copy(
    id,
    5,
    `jsonb_build_object('title', 'Away ' || n, 'verdict', 'unknown', 'deciding_code', 'status-unavailable')`,
  );
  await copy(
    id,
    4,
    `jsonb_build_object('title', 'Ends ' || n, 'valid_until', '${later(24 * 9).toISOString()}')`,
  );
  await giveCredential(bob, 'Of Bob', [{ skill: Python }]);
});

/** All pages of a group, one after the other. */
async function readAll(asked: {
  group: 'counting' | 'others';
  kind?: CredentialOutput['kind'];
  sort?: 'newest' | 'issuer';
}) {
  const pages: CredentialOutput[][] = [];
  let cursor: string | null = null;
  do {
    const page: { items: CredentialOutput[]; nextCursor: string | null } =
      await ada.api.credentials.walletPage({
        group: asked.group,
        kind: asked.kind ?? null,
        sort: asked.sort ?? 'attention',
        cursor,
      });
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return pages;
}

describe('a wallet of two hundred', () => {
  it('comes twenty at a time, each credential once and in its group', async () => {
    for (const [group, total] of [
      ['counting', 125],
      ['others', 75],
    ] as const) {
      const pages = await readAll({ group });
      expect(pages.slice(0, -1).every((page) => page.length === 20)).toBe(true);
      const all = pages.flat();
      expect(all).toHaveLength(total);
      expect(new Set(all.map((credential) => credential.id)).size).toBe(total);
      expect(all.every((credential) => credential.counts === (group === 'counting'))).toBe(true);
    }
  });

  it('begins with what needs attention', async () => {
    const [counting = []] = await readAll({ group: 'counting' });
    expect(counting.slice(0, 4).every((credential) => credential.title.startsWith('Ends'))).toBe(true);
    expect(counting[4]?.title).not.toMatch(/^Ends/);
    const [others = []] = await readAll({ group: 'others' });
    expect(others.slice(0, 6).map((credential) => credential.title.split(' ')[0])).toEqual([
      ...Array.from({ length: 5 }, () => 'Away'),
      'Gone',
    ]);
  });

  it('can be one kind alone, and the sums agree with it', async () => {
    const { kinds, endsSoon, proven, shared } = await ada.api.credentials.walletOverview();
    for (const { kind, counting } of kinds)
      expect((await readAll({ group: 'counting', kind, sort: 'newest' })).flat()).toHaveLength(counting);
    expect(kinds.reduce((sum, row) => sum + row.counting + row.others, 0)).toBe(200);
    expect(endsSoon.map((credential) => credential.title.split(' ')[0])).toEqual(['Ends', 'Ends', 'Ends']);
    expect(proven.map((row) => row.label)).toEqual(['Python']);
    expect(shared).toBe(0);
  });

  it('ends where its cursor is gone, and takes none of somebody else', async () => {
    const { items } = await bob.api.credentials.walletPage({ group: 'counting', kind: null, sort: 'newest' });
    const page = await ada.api.credentials.walletPage({
      group: 'counting',
      kind: null,
      sort: 'newest',
      cursor: items[0]?.id ?? '',
    });
    expect(page).toEqual({ items: [], nextCursor: null });
    expect(items.map((credential) => credential.title)).toEqual(['Of Bob']);
  });
});
