import type { Arithmetic, TokenFact } from '../core/facts.ts';
import { idOf, isObject, type JsonObject, textOf } from '../core/json.ts';
import type { Finding } from '../core/report.ts';
import type { GatherContext } from './context.ts';
import { timed } from './context.ts';
import { findAlgorithm, isSignedBy } from './keys/algorithms.ts';
import type { PublicKey } from './keys/public-key.ts';
import { resolveTokenKey } from './keys/resolve-key.ts';
import { readJson } from './read-json.ts';

/** A compact JWS taken apart, before anything in it is believed. */
export type Token = {
  header: JsonObject;
  body: JsonObject;
  bodyText: string;
  values: number;
  signed: Buffer;
  signature: Buffer;
};

/** A token, or the fault that keeps it from being read. */
export type ReadToken =
  | { ok: true; token: Token }
  | { ok: false; code: 'malformed' | 'too-large'; detail: string };

const part = /^[A-Za-z0-9_-]+$/;

/** Takes a compact JWS apart: three parts of strict base64url, header and payload behind the gate (§2.6 no. 1, 3). */
export function readToken(text: string): ReadToken {
  const parts = text.split('.');
  const [head = '', payload = '', signature = ''] = parts;
  const isStrict = [head, payload].every((item) => part.test(item) && item.length % 4 !== 1);
  if (parts.length !== 3 || !isStrict || (signature !== '' && !part.test(signature)))
    return { ok: false, code: 'malformed', detail: 'it is not three parts of base64url' };
  const header = readJson(Buffer.from(head, 'base64url'));
  if (!header.ok)
    return { ok: false, code: 'malformed', detail: `the header of the token: ${header.detail}` };
  const body = readJson(Buffer.from(payload, 'base64url'));
  if (!body.ok) return { ok: false, code: body.code, detail: `the payload of the token: ${body.detail}` };
  const fault = faultOf(header.json);
  if (fault !== null) return { ok: false, code: 'malformed', detail: fault };
  const signed = Buffer.from(`${head}.${payload}`);
  const { json, text: bodyText, values } = body;
  return {
    ok: true,
    token: {
      header: header.json,
      body: json,
      bodyText,
      values,
      signed,
      signature: Buffer.from(signature, 'base64url'),
    },
  };
}

function faultOf(header: JsonObject): string | null {
  if (textOf(header.alg) === null) return 'the header of the token names no algorithm';
  if (header.crit !== undefined) return 'the token demands extensions that are not known here';
  return header.b64 === false ? 'the payload of the token is not encoded' : null;
}

/** The arithmetic of a token with a key of the issuer's; the key's kind decides which algorithms it may serve. */
export function verifyToken(
  token: Token,
  key: PublicKey | null,
): { arithmetic: Arithmetic; problems: Finding[] } {
  const alg = textOf(token.header.alg) ?? '';
  const problem = (code: Finding['code'], detail: string) => ({
    arithmetic: 'not-computed' as const,
    problems: [{ code, check: 'proof' as const, detail }],
  });
  if (alg.toLowerCase() === 'none') return problem('signature', 'the token says that it is not signed');
  const algorithm = findAlgorithm(alg);
  if (algorithm === null) return problem('unsupported-suite', `the algorithm ${alg.slice(0, 40)}`);
  if (key === null) return { arithmetic: 'not-computed', problems: [] };
  if (!key.ok) return problem('signature', key.detail);
  if (!algorithm.kinds.includes(key.kind))
    return problem('signature', `${alg} does not fit a key of kind ${key.kind}`);
  const isRight = isSignedBy(key, algorithm, token.signed, token.signature);
  return { arithmetic: isRight ? 'right' : 'wrong', problems: [] };
}

/** The credential in a token: the `vc` claim of data model 1.1, or the payload itself. */
export function credentialIn(body: JsonObject): { form: TokenFact['form']; credential: JsonObject } {
  return isObject(body.vc) ? { form: 'vc-claim', credential: body.vc } : { form: 'body', credential: body };
}

/** Finds the key of a VC-JWT and verifies it. The issuer is the one inside the credential, else `iss`. */
export async function gatherToken(token: Token, context: GatherContext): Promise<TokenFact> {
  const { header, body } = token;
  const { form, credential } = credentialIn(body);
  const issuerId = (credential.issuer === '' ? null : idOf(credential.issuer)) ?? textOf(body.iss);
  const { fact, key } =
    issuerId === null
      ? {
          fact: { state: 'missing' as const, methodId: null, detail: 'the token names no issuer' },
          key: null,
        }
      : await timed(context, 'issuer', () => resolveTokenKey(issuerId, header, context));
  return { header, body, form, key: fact, ...verifyToken(token, key) };
}
