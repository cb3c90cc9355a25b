// What the tests of wallets share: the doors as a wallet meets them, and a wallet that holds a badge in each form.
import '#tests/support/database.ts';
import { answerDidDocument } from '#server/api/http/key-endpoint.ts';
import { answerRequestObject, answerWallet } from '#server/api/http/wallet-endpoint.ts';
import { createIssuer, issueJwt, issueOb3, issueSdJwt } from '#tests/support/signing/index.ts';
import { Wallet } from '#tests/support/wallet/wallet.ts';
import type { Person } from '../credentials/desk.ts';

export const sdJwtType = 'https://college.example/vct/ladder_licence';
process.env.WALLET_SD_JWT_TYPES = sdJwtType;

/** Sends a wallet's requests to the very handlers that serve them. */
export async function send(request: Request): Promise<Response> {
  const { origin, pathname } = new URL(request.url);
  if (origin !== 'http://localhost:3000') throw new Error(`The wallet was led to ${origin}.`);
  if (pathname === '/.well-known/did.json') return answerDidDocument();
  if (pathname === '/api/openid4vp/response') return answerWallet(request);
  const requestId = /^\/api\/openid4vp\/request\/([^/]+)$/.exec(pathname)?.[1];
  if (!requestId) return new Response(null, { status: 404 });
  return answerRequestObject(request, { params: Promise.resolve({ requestId }) });
}

export const college = createIssuer({
  kind: 'did:key',
  seed: 'college of wallets',
  name: 'Northgate College',
});
const sql = { alignments: [{ name: 'SQL', url: 'urn:assay:skill:sql' }] };

let count = 0;
/** A wallet with a key of its own and the badges named, each issued to that key. */
export async function makeWallet(...forms: ('ldp_vc' | 'jwt_vc_json' | 'dc+sd-jwt')[]): Promise<Wallet> {
  count += 1;
  const holder = createIssuer({ kind: 'did:jwk', alg: 'EdDSA', seed: `holder ${count} ${Math.random()}` });
  const wallet = new Wallet(holder, send);
  for (const format of forms) {
    const said = { ...sql, subjectId: holder.id, id: `urn:uuid:${crypto.randomUUID()}` };
    if (format === 'ldp_vc') wallet.held.push({ format, credential: await issueOb3(college, said) });
    if (format === 'jwt_vc_json') wallet.held.push({ format, token: issueJwt(college, said) });
    if (format === 'dc+sd-jwt') {
      const hidden = { name: 'Ladder licence' };
      const held = issueSdJwt(college, { vct: sdJwtType, hidden, holder: holder.key });
      wallet.held.push({ format, held });
    }
  }
  return wallet;
}

/** The response code in the address that the wallet was told. */
export function codeIn(redirectUri: string | undefined): string {
  return new URL(redirectUri ?? '').searchParams.get('code') ?? '';
}

/** The code of a refusal, or what came instead. */
export async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    (result) => result,
    (error) => error.cause?.code ?? error,
  );
}

/** How the request stands for the person who started it. */
export async function standingOf(person: Person, id: string): Promise<string> {
  const { standing, code } = await person.at(new Date()).wallets.state({ id });
  return code === null ? standing : `${standing} ${code}`;
}
