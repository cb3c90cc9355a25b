import { describe, expect, it } from 'vitest';
import {
  createIssuer,
  issueSdJwt,
  judge,
  makeDisclosure,
  makeKey,
  publicJwk,
  publishTokenMetadata,
  showSdJwt,
  tokenStatusList,
  verify,
} from '#tests/support/signing/index.ts';

/* SD-JWT VC taken by itself (verification.md §2.7): issuer, disclosures, claims, recipient, status. */

const issuer = createIssuer({ kind: 'https', alg: 'ES256', seed: 'sd-jwt' });
publishTokenMetadata(issuer);
const issuers = [issuer];
const holder = makeKey('ES256', 'sd-jwt holder');
const ladder = 'https://skills.example/ladders';
const achievement = { id: 'urn:a', name: 'Safe ladders', alignment: [{ targetUrl: ladder }] };
const resolver = {
  byUri: (uri: string) => (uri === ladder ? { skillKey: 7, uri, label: 'ladders' } : null),
  byLabel: () => [],
};

describe('an SD-JWT VC', () => {
  it('stands with all, some and none of its disclosures, and with decoys', async () => {
    const held = issueSdJwt(issuer, { holder, decoys: 3, hidden: { degree: 'MSc', grade: 'A' } });
    expect(await judge(showSdJwt(held), { issuers })).toBe('valid');
    expect(await judge(showSdJwt(held, { only: ['grade'] }), { issuers })).toBe('valid');
    expect(await judge(showSdJwt(held, { only: [] }), { issuers })).toBe('valid');
    expect(await judge(held.jwt, { issuers })).toBe('valid');
    expect(await judge(issueSdJwt(issuer).jwt, { issuers })).toBe('valid');
  });

  it('is another credential with other disclosures, and the same however they are ordered', async () => {
    const held = issueSdJwt(issuer, { hidden: { degree: 'MSc', grade: 'A' } });
    const turned = { ...held, disclosures: held.disclosures.toReversed() };
    const [all, other, some] = await Promise.all(
      [showSdJwt(held), showSdJwt(turned), showSdJwt(held, { only: ['grade'] })].map((text) =>
        verify(text, { issuers }),
      ),
    );
    expect(all?.payloadHash).toBe(other?.payloadHash);
    expect(all?.payloadHash).not.toBe(some?.payloadHash);
  });

  it.each(['sha-256', 'sha-384', 'sha-512'])('may digest by %s', async (_sd_alg) => {
    const held = issueSdJwt(issuer, { hidden: { degree: 'MSc' }, payload: { _sd_alg } });
    expect(await judge(showSdJwt(held), { issuers })).toBe('valid');
  });

  it('of every kind of key stands', async () => {
    for (const alg of ['EdDSA', 'ES256', 'ES384', 'ES256K', 'RS256'] as const) {
      const own = createIssuer({ kind: 'did:web', alg, seed: 'sd-jwt' });
      const text = showSdJwt(issueSdJwt(own, { hidden: { degree: 'MSc' } }));
      expect(await judge(text, { issuers: [own] })).toBe('valid');
    }
  });

  it('yields skills from what is disclosed, and from nothing else', async () => {
    const held = issueSdJwt(issuer, { hidden: { achievement } });
    const shown = await verify(showSdJwt(held), { issuers, resolver });
    expect(shown.credential?.title).toBe('Safe ladders');
    expect(shown.skills.map(({ skillKey, counts }) => [skillKey, counts])).toEqual([[7, true]]);
    const silent = await verify(showSdJwt(held, { only: [] }), { issuers, resolver });
    expect(silent.credential?.title).toBe('Ladder licence');
    expect(silent.skills).toEqual([]);
  });

  it('opens disclosures inside disclosures and in lists', async () => {
    const skill = makeDisclosure(null, { targetUrl: ladder, targetName: 'Ladders' });
    const hiddenSkill = makeDisclosure(null, { targetUrl: 'https://skills.example/other' });
    const places = [{ '...': skill.digest }, { '...': hiddenSkill.digest }];
    const inner = makeDisclosure('achievement', { ...achievement, alignment: places });
    const credentialSubject = { id: 'did:example:ada', _sd: [inner.digest] };
    const held = issueSdJwt(issuer, { claims: { credentialSubject }, deeper: [inner, skill] });
    const report = await verify(showSdJwt(held), { issuers, resolver });
    expect(report.verdict).toBe('valid');
    expect(report.credential?.alignments.map(({ targetUrl }) => targetUrl)).toEqual([ladder]);
    expect(report.skills).toHaveLength(1);
  });

  it('names its holder by the key it is bound to, however the key is spelled', async () => {
    const { kty, crv, x, y } = publicJwk(holder);
    const cnf = { jwk: { y, x, use: 'sig', crv, kty } as never };
    const text = showSdJwt(issueSdJwt(issuer, { claims: { cnf } }));
    const did = `did:jwk:${Buffer.from(JSON.stringify({ crv, kty, x, y })).toString('base64url')}`;
    expect((await verify(text, { issuers, dids: [did] })).bound).toBe('yes');
    const other = createIssuer({ kind: 'did:jwk', alg: 'ES256', seed: 'sd-jwt other' });
    expect((await verify(text, { issuers, dids: [other.id] })).bound).toBe('no');
    const mail = showSdJwt(issueSdJwt(issuer, { hidden: { email: 'Ada@example.org' } }));
    expect((await verify(mail, { issuers, emails: ['ada@example.org'] })).bound).toBe('yes');
    expect((await verify(mail, { issuers, emails: ['eve@example.org'] })).bound).toBe('no');
  });

  it('says how its key binding stands, and does not ask for one', async () => {
    const remarkOf = async (text: string) => {
      const { checks, verdict } = await verify(text, { issuers });
      return [verdict, checks.find(({ name }) => name === 'proof')?.message];
    };
    const bound = issueSdJwt(issuer, { holder });
    expect(await remarkOf(showSdJwt(bound))).toEqual(['valid', expect.stringMatching(/Nobody has proven/)]);
    expect(await remarkOf(showSdJwt(bound, { bind: { key: holder } }))).toEqual([
      'valid',
      expect.stringMatching(/once signed/),
    ]);
    expect(await remarkOf(showSdJwt(issueSdJwt(issuer)))).toEqual(['valid', expect.stringMatching(/no key/)]);
  });
});

describe('the status of an SD-JWT VC', () => {
  const url = 'https://lists.example/tokens';
  const held = (idx: unknown) =>
    showSdJwt(issueSdJwt(issuer, { claims: { status: { status_list: { idx: idx as number, uri: url } } } }));
  const ask = (idx: unknown) => judge(held(idx), { issuers });

  it.each([1, 2, 4, 8])('is read from the right, %i bits a value', async (bits) => {
    const revoked = { 0: 1, 9: 1 };
    tokenStatusList(issuer, { url, bits, set: bits > 1 ? { ...revoked, 5: 2 } : revoked });
    expect(await ask(0)).toBe('invalid revoked');
    expect(await ask(9)).toBe('invalid revoked');
    expect(await ask(7)).toBe('valid');
    expect(await ask(14)).toBe('valid');
    if (bits > 1) expect(await ask(5)).toBe('invalid suspended');
  });

  it('of an unknown value, place or kind is not clear', async () => {
    tokenStatusList(issuer, { url, bits: 4, set: { 3: 12 } });
    expect(await ask(3)).toBe('unknown status-list-invalid');
    expect(await ask(1_000_000)).toBe('unknown status-list-invalid');
    for (const idx of ['3', 1.5, -1, null]) expect(await ask(idx)).toBe('unknown status-list-invalid');
    const other = issueSdJwt(issuer, { claims: { status: { identifier_list: { id: 'aa', uri: url } } } });
    expect(await judge(showSdJwt(other), { issuers })).toBe('unknown status-unavailable');
    issuer.documents.delete(url);
    expect(await ask(1)).toBe('unknown status-unavailable');
  });

  it('clears only by a list without fault, and revokes by any', async () => {
    const stranger = createIssuer({ kind: 'did:key', seed: 'sd-jwt stranger' });
    const past = 1_768_000_000;
    const faults: Parameters<typeof tokenStatusList>[1][] = [
      { url, payload: { sub: 'https://lists.example/other' } },
      { url, payload: { exp: past } },
      { url, payload: { iat: null } },
      { url, payload: { iat: 1_900_000_000 } },
      { url, payload: { iss: stranger.id } },
      { url, header: { typ: 'JWT' } },
      { url, header: { kid: 'unknown' } },
    ];
    for (const fault of faults) {
      tokenStatusList(issuer, { ...fault, set: { 1: 1 } });
      expect([fault, await ask(2)]).toEqual([fault, 'unknown status-list-invalid']);
      expect([fault, await ask(1)]).toEqual([fault, 'invalid revoked']);
    }
    tokenStatusList(stranger, { url, set: { 1: 1 } });
    issuer.documents.set(url, String(stranger.documents.get(url)));
    expect(await ask(2)).toBe('unknown status-list-invalid');
    expect(await ask(1)).toBe('invalid revoked');
    const [head = '', payload = '', signature = ''] = String(issuer.documents.get(url)).split('.');
    issuer.documents.set(
      url,
      `${head}.${payload}.${signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`,
    );
    expect(await ask(2)).toBe('unknown status-list-invalid');
  });

  it('may be a list without issuer, which is then taken as the credential’s own', async () => {
    tokenStatusList(issuer, { url, set: { 1: 1 }, payload: { iss: null } });
    expect([await ask(1), await ask(2)]).toEqual(['invalid revoked', 'valid']);
  });

  it('is what a later look is told to ask', async () => {
    tokenStatusList(issuer, { url, bits: 2, payload: { ttl: 43_200, exp: 1_800_000_000 } });
    const { watch } = await verify(held(4), { issuers });
    const entry = { type: 'TokenStatusList', url, index: 4, size: 2, purpose: 'status' };
    const validUntil = '2027-01-15T08:00:00.000Z';
    const life = { ttlMs: 43_200_000, validUntil, standing: 'clear', value: 0 };
    expect(watch.statusEntries).toEqual([{ ...entry, ...life }]);
    expect([watch.ttlMs, watch.statusLists]).toEqual([43_200_000, [url]]);
  });
});
