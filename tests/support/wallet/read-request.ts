import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { z } from 'zod';

/** The way to the verifier: over the network, or straight to the handlers of a test. */
export type Send = (request: Request) => Promise<Response>;

const requestShape = z.object({
  client_id: z.string(),
  response_type: z.literal('vp_token'),
  response_mode: z.literal('direct_post'),
  response_uri: z.url(),
  nonce: z.string().regex(/^[A-Za-z0-9._~-]{22,}$/),
  state: z.string().min(22),
  dcql_query: z.record(z.string(), z.unknown()),
  client_metadata: z.object({ vp_formats_supported: z.record(z.string(), z.unknown()) }),
});

/** A request that the wallet believes: who asks, what for, and where the answer goes. */
export type BelievedRequest = z.output<typeof requestShape>;

/** Where the document of a did:web lies. Loopback hosts have no certificates. */
function documentAddress(did: string): string {
  const host = did.slice('did:web:'.length).replace('%3A', ':');
  const scheme = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host) ? 'http' : 'https';
  return `${scheme}://${host}/.well-known/did.json`;
}

async function findKey(kid: string, did: string, send: Send): Promise<JWK> {
  const answer = await send(new Request(documentAddress(did)));
  const document = z
    .object({
      id: z.literal(did),
      authentication: z.array(z.string()),
      verificationMethod: z.array(
        z.object({ id: z.string(), publicKeyJwk: z.record(z.string(), z.unknown()) }),
      ),
    })
    .parse(await answer.json());
  const method = document.verificationMethod.find(({ id }) => id === kid);
  if (!method || !document.authentication.includes(kid)) throw new Error(`${did} does not publish ${kid}.`);
  return method.publicKeyJwk as JWK;
}

/** Fetches the request object, and believes it only when the DID that it names signed it (OpenID4VP 1.0 §5.9.3). */
async function fetchSigned(clientId: string, address: string, now: Date, send: Send): Promise<unknown> {
  const answer = await send(new Request(address));
  if (!answer.ok) throw new Error(`The request is not there any more (${answer.status}).`);
  const token = (await answer.text()).trim();
  const { kid = '', typ, alg = '' } = decodeProtectedHeader(token);
  const did = clientId.replace(/^decentralized_identifier:/, '');
  if (did === clientId || !kid.startsWith(`${did}#`))
    throw new Error('Whoever asks did not sign the request.');
  if (typ !== 'oauth-authz-req+jwt') throw new Error('This is no request object.');
  await compactVerify(token, await importJWK(await findKey(kid, did, send), alg), { algorithms: ['ES256'] });
  const claims = decodeJwt(token);
  if (claims.client_id !== clientId || claims.iss !== clientId) throw new Error('Somebody else asks.');
  if (claims.aud !== 'https://self-issued.me/v2') throw new Error('The request is meant for somebody else.');
  if ((claims.exp ?? 0) * 1_000 <= now.getTime()) throw new Error('The request is too old.');
  return claims;
}

/** Reads the link of a request: signed and by reference, or plain and whole. Throws what a person would be told. */
export async function readRequest(link: string, now: Date, send: Send): Promise<BelievedRequest> {
  const url = new URL(link);
  if (url.protocol !== 'openid4vp:') throw new Error('This link is not for wallets.');
  const clientId = url.searchParams.get('client_id') ?? '';
  const address = url.searchParams.get('request_uri');
  if (address !== null) return requestShape.parse(await fetchSigned(clientId, address, now, send));
  const parameters = Object.fromEntries(url.searchParams);
  const request = requestShape.parse({
    ...parameters,
    dcql_query: JSON.parse(parameters.dcql_query ?? 'null'),
    client_metadata: JSON.parse(parameters.client_metadata ?? 'null'),
  });
  if (request.client_id !== `redirect_uri:${request.response_uri}`)
    throw new Error('The answer would go to somebody else.');
  return request;
}
