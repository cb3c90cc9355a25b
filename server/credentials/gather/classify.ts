import { vcdmContexts } from '../core/envelope.ts';
import {
  asArray,
  idOf,
  isObject,
  type Json,
  type JsonObject,
  objectsOf,
  omit,
  textOf,
  textsOf,
  typesOf,
} from '../core/json.ts';
import { versionOfOb1 } from '../core/ob1.ts';
import type { FindingCode } from '../core/report.ts';
import type { PageTarget } from './links/link-target.ts';
import { recogniseLink } from './links/recognise-link.ts';
import { readJson } from './read-json.ts';
import { readToken, type Token } from './token.ts';
import type { Container, Single } from './unpack/unpacked.ts';
import type { VcSource } from './vc.ts';

/** A document whose kind is known, or the answer to one that is not verified here. */
export type Classified =
  | { kind: 'vc' | 'clr'; format: string; source: VcSource; payload: string }
  | { kind: 'ob2'; format: string; json: JsonObject; token: Token | null; payload: string }
  | { kind: 'sd-jwt'; format: string; text: string }
  | { kind: 'blockcerts'; format: string; json: JsonObject; values: number; payload: string }
  | { kind: 'edc'; format: string; json: JsonObject; payload: string }
  | {
      kind: 'presentation';
      format: string;
      json: JsonObject;
      token: Token | null;
      values: number;
      payload: string;
    }
  | { kind: 'page'; format: string; target: PageTarget }
  | { kind: 'link'; format: string; url: string }
  | { kind: 'refused'; format: string; code: FindingCode; detail: string };

const refused = (format: string, code: FindingCode, detail: string): Classified => ({
  kind: 'refused',
  format,
  code,
  detail,
});

const nouns: Partial<Record<Container, string>> = { png: 'picture', svg: 'picture', jwt: 'token' };

/** Tells what an unpacked document is (verification.md §2.0). A known wrapper is unwrapped once. */
export function classify(unpacked: Single): Classified {
  switch (unpacked.kind) {
    case 'refused':
      return refused('unknown', unpacked.code, unpacked.detail);
    case 'link':
      return classifyLink(unpacked.url);
    case 'token':
      return classifyToken(unpacked.text);
    case 'disclosed':
      return { kind: 'sd-jwt', format: 'sd-jwt-vc', text: unpacked.text };
    case 'json':
      return classifyJson(unpacked.json, unpacked.values, nouns[unpacked.container] ?? 'file', true);
  }
}

/**
 * Tells what a credential inside another document is: an object, a compact token, or a token enveloped in a `data:`
 * address (VCDM 2.0 `EnvelopedVerifiableCredential`).
 */
export function classifyPart(value: Json): Classified {
  const enveloped = /^data:application\/(?:vc|dc)\+(?:sd-)?jwt,([\w.~-]+)$/.exec(
    (isObject(value) ? idOf(value) : null) ?? '',
  )?.[1];
  const isEnvelope = typesOf(value).includes('EnvelopedVerifiableCredential');
  const text = isEnvelope ? (enveloped ?? '') : typeof value === 'string' ? value.trim() : null;
  if (text !== null)
    return text.includes('~') ? { kind: 'sd-jwt', format: 'sd-jwt-vc', text } : classifyToken(text);
  return isObject(value) ? classifyInner(value, 'part') : refused('unknown', 'not-a-credential', 'part');
}

function classifyLink(url: string): Classified {
  const target = recogniseLink(url);
  if (target?.kind === 'page') return { kind: 'page', format: 'platform-page', target };
  return { kind: 'link', format: 'link', url };
}

function classifyToken(text: string): Classified {
  const read = readToken(text);
  if (!read.ok) return refused('jwt', read.code, read.detail);
  const { token } = read;
  const { header, body, bodyText } = token;
  const payload = bodyText;
  const version = versionOfOb1(body);
  if (version !== null) return refused('ob1', 'unsupported-version', `Open Badge ${version}`);
  if (body.badge !== undefined && (body.verify !== undefined || body.verification !== undefined))
    return { kind: 'ob2', format: 'ob2-signed', token, json: body, payload };
  if (textOf(body.vct) !== null) return { kind: 'sd-jwt', format: 'sd-jwt-vc', text: `${text}~` };
  const presented = isObject(body.vp) ? body.vp : body;
  if (presented === body.vp || typesOf(body).includes('VerifiablePresentation')) {
    const { values } = token;
    return { kind: 'presentation', format: 'vp-jwt', token, json: presented, values, payload };
  }
  const inner = isObject(body.vc) ? body.vc : body;
  const isVc = isObject(body.vc) || hasVcdmContext(body) || typesOf(body).includes('VerifiableCredential');
  const source = { kind: 'token', token } as const;
  if (isVc && typesOf(inner).includes('ClrCredential'))
    return { kind: 'clr', format: 'clr2-jwt', source, payload };
  if (isVc) return { kind: 'vc', format: isBadgeType(inner) ? 'ob3-jwt' : 'vc-jwt', source, payload };
  if (header.kid === undefined && header.jwk === undefined)
    return refused('jwt', 'key-missing', 'the token names no key');
  return refused('jwt', 'not-a-credential', 'token');
}

function payloadOf(json: JsonObject, securing: string): string {
  return JSON.stringify(omit(json, securing));
}

function isMerkleProof(proof: JsonObject): boolean {
  return proof.type === 'MerkleProof2019' || proof.cryptosuite === 'merkle-proof-2019';
}

function isBadgeType(json: JsonObject): boolean {
  return typesOf(json).some((type) => type === 'OpenBadgeCredential' || type === 'AchievementCredential');
}

function hasVcdmContext(json: JsonObject): boolean {
  const known: string[] = Object.values(vcdmContexts);
  return textsOf(json['@context']).some((context) => known.includes(context));
}

function classifyJson(json: JsonObject, values: number, noun: string, mayUnwrap: boolean): Classified {
  const wrapped = mayUnwrap ? unwrap(json, noun) : null;
  if (wrapped) return wrapped;
  const foreign = classifyForeign(json, values);
  if (foreign) return foreign;
  const types = typesOf(json);
  const contexts = textsOf(json['@context']);
  const payload = payloadOf(json, 'proof');
  if (types.includes('VerifiablePresentation'))
    return { kind: 'presentation', format: 'vp', json, token: null, values, payload };
  const source = { kind: 'document', credential: json, values } as const;
  if (types.includes('ClrCredential')) return { kind: 'clr', format: 'clr2', source, payload };
  if (types.includes('VerifiableCredential') || hasVcdmContext(json) || isBadgeType(json))
    return { kind: 'vc', format: isBadgeType(json) ? 'ob3' : 'vcdm', source, payload };
  const isOb2 = contexts.some((context) => context.includes('openbadges/v2'));
  const isAssertion = types.includes('Assertion') && json.badge !== undefined;
  const isRevoked = types.includes('Assertion') && json.revoked === true;
  if (isAssertion || isRevoked || (isOb2 && json.badge !== undefined))
    return { kind: 'ob2', format: 'ob2-hosted', json, token: null, payload };
  return refused('unknown', 'not-a-credential', noun);
}

/** Kinds that are told by something else than their types, and Open Badges 1.x, which nobody can verify any more. */
function classifyForeign(json: JsonObject, values: number): Classified | null {
  const blockcerts = { kind: 'blockcerts', json, values } as const;
  if (JSON.stringify(json.signature ?? null).includes('MerkleProof2017'))
    return { ...blockcerts, format: 'blockcerts-2', payload: payloadOf(json, 'signature') };
  if (objectsOf(json.proof).some(isMerkleProof))
    return { ...blockcerts, format: 'blockcerts-3', payload: payloadOf(json, 'proof') };
  if (json.payload !== undefined && Array.isArray(json.signatures))
    return { kind: 'edc', format: 'edc', json, payload: JSON.stringify(json.payload) };
  const version = versionOfOb1(json);
  return version === null ? null : refused('ob1', 'unsupported-version', `Open Badge ${version}`);
}

function unwrap(json: JsonObject, noun: string): Classified | null {
  const inner = [json.jwt, json.vcJwt].find((value) => typeof value === 'string');
  if (typeof inner === 'string') return classifyToken(inner.trim());
  const isPresentation = typesOf(json).includes('VerifiablePresentation');
  const held = asArray(json.verifiableCredential);
  if (!isPresentation && held.length === 1 && typesOf(json).length === 0) {
    if (typeof held[0] === 'string') return classifyToken(held[0].trim());
    if (isObject(held[0])) return classifyInner(held[0], noun);
  }
  const isTestCase = isObject(json.input) && objectsOf(json.verificationMethods).length > 0;
  return isTestCase && isObject(json.input) ? classifyInner(json.input, noun) : null;
}

function classifyInner(json: JsonObject, noun: string): Classified {
  const read = readJson(JSON.stringify(json));
  return read.ok
    ? classifyJson(read.json, read.values, noun, false)
    : refused('unknown', read.code, read.detail);
}
