import type { X509Certificate } from 'node:crypto';
import type { KeyFact } from '../../core/facts.ts';
import { isObject, type JsonObject, objectsOf, textOf } from '../../core/json.ts';
import type { GatherContext } from '../context.ts';
import { alternativeNames, followChain } from './certificates.ts';
import { readCertificateKey, readJwk } from './public-key.ts';
import { type ResolvedKey, resolveTokenKey } from './resolve-key.ts';

/** The issuer of a token that is no VCDM credential, with its key. */
export type TokenIssuer = ResolvedKey & { issuer: { id: string | null; name: string | null } };

const open = (state: Exclude<KeyFact['state'], 'published'>, detail: string): ResolvedKey => ({
  fact: { state, methodId: null, detail },
  key: null,
});

/**
 * Finds the issuer's key of an SD-JWT VC or a status list token (SD-JWT VC "Issuer-signed JWT Verification Key
 * Validation", verification.md §2.7): a certificate that leads to an authority of the operator's, the document of a
 * DID, or the issuer's own metadata. Keys and addresses that the header brings along are never believed.
 */
export async function resolveTokenIssuer(
  iss: string | null,
  header: JsonObject,
  context: GatherContext,
): Promise<TokenIssuer> {
  const certified = readCertified(iss, header, context);
  if (certified) return certified;
  const issuer = { id: iss, name: null };
  if (iss === null)
    return header.x5c === undefined
      ? { ...open('missing', 'the token names no issuer'), issuer }
      : { ...open('unresolved', 'its certificate leads to no authority that is trusted here'), issuer };
  if (iss.startsWith('did:')) return { ...(await resolveTokenKey(iss, header, context)), issuer };
  if (iss.startsWith('https://')) return { ...(await resolveMetadataKey(iss, header, context)), issuer };
  return { ...open('unresolved', `${iss} cannot be looked up`), issuer };
}

function readCertified(iss: string | null, header: JsonObject, context: GatherContext): TokenIssuer | null {
  if (header.x5c === undefined) return null;
  const chain = followChain(header.x5c, context.settings.sealRoots, context.now);
  if (!chain.ok) return null;
  const { leaf } = chain;
  const id = iss ?? nameIn(leaf);
  if (iss !== null && !names(leaf, iss)) return null;
  if (Date.parse(leaf.validFrom) > context.now.getTime()) return null;
  const expires = new Date(leaf.validTo).toISOString();
  return {
    fact: { state: 'published', methodId: id, revoked: null, expires },
    key: readCertificateKey(leaf),
    issuer: { id, name: /(?:^|\n)(?:O|CN)=([^\n]+)/.exec(leaf.subject)?.[1] ?? null },
  };
}

/** True when the certificate speaks for the issuer: the same address, or its host. */
function names(leaf: X509Certificate, iss: string): boolean {
  if (alternativeNames(leaf, 'URI').includes(iss)) return true;
  if (!iss.startsWith('https://') || !URL.canParse(iss)) return false;
  return alternativeNames(leaf, 'DNS').some((name) => name.toLowerCase() === new URL(iss).hostname);
}

function nameIn(leaf: X509Certificate): string {
  const [uri] = alternativeNames(leaf, 'URI');
  const [dns] = alternativeNames(leaf, 'DNS');
  if (uri !== undefined) return uri;
  return dns === undefined ? `x509:${leaf.fingerprint256}` : `x509_san_dns:${dns}`;
}

/** The keys that an https issuer publishes at `/.well-known/jwt-vc-issuer`, under its own name. */
async function resolveMetadataKey(
  iss: string,
  header: JsonObject,
  context: GatherContext,
): Promise<ResolvedKey> {
  const address = metadataAddress(iss);
  if (address === null) return open('unresolved', `${iss} is no address that metadata can stand at`);
  const fetched = await context.asker.askJson(address);
  if (fetched.state === 'blocked') return open('blocked', `issuer ${iss}: ${fetched.detail}`);
  if (fetched.state !== 'found') return open('unresolved', fetched.detail);
  if (new URL(fetched.url).origin !== new URL(address).origin)
    return open('unresolved', `${address} was redirected to another host`);
  if (fetched.json.issuer !== iss)
    return open('unlisted', `the metadata at ${address} is not that of ${iss}`);
  const keys = await readKeys(fetched.json, address, context);
  return keys.ok ? chooseKey(keys.jwks, iss, header) : keys.answer;
}

function metadataAddress(iss: string): string | null {
  if (!URL.canParse(iss)) return null;
  const { origin, pathname, search, hash, username } = new URL(iss);
  if (search !== '' || hash !== '' || username !== '') return null;
  return `${origin}/.well-known/jwt-vc-issuer${pathname.replace(/\/$/, '')}`;
}

type Keys = { ok: true; jwks: JsonObject[] } | { ok: false; answer: ResolvedKey };

async function readKeys(metadata: JsonObject, address: string, context: GatherContext): Promise<Keys> {
  const { jwks } = metadata;
  const uri = textOf(metadata.jwks_uri);
  if ((jwks === undefined) === (uri === null))
    return {
      ok: false,
      answer: open('unresolved', `${address} states neither or both of jwks and jwks_uri`),
    };
  if (isObject(jwks)) return { ok: true, jwks: objectsOf(jwks.keys) };
  if (uri === null || !URL.canParse(uri) || new URL(uri).origin !== new URL(address).origin)
    return { ok: false, answer: open('unlisted', 'the keys of the issuer are said to be at another origin') };
  const fetched = await context.asker.askJson(uri, 'application/jwk-set+json, application/json');
  if (fetched.state === 'blocked') return { ok: false, answer: open('blocked', fetched.detail) };
  if (fetched.state !== 'found') return { ok: false, answer: open('unresolved', fetched.detail) };
  if (new URL(fetched.url).origin !== new URL(uri).origin)
    return { ok: false, answer: open('unresolved', `${uri} was redirected to another host`) };
  return { ok: true, jwks: objectsOf(fetched.json.keys) };
}

/** By `kid`, or the only key there is; several are never tried one after the other. */
function chooseKey(jwks: JsonObject[], iss: string, header: JsonObject): ResolvedKey {
  const kid = textOf(header.kid);
  const matches = kid === null ? jwks : jwks.filter((jwk) => jwk.kid === kid);
  const [only] = matches;
  if (only && matches.length === 1) {
    const fact: KeyFact = {
      state: 'published',
      methodId: `${iss}#${kid ?? textOf(only.kid) ?? ''}`,
      revoked: textOf(only.revoked),
      expires: textOf(only.expires),
    };
    return { fact, key: readJwk(only) };
  }
  if (kid === null) return open('missing', 'the token does not say which of the keys of its issuer');
  return open('unlisted', `${iss} does not publish the key ${kid}`);
}
