import { createPublicKey } from 'node:crypto';
import type { JWK } from 'jose';
import { base58btc } from 'multiformats/bases/base58';
import type { Profile } from './ensure-profile.ts';

const openBadges = 'https://w3id.org/openbadges/v2';
/** Multicodec header of an Ed25519 public key (ed 01). */
const ed25519Header = [0xed, 0x01];

/** The key with its private part left out. */
function publicPart({ kty, crv, x, y }: JWK): JWK {
  return { ...(kty ? { kty } : {}), ...(crv ? { crv } : {}), ...(x ? { x } : {}), ...(y ? { y } : {}) };
}

function toMultibase(key: JWK): string {
  return base58btc.encode(Uint8Array.from([...ed25519Header, ...Buffer.from(key.x ?? '', 'base64url')]));
}

/** Names of the keys in the DID document. */
export function keyIds(did: string): { ed25519: string; p256: string } {
  return { ed25519: `${did}#ed25519`, p256: `${did}#p256` };
}

/** The DID document of a profile (did:web): both keys, allowed to sign credentials. */
export function buildDidDocument({ did, keys }: Profile) {
  const ids = keyIds(did);
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      'https://w3id.org/security/suites/jws-2020/v1',
    ],
    id: did,
    verificationMethod: [
      { id: ids.ed25519, type: 'Multikey', controller: did, publicKeyMultibase: toMultibase(keys.ed25519) },
      { id: ids.p256, type: 'JsonWebKey2020', controller: did, publicKeyJwk: publicPart(keys.p256) },
    ],
    assertionMethod: [ids.ed25519, ids.p256],
  };
}

/** The Open Badges 2.0 profile of an issuer. */
export function buildIssuerProfile(profile: Profile, root: string) {
  return {
    '@context': openBadges,
    id: profile.profileUrl,
    type: 'Issuer',
    name: profile.name,
    url: profile.url,
    email: `badges@${profile.slug}.example`,
    publicKey: `${root}/keys/1.json`,
    revocationList: `${root}/revocations.json`,
  };
}

/** The key of signed Open Badges 2.0. */
export function buildKeyDocument(profile: Profile, root: string) {
  const key = createPublicKey({ key: { ...publicPart(profile.keys.p256) }, format: 'jwk' });
  return {
    '@context': openBadges,
    id: `${root}/keys/1.json`,
    type: 'CryptographicKey',
    owner: profile.profileUrl,
    publicKeyPem: key.export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** The revocation list of Open Badges 2.0; `revoked` names assertions by their ids. */
export function buildRevocationList(
  profile: Profile,
  root: string,
  revoked: readonly { id: string; reason: string | null }[],
) {
  return {
    '@context': openBadges,
    id: `${root}/revocations.json`,
    type: 'RevocationList',
    issuer: profile.profileUrl,
    revokedAssertions: revoked.map(({ id, reason }) => ({
      id,
      ...(reason ? { revocationReason: reason } : {}),
    })),
  };
}
