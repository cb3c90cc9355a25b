import { createHmac, createPublicKey, type JsonWebKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#server/credentials/core/json.ts';
import type { Report } from '#server/credentials/core/report.ts';
import {
  createIssuer,
  type Documents,
  didDocument,
  issueJwt,
  issueOb2Signed,
  issueOb3,
  issueSdJwt,
  judge,
  publicJwk,
  showSdJwt,
  verify,
} from '#tests/support/signing/index.ts';

/*
 * The same statements in other JSON, the wrong purpose under a right signature, keys that come along, and public keys
 * taken for secrets (verification.md §6.2 no. 4, 5, 14), each signed for the purpose.
 */

const issuer = createIssuer({ kind: 'did:web', seed: 'spelling' });
const issuers = [issuer];
const skillUrl = 'https://skills.example/ladders';
const resolver = { byUri: (uri: string) => ({ skillKey: 1, label: uri, uri }), byLabel: () => [] };
const order = {
  email: 'ada@example.org',
  alignments: [{ name: 'Ladders', url: skillUrl }],
  achievement: { creditsAvailable: 5 },
};
const signed = await issueOb3(issuer, order);
const question = { issuers, resolver, emails: ['ada@example.org'] };

/** The signed document with its achievement in other words. */
function reworded(change: (achievement: JsonObject) => Record<string, Json | undefined>): JsonObject {
  const subject = signed.credentialSubject as JsonObject;
  const achievement = change(subject.achievement as JsonObject);
  return JSON.parse(JSON.stringify({ ...signed, credentialSubject: { ...subject, achievement } }));
}

describe('the same graph in other JSON', () => {
  const spellings: [string, JsonObject][] = [
    ['a name in a list', reworded((a) => ({ ...a, name: [a.name ?? null] }))],
    ['a name as a value object', reworded((a) => ({ ...a, name: { '@value': a.name ?? null } }))],
    [
      'a name that is null, and said by its full address',
      reworded((a) => ({ ...a, name: null, 'https://schema.org/name': a.name })),
    ],
    ['a number as text', reworded((a) => ({ ...a, creditsAvailable: '5' }))],
    ['an empty list more', reworded((a) => ({ ...a, tag: [] }))],
    ['a null more', reworded((a) => ({ ...a, humanCode: null }))],
    ['an empty list in place of the status', { ...signed, credentialStatus: [] }],
    ['a null in place of the end', { ...signed, validUntil: null }],
    ['a null in place of the status', { ...signed, credentialStatus: null }],
    ['types under the keyword', reworded(({ type, ...a }) => ({ ...a, '@type': type }))],
    [
      'the graph at the top',
      {
        '@context': signed['@context'] ?? null,
        '@graph': [{ ...signed, '@context': undefined } as unknown as Json],
      },
    ],
  ];

  it.each(spellings)('with %s never stands and shows something else', async (_how, document) => {
    const [report, original] = [await verify(document, question), await verify(signed, question)];
    expect(original.verdict).toBe('valid');
    const shown = (of: Report) => [of.credential, of.skills, of.bound];
    if (report.verdict === 'valid') expect(shown(report)).toEqual(shown(original));
  });
});

describe('a right signature for another purpose', () => {
  const purposes = ['authentication', 'keyAgreement', 'capabilityInvocation', 'capabilityDelegation'];

  it.each(purposes)('is none: %s', async (proofPurpose) => {
    const document: JsonObject = { ...didDocument(issuer), [proofPurpose]: [issuer.signing.methodId] };
    const documents: Documents = new Map([[`${issuer.root}/did.json`, document]]);
    const badge = await issueOb3(issuer, { proofMembers: { proofPurpose } });
    expect((badge.proof as JsonObject).proofPurpose).toBe(proofPurpose);
    expect(await judge(badge, { documents })).toBe('invalid issuer-unbound');
  });
});

describe('a key that comes along', () => {
  const thief = createIssuer({ kind: 'did:web', host: 'thief.example', alg: 'ES256', seed: 'spelling' });
  const set = 'https://thief.example/jwks.json';
  const jwk = publicJwk(thief.key);
  const documents: Documents = new Map<string, JsonObject | string>([
    [set, { keys: [{ ...jwk, kid: issuer.signing.methodId }] }],
    [
      'https://thief.example/cert.pem',
      String(
        createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' }),
      ),
    ],
  ]);
  const headers: [string, JsonObject][] = [
    ['jku', { jku: set }],
    ['x5u', { x5u: 'https://thief.example/cert.pem' }],
    ['x5c', { x5c: ['MIIB'] }],
    ['jwk', { jwk }],
    ['jwk without kid', { jwk, kid: null }],
    ['jku without kid', { jku: set, kid: null }],
    ['kid of the thief', { kid: thief.signing.methodId }],
    ['kid of a file', { kid: '../../../../dev/null' }],
    ['kid of a query', { kid: "x' OR '1'='1" }],
    ['kid that is the set', { kid: set }],
  ];

  it.each(headers)('by %s vouches for nobody', async (_how, header) => {
    const claimed = {
      ...thief,
      id: issuer.id,
      signing: { ...thief.signing, methodId: issuer.signing.methodId },
    };
    const world = { issuers: [issuer, thief], documents };
    expect(await judge(issueJwt(claimed, { header }), world)).toMatch(/^invalid (signature|issuer-unbound)$/);
    expect(await judge(showSdJwt(issueSdJwt(claimed, { header })), world)).toMatch(/^(invalid|unknown) /);
    const old = createIssuer({ kind: 'https', alg: 'ES256', seed: 'spelling' });
    const [, payload = ''] = issueOb2Signed(old).split('.');
    const own = { ...header, alg: 'ES256' };
    const head = Buffer.from(JSON.stringify(own)).toString('base64url');
    const other = issueJwt(claimed).split('.')[2];
    expect(await judge(`${head}.${payload}.${other}`, { issuers: [old, thief], documents })).toMatch(
      /^invalid /,
    );
  });
});

describe('a public key taken for a secret', () => {
  it.each(['RS256', 'ES256', 'EdDSA'] as const)('of %s signs nothing by HMAC', async (kind) => {
    const own = createIssuer({ kind: 'did:web', host: 'mac.example', alg: kind, seed: 'spelling mac' });
    const key = createPublicKey({ key: publicJwk(own.key) as JsonWebKey, format: 'jwk' });
    const secrets = [
      key.export({ type: 'spki', format: 'pem' }),
      key.export({ type: 'spki', format: 'der' }),
      JSON.stringify(publicJwk(own.key)),
      '',
    ];
    const [, payload = ''] = issueJwt(own).split('.');
    for (const [alg, hash] of [
      ['HS256', 'sha256'],
      ['HS384', 'sha384'],
      ['HS512', 'sha512'],
    ] as const)
      for (const secret of secrets) {
        const head = Buffer.from(JSON.stringify({ alg, typ: 'JWT', kid: own.signing.methodId })).toString(
          'base64url',
        );
        const mac = createHmac(hash, secret).update(`${head}.${payload}`).digest('base64url');
        expect(await judge(`${head}.${payload}.${mac}`, { issuers: [own] })).toBe(
          'unknown unsupported-suite',
        );
        expect(await judge(`${head}.${payload}.${mac}~`, { issuers: [own] })).not.toBe('valid');
      }
  });

  it.each(['none', 'None', 'NONE', 'nOnE'])('and %s is no algorithm', async (alg) => {
    const [, payload = ''] = issueJwt(issuer).split('.');
    const head = Buffer.from(JSON.stringify({ alg, kid: issuer.signing.methodId })).toString('base64url');
    for (const signature of ['', 'AA'])
      expect(await judge(`${head}.${payload}.${signature}`, { issuers })).not.toBe('valid');
  });
});

describe('a key of the issuer', () => {
  it('under another controller, or of another issuer on the same host, does not sign', async () => {
    const neighbour = createIssuer({ kind: 'did:web', slug: 'club', seed: 'spelling club' });
    const signedByClub = await issueOb3({ ...issuer, key: neighbour.key, signing: neighbour.signing });
    expect(await judge(signedByClub, { issuers: [issuer, neighbour] })).toBe('invalid issuer-unbound');
    const lent = didDocument(issuer);
    const method = { ...(lent.verificationMethod as JsonObject[])[0], controller: neighbour.id };
    const documents: Documents = new Map([
      [`${issuer.root}/did.json`, { ...lent, verificationMethod: [method] }],
    ]);
    expect(await judge(issueJwt(issuer), { documents })).toBe('invalid issuer-unbound');
  });
});
