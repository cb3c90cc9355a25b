import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import {
  createIssuer,
  issueOb2Hosted,
  issueOb2Signed,
  judge,
  publishProfile,
  publishRevocationList,
  signCompact,
  verify,
} from '#tests/support/signing/index.ts';
import { clock } from '#tests/support/signing/verify.ts';

/* Open Badges 2.0 as issuers really write them, row by row of verification.md §2.1–2.2. */

let count = 0;
/** A fresh issuer, since each publishes under the same addresses. */
function make() {
  const issuer = createIssuer({
    kind: 'https',
    host: `b${++count}.example`,
    alg: 'ES256',
    seed: `ob2 ${count}`,
  });
  return { issuer, ask: { issuers: [issuer] } };
}
type Order = NonNullable<Parameters<typeof issueOb2Hosted>[1]>;

function hosted(order: Order = {}) {
  const { issuer, ask } = make();
  return { issuer, ask, badge: issueOb2Hosted(issuer, order) };
}

describe('a hosted badge in the spelling of its issuer', () => {
  const hash = createHash('sha256').update('ada@example.org').digest('hex');
  const plain: [string, Order][] = [
    ['verification.type hosted', { assertion: { verification: { type: 'hosted' } } }],
    [
      'types as lists',
      { assertion: { type: ['Assertion', 'Extension'], verification: { type: ['HostedBadge'] } } },
    ],
    [
      'the full address of a type',
      { assertion: { verification: { type: 'https://w3id.org/openbadges#HostedBadge' } } },
    ],
    ['verification as a list', { assertion: { verification: [{ type: 'HostedBadge' }] } }],
    ['verification as a word', { assertion: { verification: 'hosted' } }],
    [
      'a list of contexts',
      {
        assertion: {
          '@context': ['https://w3id.org/openbadges/v2', 'https://w3id.org/openbadges/extensions'],
        },
      },
    ],
    ['a profile of type Profile', { profile: { type: ['Profile'] } }],
    ['criteria as an address', { badge: { criteria: 'https://b.example/criteria' } }],
    [
      'dates with an offset',
      { issuedOn: '2026-01-01T05:00:00+05:00', expires: '2027-01-01T00:00:00.000+00:00' },
    ],
  ];
  it.each(plain)('stands with %s', async (_name, order) => {
    const { badge, ask } = hosted(order);
    expect(await judge(badge, ask)).toBe('valid');
  });

  it('stands with `verify` for `verification`, as Credly writes it, and a hash without salt', async () => {
    const { issuer, ask, badge } = hosted();
    const { verification, ...rest } = badge;
    const address = String(badge.id);
    const recipient = { type: 'email', identity: `sha256$${hash}` };
    const credly = { ...rest, recipient, verify: { type: 'hosted', url: address } };
    issuer.documents.set(address, credly);
    const report = await verify(credly, { ...ask, emails: ['ada@example.org'] });
    expect([report.verdict, report.bound]).toEqual(['valid', 'yes']);
    // Without an http id, the address of `verify` is asked; what counts is the document there.
    const named = { ...credly, id: 'urn:uuid:credly' };
    expect(await judge(named, ask)).toBe('valid');
  });

  it('stands with badge class and issuer embedded, each taken from its own address where that answers', async () => {
    const { issuer, ask, badge } = hosted();
    const classUrl = String(badge.badge);
    const embedded = {
      ...(issuer.documents.get(classUrl) as JsonObject),
      issuer: issuer.documents.get(`${issuer.root}/profile-2.json`) as JsonObject,
    };
    const whole = { ...badge, badge: { ...embedded, name: 'As embedded' } };
    issuer.documents.set(String(badge.id), whole);
    expect((await verify(whole, ask)).credential?.title).toBe('Safe use of ladders');
    issuer.documents.delete(classUrl);
    const report = await verify(whole, ask);
    expect([report.verdict, report.credential?.title]).toEqual(['valid', 'As embedded']);
    issuer.documents.delete(`${issuer.root}/profile-2.json`);
    expect(await judge(whole, ask)).toBe('unknown issuer-unresolvable');
  });
});

describe('a hosted badge is refused', () => {
  const cases: [string, string, Order][] = [
    ['without a way to verify it', 'invalid schema', { assertion: { verification: {} } }],
    [
      'with a way that nobody knows',
      'unknown unsupported-suite',
      { assertion: { verification: { type: 'Blockchain' } } },
    ],
    [
      'with another vocabulary',
      'invalid context-unknown',
      { assertion: { '@context': 'https://lab.example/v1' } },
    ],
    ['without recipient', 'invalid schema', { assertion: { recipient: null } }],
    ['with a number for a date', 'invalid malformed', { assertion: { issuedOn: 1_767_225_600 } }],
    ['with a date without zone', 'invalid malformed', { issuedOn: '2026-01-01T00:00:00' }],
    ['before its time', 'invalid not-yet-valid', { issuedOn: '2026-12-01T00:00:00Z' }],
    ['after its end', 'invalid expired', { expires: '2026-11-22T00:00:00Z' }],
    ['when it says that it is revoked', 'invalid revoked', { assertion: { revoked: true } }],
    ['when its profile is none', 'invalid schema', { profile: { type: 'CryptographicKey' } }],
    ['when its profile lacks an address', 'invalid schema', { profile: { email: null } }],
    [
      'outside the hosts that its issuer allows',
      'invalid verification-scope',
      { profile: { verification: { allowedOrigins: 'other.example' } } },
    ],
    [
      'outside the addresses that its issuer allows',
      'invalid verification-scope',
      { profile: { verification: { startsWith: 'https://b' } } },
    ],
    [
      'by another property than its id',
      'unknown unsupported-suite',
      { profile: { verification: { verificationProperty: 'name' } } },
    ],
    [
      'when its list cannot be read',
      'unknown status-list-invalid',
      { profile: { revocationList: ['https://a.example/1', 'https://a.example/2'] } },
    ],
    [
      'when its list does not answer',
      'unknown status-unavailable',
      { profile: { revocationList: 'https://away.example/list' } },
    ],
    [
      'when its issuer has no web address',
      'unknown issuer-unresolvable',
      { badge: { issuer: 'urn:uuid:issuer' } },
    ],
  ];
  it.each(cases)('%s: %s', async (_name, verdict, order) => {
    const { badge, ask } = hosted(order);
    expect(await judge(badge, ask)).toBe(verdict);
  });

  it('when the list of its issuer names it, by id or uid, unless the list says that it is not revoked', async () => {
    const listed = async (entry: string | JsonObject, assertion: JsonObject = {}) => {
      const { issuer, ask } = make();
      const list = publishRevocationList(issuer, [entry]);
      return judge(issueOb2Hosted(issuer, { assertion, profile: { revocationList: list } }), ask);
    };
    const id = () => `https://b${count + 1}.example/college/assertions/1.json`;
    expect(await listed(id())).toBe('invalid revoked');
    expect(await listed({ id: id(), revocationReason: 'Issued in error' })).toBe('invalid revoked');
    expect(await listed({ uid: 'abc' }, { uid: 'abc' })).toBe('invalid revoked');
    expect(await listed({ id: id(), revoked: false })).toBe('valid');
    expect(await listed('https://another.example/1')).toBe('valid');
  });

  it.each([
    [410, '', 'invalid revoked'],
    [410, '{"revoked":true,"revocationReason":"Left"}', 'invalid revoked'],
    [404, '{"revoked":true}', 'invalid revoked'],
    [404, '{"error":"none"}', 'unknown issuer-unresolvable'],
    [404, '', 'unknown issuer-unresolvable'],
    [500, 'oops', 'unknown issuer-unresolvable'],
    [200, '<html></html>', 'invalid malformed'],
  ])('when its address answers %s %s: %s', async (status, body, verdict) => {
    const { badge } = hosted();
    const fetch = async (url: string) => ({
      ok: true as const,
      url,
      status,
      contentType: 'application/json',
      body: new TextEncoder().encode(body),
      fetchedAt: clock.toISOString(),
    });
    const resolver = { byUri: () => null, byLabel: () => [] };
    const bytes = new TextEncoder().encode(JSON.stringify(badge));
    const { verdict: got, code } = await verifyDocument(bytes, { fetch, now: clock, resolver });
    expect(`${got} ${code}`).toBe(verdict);
  });

  it('when its address holds another badge, or a profile is found under a stranger’s name', async () => {
    const { issuer, ask, badge } = hosted();
    issuer.documents.set(String(badge.id), { ...badge, id: `${issuer.root}/assertions/2.json` });
    expect(await judge(badge, ask)).toBe('invalid issuer-unbound');
    const victim = 'https://victim.example/profile.json';
    const other = hosted({ profile: { id: victim } });
    const report = await verify(other.badge, other.ask);
    expect(report.credential?.issuer.id).toBe(`${other.issuer.root}/profile-2.json`);
  });
});

describe('a signed badge', () => {
  const signed = (order: Order = {}) => {
    const { issuer, ask } = make();
    return { issuer, ask, badge: issueOb2Signed(issuer, order) };
  };

  it('is verified with the only key of its issuer, or each of them, when it names none', async () => {
    const first = make();
    const missing = `${first.issuer.root}/old-key.json`;
    const key = `${first.issuer.root}/key-2.json`;
    for (const publicKey of [key, [key], [missing, key]]) {
      const assertion = { verification: { type: 'SignedBadge' } };
      expect(
        await judge(issueOb2Signed(first.issuer, { assertion, profile: { publicKey } }), first.ask),
      ).toBe('valid');
    }
  });

  it('stands with its key inside the profile, and `signed` for SignedBadge', async () => {
    const { issuer, ask } = make();
    publishProfile(issuer);
    const id = `${issuer.root}/key-2.json`;
    const publicKey = issuer.documents.get(id) as JsonObject;
    const assertion = { verification: { type: 'signed', creator: id } };
    expect(await judge(issueOb2Signed(issuer, { assertion, profile: { publicKey } }), ask)).toBe('valid');
  });

  const cases: [string, string, Order][] = [
    ['that says it is hosted', 'invalid schema', { assertion: { verification: { type: 'HostedBadge' } } }],
    [
      'with a key that its issuer does not list',
      'invalid issuer-unbound',
      { profile: { publicKey: 'https://b.example/other' } },
    ],
    [
      'whose issuer lists no key',
      'unknown key-missing',
      { profile: { publicKey: null }, assertion: { verification: { type: 'SignedBadge' } } },
    ],
    ['that has ended', 'invalid expired', { expires: '2026-02-01T00:00:00Z' }],
    [
      'whose list does not answer',
      'unknown status-unavailable',
      { profile: { revocationList: 'https://away.example/list' } },
    ],
  ];
  it.each(cases)('is refused %s: %s', async (_name, verdict, order) => {
    const { badge, ask } = signed(order);
    expect(await judge(badge, ask)).toBe(verdict);
  });

  it('is refused when the key is another’s, is no key, or the signature is another key’s', async () => {
    const { issuer, ask, badge } = signed();
    const id = `${issuer.root}/key-2.json`;
    const key = issuer.documents.get(id) as JsonObject;
    for (const [change, verdict] of [
      [{ owner: 'https://victim.example/profile.json' }, 'invalid issuer-unbound'],
      [{ type: 'Issuer' }, 'invalid issuer-unbound'],
      [{ id: `${issuer.root}/key-3.json` }, 'invalid issuer-unbound'],
      [{ publicKeyPem: 'none' }, 'invalid signature'],
    ] as const) {
      issuer.documents.set(id, { ...key, ...change });
      expect(await judge(badge, ask)).toBe(verdict);
    }
    issuer.documents.set(id, key);
    const thief = createIssuer({ kind: 'https', alg: 'ES256', seed: 'thief' });
    const payload = Buffer.from(badge.split('.')[1] ?? '', 'base64url').toString();
    expect(await judge(signCompact(thief, { alg: 'ES256' }, payload), ask)).toBe('invalid signature');
  });
});

describe('an Open Badge before 2.0 is recognised, and left to its issuer to renew', () => {
  const within = {
    name: 'Ladders',
    description: 'x',
    criteria: '/c',
    issuer: { origin: 'https://a.example', name: 'A' },
  };
  const documents: [string, JsonObject][] = [
    [
      'Open Badge 1.0',
      {
        '@context': 'https://w3id.org/openbadges/v1',
        type: 'Assertion',
        uid: '1',
        badge: 'https://a.example/b',
        recipient: { type: 'email' },
        verify: { type: 'hosted' },
      },
    ],
    [
      'Open Badge 1.0',
      {
        uid: '1',
        badge: 'https://a.example/b',
        recipient: { type: 'email', identity: 'x' },
        verify: { type: 'hosted' },
      },
    ],
    ['Open Badge 0.5', { badge: within, recipient: 'sha256$abc', salt: 'x' }],
    ['Open Badge 1.0', { badge: within, recipient: { identity: 'x' } }],
  ];
  it.each(documents)('%s', async (version, document) => {
    const report = await verify(document);
    expect([report.verdict, report.code]).toEqual(['unknown', 'unsupported-version']);
    expect(report.checks[0]?.message).toContain(version);
  });

  it('also as a token, and behind the address of a badge that names itself 2.0', async () => {
    const { issuer, ask, badge } = hosted();
    const [, old] = documents[0] ?? ['', {}];
    expect(await judge(signCompact(issuer, { alg: 'ES256' }, JSON.stringify(old)))).toBe(
      'unknown unsupported-version',
    );
    issuer.documents.set(String(badge.id), old);
    expect(await judge(badge, ask)).toBe('unknown unsupported-version');
  });
});
