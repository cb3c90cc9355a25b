import { base58btc } from 'multiformats/bases/base58';
import { type JsonObject, textOf, textsOf } from '../../core/json.ts';
import { readJson } from '../read-json.ts';
import { proofFault, type ReadSignature } from './suite.ts';

const refuse = (code: 'malformed' | 'signature' | 'unsupported-suite', detail: string): ReadSignature => ({
  ok: false,
  problem: proofFault(code, detail),
});

/** Far more than any signature; decoding base58 takes time with the square of the length. */
const longestBase58 = 200;

/** Reads a `proofValue` in base58 (`z…`). */
export function readProofValue(proof: JsonObject): ReadSignature {
  const text = textOf(proof.proofValue);
  if (text === null) return refuse('malformed', 'proofValue is missing');
  if (text.length > longestBase58) return refuse('signature', 'proofValue has the wrong length');
  try {
    return { ok: true, signature: { bytes: base58btc.decode(text as `z${string}`) } };
  } catch {
    return refuse('signature', 'proofValue is not written in base58');
  }
}

const base64url = /^[\w-]+$/;
const longestJws = 4_000;

/** Reads a detached JWS (`header..signature`) over bytes that are not encoded (RFC 7797, `b64: false`). */
export function readDetachedJws(proof: JsonObject): ReadSignature {
  const text = textOf(proof.jws);
  if (text === null) return refuse('malformed', 'jws is missing');
  const parts = text.split('.');
  const [head = '', payload = '', tail = ''] = parts;
  const isDetached = parts.length === 3 && payload === '' && base64url.test(head) && base64url.test(tail);
  if (!isDetached || text.length > longestJws)
    return refuse('malformed', 'jws is not a header and a signature');
  const header = readJson(Buffer.from(head, 'base64url'));
  if (!header.ok) return refuse('malformed', `the header of jws: ${header.detail}`);
  const { alg, b64, crit } = header.json;
  const name = textOf(alg);
  if (name === null) return refuse('malformed', 'the header of jws names no algorithm');
  if (name.toLowerCase() === 'none') return refuse('signature', 'jws says that it is not signed');
  if (b64 !== false || !Array.isArray(crit) || textsOf(crit).join() !== 'b64' || crit.length !== 1)
    return refuse('malformed', 'the header of jws does not say b64: false');
  const bytes = Buffer.from(tail, 'base64url');
  return { ok: true, signature: { bytes, header: { alg: name, text: head } } };
}
