import { createHash } from 'node:crypto';
import type { KeyBinding, SdJwtFacts, StatusFact } from '../core/facts.ts';
import { isObject, type JsonObject, textOf } from '../core/json.ts';
import { gateLimits } from '../core/json-gate.ts';
import {
  type Disclosure,
  digestAlgorithms,
  type OpenedClaims,
  openClaims,
  type SplitSdJwt,
  splitSdJwt,
} from '../core/sd-jwt.ts';
import { type GatherContext, timed } from './context.ts';
import { readHolder } from './keys/holder.ts';
import type { PublicKey } from './keys/public-key.ts';
import { resolveTokenIssuer } from './keys/token-issuer.ts';
import { type ReadJsonList, readJsonList } from './read-json.ts';
import { answerTokenStatus } from './status/token-list.ts';
import { type ReadToken, readToken, type Token, verifyToken } from './token.ts';
import { gatherStatus } from './vc.ts';

/** An SD-JWT whose token could be read, or why not. */
export type ReadSdJwt = { ok: true; split: SplitSdJwt; token: Token } | Extract<ReadToken, { ok: false }>;

const mostDisclosures = 500;

/** Takes an SD-JWT apart, before anything in it is believed. */
export function readSdJwt(text: string): ReadSdJwt {
  const split = splitSdJwt(text);
  if (split.disclosures.length > mostDisclosures)
    return { ok: false, code: 'too-large', detail: `it has more than ${mostDisclosures} disclosures` };
  const read = readToken(split.jwt);
  return read.ok ? { ok: true, split, token: read.token } : read;
}

/**
 * Gathers everything about an SD-JWT VC (verification.md §2.7): the issuer's key and its signature, the disclosures
 * against the signed digests, the holder's key and signature, the status.
 */
export async function gatherSdJwt(
  { split, token }: Extract<ReadSdJwt, { ok: true }>,
  context: GatherContext,
): Promise<SdJwtFacts> {
  const { header, body } = token;
  const resolved = await timed(context, 'issuer', () =>
    resolveTokenIssuer(textOf(body.iss), header, context),
  );
  const arithmetic = await timed(context, 'proof', async () => verifyToken(token, resolved.key));
  const algorithm = nameDigest(body);
  const opened: OpenedClaims =
    algorithm === null
      ? { ok: false, detail: 'its digests are made by a function that is not known here' }
      : openDisclosures(split.disclosures, token, algorithm);
  const holder = readHolder(isObject(body.cnf) ? body.cnf : {});
  return {
    kind: 'sd-jwt',
    token: { header, body, form: 'body', key: resolved.fact, ...arithmetic },
    issuer: resolved.issuer,
    opened,
    holder: holder?.did ?? null,
    binding: readKeyBinding(split, algorithm, holder?.key ?? null),
    statuses: await gatherStatuses(body, opened, resolved.issuer.id, context),
    now: context.now,
  };
}

/** The status of the token, and that of the credential where the claims are those of the VC data model. */
async function gatherStatuses(
  body: JsonObject,
  opened: OpenedClaims,
  issuerId: string | null,
  context: GatherContext,
): Promise<StatusFact[]> {
  const own = await timed(context, 'status', () => answerTokenStatus(body.status, issuerId, context));
  if (!opened.ok || opened.claims.credentialStatus === undefined) return own;
  return [...own, ...(await gatherStatus({ ...opened.claims, issuer: issuerId }, context))];
}

/** The hash function of the digests, as node names it; sha-256 where none is stated. */
function nameDigest(body: JsonObject): string | null {
  const named = body._sd_alg ?? 'sha-256';
  if (typeof named !== 'string' || !Object.hasOwn(digestAlgorithms, named)) return null;
  return digestAlgorithms[named] ?? null;
}

function digest(algorithm: string, text: string): string {
  return createHash(algorithm).update(text).digest('base64url');
}

function openDisclosures(texts: readonly string[], token: Token, algorithm: string): OpenedClaims {
  const disclosures: Disclosure[] = [];
  let values = token.values;
  for (const text of texts) {
    const read = readDisclosure(text);
    if (!read.ok) return { ok: false, detail: `a disclosure: ${read.detail}` };
    values += read.values;
    disclosures.push({ digest: digest(algorithm, text), content: read.list });
  }
  if (values > gateLimits.values)
    return { ok: false, detail: `the disclosures hold more than ${gateLimits.values} values` };
  return openClaims(token.body, disclosures);
}

/** A disclosure passes the same gate as any other JSON. */
function readDisclosure(text: string): ReadJsonList {
  return /^[A-Za-z0-9_-]+$/.test(text) && text.length % 4 !== 1
    ? readJsonList(Buffer.from(text, 'base64url'))
    : { ok: false, detail: 'it is not base64url' };
}

/** The holder's signature over what is shown (RFC 9901 §7.3): type, key, hash; who it was for is not asked here. */
function readKeyBinding(split: SplitSdJwt, algorithm: string | null, key: PublicKey | null): KeyBinding {
  const wrong = (detail: string): KeyBinding => ({ state: 'wrong', detail });
  if (split.keyBinding === null) return { state: 'absent' };
  if (key === null) return wrong('the credential names no key of a holder');
  const read = readToken(split.keyBinding);
  if (!read.ok) return wrong(read.detail);
  const { header, body } = read.token;
  if (header.typ !== 'kb+jwt') return wrong('its type is not kb+jwt');
  const { arithmetic, problems } = verifyToken(read.token, key);
  if (arithmetic !== 'right') return wrong(problems[0]?.detail ?? 'it is not signed by the holder’s key');
  if (algorithm === null || body.sd_hash !== digest(algorithm, split.shown))
    return wrong('it was made over something else than is shown');
  const { nonce, aud, iat } = body;
  if (typeof nonce !== 'string' || typeof aud !== 'string' || typeof iat !== 'number')
    return wrong('it does not say for whom and when it was made');
  return { state: 'made', nonce, audience: aud, iat };
}
