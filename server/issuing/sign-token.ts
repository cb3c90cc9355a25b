import { CompactSign, importJWK, type JWK } from 'jose';

/** With which key a token is signed, and what its header says. */
export interface TokenKey {
  jwk: JWK;
  alg: 'ES256' | 'EdDSA';
  kid?: string;
  typ?: string;
}

/** Signs a JSON object as a compact JSON Web Signature. */
export async function signToken(payload: object, { jwk, alg, kid, typ }: TokenKey): Promise<string> {
  const header = { alg, ...(kid ? { kid } : {}), ...(typ ? { typ } : {}) };
  const bytes = new TextEncoder().encode(JSON.stringify(payload));
  return new CompactSign(bytes).setProtectedHeader(header).sign(await importJWK(jwk, alg));
}
