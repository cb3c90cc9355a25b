import { installationDid, listSigningKeys } from '#server/platform/signing-keys.ts';

const headers = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' };

/** The keys of this installation as a JWK set (RFC 7517), at `/.well-known/jwks.json`. */
export async function answerKeySet(): Promise<Response> {
  const keys = await listSigningKeys();
  return Response.json({ keys }, { headers: { ...headers, 'content-type': 'application/jwk-set+json' } });
}

/** The DID document of this installation (did:web), at `/.well-known/did.json`. */
export async function answerDidDocument(): Promise<Response> {
  const did = installationDid();
  const methods = (await listSigningKeys()).map(({ kid, alg, use: _use, ...jwk }) => ({
    id: `${did}#${kid}`,
    type: 'JsonWebKey',
    controller: did,
    publicKeyJwk: { kid, alg, ...jwk },
  }));
  const ids = methods.map(({ id }) => id);
  const document = {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: ids,
    authentication: ids,
  };
  return Response.json(document, { headers: { ...headers, 'content-type': 'application/did+json' } });
}
