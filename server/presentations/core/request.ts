import type { WalletQuery } from './dcql.ts';

/*
 * The request to a wallet (OpenID4VP 1.0 §5): signed in the name of our DID, or plain in the name of the address that the
 * answer goes to. Which of them it was decides for whom a presentation must have been made.
 */

/** How long a request may be answered, in milliseconds. */
export const requestMs = 5 * 60_000;

/** What every request says. */
export type WalletRequest = {
  clientId: string;
  nonce: string;
  state: string;
  query: WalletQuery;
  responseUri: string;
};

/** Our name in a signed request (§5.9.3). */
export function didClientId(did: string): string {
  return `decentralized_identifier:${did}`;
}

/** Our name in a request that is not signed (§5.9.3). */
export function plainClientId(responseUri: string): string {
  return `redirect_uri:${responseUri}`;
}

/** What is verified here, as wallets are told (§11.1, appendix B). */
export const clientMetadata = {
  vp_formats_supported: {
    ldp_vc: {
      proof_type_values: ['DataIntegrityProof', 'Ed25519Signature2020'],
      cryptosuite_values: ['eddsa-rdfc-2022', 'ecdsa-rdfc-2019', 'eddsa-jcs-2022'],
    },
    jwt_vc_json: { alg_values: ['EdDSA', 'ES256', 'ES384', 'ES256K'] },
    'dc+sd-jwt': {
      'sd-jwt_alg_values': ['EdDSA', 'ES256', 'ES384'],
      'kb-jwt_alg_values': ['EdDSA', 'ES256', 'ES384'],
    },
  },
} as const;

/** The parameters of a request. */
export function parametersOf(request: WalletRequest) {
  return {
    response_type: 'vp_token',
    response_mode: 'direct_post',
    client_id: request.clientId,
    response_uri: request.responseUri,
    nonce: request.nonce,
    state: request.state,
    dcql_query: request.query,
    client_metadata: clientMetadata,
  };
}

/** The claims of a signed request object (RFC 9101, OpenID4VP 1.0 §5.8). */
export function requestClaims(request: WalletRequest, now: Date) {
  const iat = Math.floor(now.getTime() / 1_000);
  const aud = 'https://self-issued.me/v2';
  return { iss: request.clientId, aud, iat, exp: iat + requestMs / 1_000, ...parametersOf(request) };
}

/** The link that opens a wallet with a signed request, which it fetches itself. */
export function linkByReference(clientId: string, requestUri: string): string {
  return `openid4vp://?${new URLSearchParams({ client_id: clientId, request_uri: requestUri })}`;
}

/** The link that opens a wallet with everything in it. */
export function linkByValue(request: WalletRequest): string {
  const parameters = Object.entries(parametersOf(request)).map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);
  return `openid4vp://?${new URLSearchParams(parameters)}`;
}
