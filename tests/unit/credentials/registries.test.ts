import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '#server/credentials/core/json.ts';
import { readRegistryList } from '#server/credentials/core/registries/dcc-list.ts';
import { readDccRegistry } from '#server/credentials/core/registries/dcc-registry.ts';
import { type Listing, recognise } from '#server/credentials/core/registries/recognition.ts';
import { readSources } from '#server/credentials/core/registries/sources.ts';
import { isSuspiciousLoss, nextLookAt } from '#server/credentials/core/registries/upkeep.ts';
import { hasShared, sharedCredentials } from '#tests/conformance/manifest.ts';

const now = new Date('2026-11-23T12:00:00Z');

describe('a registry in the form of the Digital Credentials Consortium', () => {
  it('gives name, homepage and place of each issuer', () => {
    const json = {
      meta: { created: '2022-10-27T17:57:31+00:00', updated: '2026-03-25T00:00:00+00:00' },
      registry: { 'did:web:a.example': { name: 'A', location: 'Porto', url: 'https://a.example' } },
    };
    expect(readDccRegistry(json)).toMatchObject({
      ok: true,
      skipped: 0,
      updatedAt: '2026-03-25T00:00:00.000Z',
      entries: [
        {
          issuerId: 'did:web:a.example',
          name: 'A',
          homepage: 'https://a.example',
          location: 'Porto',
          since: null,
          scope: null,
          standing: 'listed',
        },
      ],
    });
  });

  it('may say since when, until when, for what and why, when it is the operator’s own', () => {
    const said = {
      name: 'A',
      since: '2021-03-01',
      validUntil: '2027-01-01',
      scope: 'Welding',
      evidence: 'Visited.',
    };
    const read = readDccRegistry({ registry: { 'https://a.example/profile.json': said } });
    expect(read.ok && read.entries[0]).toMatchObject({
      since: '2021-03-01T00:00:00.000Z',
      validUntil: '2027-01-01T00:00:00.000Z',
      scope: 'Welding',
      evidence: 'Visited.',
    });
  });

  it.each<[string, string, Json]>([
    ['no name', 'did:web:a.example', { url: 'https://a.example' }],
    ['an empty name', 'did:web:a.example', { name: '   ' }],
    ['something else than an object', 'did:web:a.example', 'A'],
    ['a host for an id', 'a.example', { name: 'A' }],
    ['a plain http id', 'http://a.example', { name: 'A' }],
    ['an id with a space', 'did:web:a .example', { name: 'A' }],
    ['an id with foreign letters', 'did:web:а.example', { name: 'A' }],
    ['an id without end', `did:web:${'a'.repeat(2_000)}`, { name: 'A' }],
  ])('skips an entry with %s, and counts it', (_what, id, said) => {
    expect(readDccRegistry({ registry: { [id]: said } })).toMatchObject({ entries: [], skipped: 1 });
  });

  it.each<[string, Json]>([
    ['a list', []],
    ['nothing', null],
    ['no registry', { meta: {} }],
    ['a registry that is a list', { registry: [] }],
  ])('is no registry when it is %s', (_what, json) => {
    expect(readDccRegistry(json)).toMatchObject({ ok: false });
  });

  it('cannot turn the line around it or link to a script', () => {
    const said = { name: 'A\u202eB\u0000C', url: 'javascript:alert(1)', logo: 'http://a.example/a.png' };
    const read = readDccRegistry({ registry: { 'did:web:a.example': said } });
    expect(read.ok && read.entries[0]).toMatchObject({ name: 'A B C', homepage: null, logo: null });
  });
});

describe('a list of registries', () => {
  const legacy = { name: 'One', type: 'dcc-legacy', url: 'https://one.example/r.json' };
  const anchorUrl = 'https://two.example/.well-known/openid-federation';
  const jwks = { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AA' }] };

  it.each(['trustAnchorEC', 'fetchEndpoint'])(
    'names a federation by %s, used with pinned keys only',
    (member) => {
      const list = [{ name: 'Two', type: 'oidf', [member]: anchorUrl }, legacy];
      expect(readRegistryList(list, {}, 24)).toMatchObject({
        ok: true,
        sources: [{ name: 'One', type: 'dcc-legacy', refreshHours: 24 }],
        unusable: [{ name: 'Two', why: 'no key of its trust anchor is pinned' }],
      });
      expect(readRegistryList(list, { [anchorUrl]: jwks }, 24)).toMatchObject({
        sources: [{ name: 'Two', type: 'oidf', url: anchorUrl, jwks }, { name: 'One' }],
      });
    },
  );

  it('keeps two of one name apart, and leaves out what cannot be used', () => {
    const list = [
      legacy,
      { ...legacy, url: 'https://b.example/r.json' },
      { name: 'X', type: 'ledger' },
      { ...legacy, url: 'ftp://c' },
    ];
    const read = readRegistryList(list, {}, 24);
    if (!read.ok) throw new Error(read.detail);
    expect(new Set(read.sources.map(({ name }) => name)).size).toBe(2);
    expect(read.unusable.map(({ why }) => why)).toEqual([
      'a registry of an unknown kind',
      'it has no https address',
    ]);
  });

  it('is refused when it is no list', () => {
    expect(readRegistryList({ registries: [] }, {}, 24)).toMatchObject({ ok: false });
  });
});

describe.runIf(hasShared)('the real files', () => {
  const read = (name: string): Json =>
    JSON.parse(readFileSync(path.join(sharedCredentials, 'support/registries', name), 'utf8'));

  it.each([
    ['community-registry.json', 27],
    ['dcc-registry.json', 16],
    ['sandbox-registry.json', 39],
  ])('%s: every entry is read', (name, count) => {
    const registry = readDccRegistry(read(name));
    expect(registry).toMatchObject({ ok: true, skipped: 0 });
    expect(registry.ok && registry.entries.length).toBe(count);
  });

  it('known-did-registries.json: four legacy registries, four federations without pinned keys', () => {
    const list = readRegistryList(read('known-did-registries.json'), {}, 24);
    if (!list.ok) throw new Error(list.detail);
    expect(list.sources.map(({ name, type }) => `${type} ${name}`)).toEqual([
      'dcc-legacy DCC Sandbox Registry',
      'dcc-legacy DCC Community Registry',
      'dcc-legacy DCC Member Registry',
      'dcc-legacy MSP Registry',
    ]);
    expect(list.unusable).toHaveLength(4);
  });

  it('one issuer in three registries is known by the name of the first', () => {
    const did = 'did:key:z6MkpLDL3RoAoMRTwTgo3rs39ZwssfaPKtGdZw7AGRN7CK4W';
    const listings = ['community-registry', 'dcc-registry', 'sandbox-registry'].flatMap(
      (name, position): Listing[] => {
        const registry = readDccRegistry(read(`${name}.json`));
        const entries = registry.ok ? registry.entries : [];
        return entries
          .filter(({ issuerId }) => issuerId === did)
          .map((entry) => ({ ...entry, registry: name, position }));
      },
    );
    expect(listings).toHaveLength(3);
    expect(recognise(listings, now)).toMatchObject({ registry: 'community-registry', name: 'My University' });
    const reversed = listings.map((listing) => ({ ...listing, position: -listing.position }));
    expect(recognise(reversed, now)).toMatchObject({
      registry: 'sandbox-registry',
      name: '(Example) My University',
    });
  });
});

describe('recognition', () => {
  const listing: Listing = {
    issuerId: 'did:web:a.example',
    name: 'A',
    homepage: null,
    logo: null,
    location: null,
    since: null,
    validUntil: null,
    scope: null,
    evidence: null,
    standing: 'listed',
    registry: 'One',
    position: 1,
  };

  it.each<[string, Partial<Listing>, boolean]>([
    ['an entry in force', {}, true],
    ['an entry that ends later', { validUntil: '2026-11-23T12:00:01Z' }, true],
    ['an entry that has ended', { validUntil: '2026-11-23T12:00:00Z' }, false],
    ['an entry that has not begun', { since: '2026-12-01T00:00:00Z' }, false],
    ['a statement that could not be checked', { standing: 'stated' }, false],
  ])('by %s', (_what, change, recognised) => {
    expect(recognise([{ ...listing, ...change }], now) !== null).toBe(recognised);
  });

  it('is by the first registry that counts, whatever the order of the answers', () => {
    const second = { ...listing, registry: 'Two', name: 'Ay', position: 2 };
    const ended = { ...listing, validUntil: '2020-01-01T00:00:00Z' };
    expect(recognise([second, listing], now)).toMatchObject({ registry: 'One', name: 'A' });
    expect(recognise([second, ended], now)).toMatchObject({ registry: 'Two', name: 'Ay' });
    expect(recognise([], now)).toBeNull();
  });
});

describe('the list of the operator', () => {
  const own = { name: 'Ours', type: 'own', file: 'issuers.json' };
  const oidf = { name: 'F', type: 'oidf', url: 'https://f.example', jwks: { keys: [{ kty: 'EC' }] } };

  it('takes every kind, in order, once a day unless said otherwise', () => {
    const ebsi = { name: 'E', type: 'ebsi', url: 'https://e.example/issuers', roots: ['did:ebsi:z1'] };
    const list = { name: 'L', type: 'dcc-list', url: 'https://l.example/known.json', refreshHours: 6 };
    const read = readSources([own, oidf, ebsi, list]);
    expect(read.map(({ name, refreshHours }) => `${name} ${refreshHours}`)).toEqual([
      'Ours 24',
      'F 24',
      'E 24',
      'L 6',
    ]);
  });

  it.each<[string, unknown]>([
    ['an object', { sources: [] }],
    ['a source without place', [{ name: 'Ours', type: 'own' }]],
    ['a source with two places', [{ ...own, url: 'https://a.example' }]],
    ['plain http', [{ name: 'L', type: 'dcc-legacy', url: 'http://a.example' }]],
    ['two of one name', [own, own]],
    ['an unknown kind', [{ ...own, type: 'ledger' }]],
    ['a federation without pinned keys', [{ ...oidf, jwks: undefined }]],
    ['a federation with no key at all', [{ ...oidf, jwks: { keys: [] } }]],
    ['a private key', [{ ...oidf, jwks: { keys: [{ kty: 'EC', d: 'AA' }] } }]],
    ['a shared secret', [{ ...oidf, jwks: { keys: [{ kty: 'oct', k: 'AA' }] } }]],
    ['a period of nothing', [{ ...own, refreshHours: 0 }]],
  ])('is refused with %s', (_what, content) => {
    expect(() => readSources(content)).toThrow('cannot be used');
  });
});

describe('the next look', () => {
  it.each([
    [0, 24 * 60],
    [1, 5],
    [2, 10],
    [5, 80],
    [10, 24 * 60],
    [500, 24 * 60],
  ])('after %i failures in a row comes in %i minutes', (failures, minutes) => {
    expect(nextLookAt(now, 24, failures).getTime() - now.getTime()).toBe(minutes * 60_000);
  });

  it.each([
    [0, 0, false],
    [1, 0, true],
    [7, 1, false],
    [8, 4, false],
    [8, 3, true],
    [40, 39, false],
  ])('of %i entries %i stay: held back %s', (before, kept, held) => {
    expect(isSuspiciousLoss(before, kept)).toBe(held);
  });
});
