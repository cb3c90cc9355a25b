import { createHash } from 'node:crypto';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { openNames } from '#server/credentials/core/sd-jwt.ts';
import { verifySdJwtPresentation } from '#server/credentials/formats/sd-jwt.ts';
import { startGathering } from '#server/credentials/gather/context.ts';
import { createIssuer, issueSdJwt, makeKey, showSdJwt, signCompact } from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';

/* SD-JWT VC shown on request, and our reading beside that of the common library. */

const issuer = createIssuer({ kind: 'did:web', alg: 'ES256', seed: 'sd-jwt shown' });
const holder = makeKey('ES256', 'sd-jwt shown holder');
const now = new Date('2026-11-23T00:00:00Z');
const challenge = { nonce: 'n-123', audience: 'https://portal.example' };
const held = issueSdJwt(issuer, { holder, hidden: { degree: 'MSc' } });
const bind = { key: holder, nonce: 'n-123' };

const present = (text: string) =>
  verifySdJwtPresentation(text, challenge, startGathering(serve(issuer.documents), now));
const codeOf = async (text: string) => {
  const { proof } = await present(text);
  return proof.proven ? 'proven' : proof.code;
};

describe('an SD-JWT VC that is presented', () => {
  it('proves its holder by nonce, audience, time and what is shown', async () => {
    const { proof, claims, examination } = await present(showSdJwt(held, { bind }));
    expect(proof).toEqual({ proven: true, holder: expect.stringMatching(/^did:jwk:/) });
    expect(claims?.degree).toBe('MSc');
    expect(examination.findings).toEqual([]);
    expect(examination.recipient.identities).toEqual([
      { type: 'did', value: proof.proven && proof.holder, hashed: false, salt: '' },
    ]);
  });

  it('is refused when it was made for another request', async () => {
    const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
    const replays = [
      { ...bind, nonce: 'n-124' },
      { ...bind, audience: 'https://portal.example.evil' },
      { ...bind, at: minutes(-6) },
      { ...bind, at: minutes(2) },
      { ...bind, at: minutes(-365 * 24 * 60) },
    ];
    for (const replay of replays) expect(await codeOf(showSdJwt(held, { bind: replay }))).toBe('replayed');
    expect(await codeOf(showSdJwt(held, { bind: { ...bind, at: minutes(-4) } }))).toBe('proven');
  });

  it('is refused without, or with a wrong signature of the holder', async () => {
    expect(await codeOf(showSdJwt(held))).toBe('missing-proof');
    const thief = makeKey('ES256', 'sd-jwt shown thief');
    expect(await codeOf(showSdJwt(held, { bind: { ...bind, key: thief } }))).toBe('signature');
    expect(await codeOf(showSdJwt(issueSdJwt(issuer), { bind }))).toBe('signature');
    expect(await codeOf('rubbish~')).toBe('malformed');
  });
});

describe('our reading of disclosures', () => {
  const library = new SDJwtVcInstance({
    signer: (text) => signatureOf(text),
    signAlg: 'ES256',
    hasher: (text, alg) => createHash(alg.replace('-', '')).update(String(text)).digest(),
    hashAlg: 'sha-256',
    saltGenerator: (length) => createHash('sha256').update(String(length)).digest('hex') + salts++,
    verifier: () => true,
  });
  let salts = 0;
  const header = { alg: 'ES256', typ: 'dc+sd-jwt', kid: issuer.signing.methodId };
  const signatureOf = (text: string) => {
    const [head = '', payload = ''] = text.split('.');
    const decode = (part: string) => Buffer.from(part, 'base64url').toString('utf8');
    const token = signCompact(issuer, JSON.parse(decode(head)), decode(payload));
    return token.split('.')[2] ?? '';
  };
  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  // Claims of the format itself may not be hidden: the library does not issue such a card, ours refuses it.
  const own = new Set([...openNames, 'iat']);
  const names = fc.stringMatching(/^[a-z]{1,8}$/).filter((name) => !own.has(name));
  const claims = fc.dictionary(names, fc.oneof(leaf, fc.array(leaf), fc.dictionary(names, leaf)));

  it('gives the claims that the common library gives, whatever is hidden and shown', async () => {
    const property = fc.asyncProperty(claims, fc.infiniteStream(fc.boolean()), async (given, coins) => {
      const flip = () => coins.next().value === true;
      const hidden = Object.keys(given).filter(flip);
      const payload = { iss: issuer.id, iat: 1, vct: 'urn:x', ...given };
      const issued = await library.issue(payload, { _sd: hidden } as never, { header });
      const shownNames = hidden.filter(flip);
      const frame = Object.fromEntries(shownNames.map((name) => [name, true]));
      const text = await library.present(issued, frame);
      const theirs = (await library.getClaims(text)) as JsonObject;
      const ours = await present(text);
      expect(ours.claims).toEqual(theirs);
      expect(ours.examination.findings).toEqual([]);
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('refuses a hidden claim that has to stand open', async () => {
    for (const name of ['cnf', 'status', 'vct']) {
      const { examination } = await present(showSdJwt(issueSdJwt(issuer, { hidden: { [name]: 'x' } })));
      expect(examination.findings, name).not.toEqual([]);
    }
  });
});
