import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';
import { findProfile, insertProfile, type StoredProfile } from './store/issuing.ts';

/** The private keys of a profile: one for proofs and EdDSA tokens, one for ES256 tokens. */
export interface ProfileKeys {
  ed25519: JWK;
  p256: JWK;
}

/** An issuer run here, with its addresses and keys. */
export interface Profile {
  slug: string;
  name: string;
  /** did:web of its DID document. */
  did: string;
  /** Its page, and the root of its documents. */
  url: string;
  /** Its Open Badges 2.0 profile. */
  profileUrl: string;
  keys: ProfileKeys;
}

/** The address of everything that this installation issues and hosts. */
export function issuerRoot(slug: string): string {
  return `https://${env().ISSUER_HOST}/${slug}`;
}

/** The did:web of a profile served here. */
export function profileDid(slug: string): string {
  return `did:web:${env().ISSUER_HOST}:${slug}`;
}

/** A stored profile in the form that issuing and serving use. */
export function toProfile(stored: StoredProfile): Profile {
  const { slug, name, issuerId, url } = stored;
  const keys = stored.privateJwk as unknown as ProfileKeys;
  return { slug, name, did: issuerId, url, profileUrl: `${issuerRoot(slug)}/profile.json`, keys };
}

async function generateKeys(): Promise<ProfileKeys> {
  const [ed25519, p256] = await Promise.all([
    generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true }),
    generateKeyPair('ES256', { extractable: true }),
  ]);
  return { ed25519: await exportJWK(ed25519.privateKey), p256: await exportJWK(p256.privateKey) };
}

/**
 * Makes an issuer with fresh keys, unless the slug is taken: then the one that is there is returned as it is.
 * `did` names it elsewhere than at this installation's own host (for an issuer whose host does not answer).
 */
export async function ensureProfile(issuer: { slug: string; name: string; did?: string }): Promise<Profile> {
  const { slug, name, did = profileDid(slug) } = issuer;
  const known = await findProfile(slug);
  if (known) return toProfile(known);
  const keys = await generateKeys();
  await insertProfile({
    slug,
    name,
    issuerId: did,
    url: issuerRoot(slug),
    privateJwk: JSON.parse(JSON.stringify(keys)),
  });
  return getProfile(slug);
}

/** The profile behind a slug. Errors: `issuing.profile_unknown`. */
export async function getProfile(slug: string): Promise<Profile> {
  const stored = await findProfile(slug);
  if (!stored) throw new AppError('issuing.profile_unknown', 'not-found', 'There is no such issuer here.');
  return toProfile(stored);
}
