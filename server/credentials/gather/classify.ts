import { vcdmContexts } from '../core/envelope.ts';
import { asArray, isObject, type JsonObject, objectsOf, textOf, textsOf, typesOf } from '../core/json.ts';
import type { FindingCode } from '../core/report.ts';
import { readJson } from './read-json.ts';
import { readToken, type Token } from './token.ts';
import type { Container, Unpacked } from './unpack/unpacked.ts';

/** A document whose kind is known, or the answer to one that is not verified here. */
export type Classified =
  | { kind: 'ob2'; format: string; securing: 'hosted'; json: JsonObject; payload: string }
  | { kind: 'ob2'; format: string; securing: 'signed'; token: Token; json: JsonObject; payload: string }
  | { kind: 'vc'; format: string; json: JsonObject; values: number; payload: string }
  | { kind: 'vc-token'; format: string; token: Token; payload: string }
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
export function classify(unpacked: Unpacked): Classified {
  switch (unpacked.kind) {
    case 'refused':
      return refused('unknown', unpacked.code, unpacked.detail);
    case 'link':
      return { kind: 'link', format: 'link', url: unpacked.url };
    case 'token':
      return classifyToken(unpacked.text);
    case 'json':
      return classifyJson(unpacked.json, unpacked.values, nouns[unpacked.container] ?? 'file', true);
  }
}

function classifyToken(text: string): Classified {
  const read = readToken(text);
  if (!read.ok) return refused('jwt', read.code, read.detail);
  const { token } = read;
  const { header, body, bodyText } = token;
  const payload = bodyText;
  if (body.badge !== undefined && (body.verify !== undefined || body.verification !== undefined))
    return { kind: 'ob2', format: 'ob2-signed', securing: 'signed', token, json: body, payload };
  if (textOf(body.vct) !== null) return refused('sd-jwt-vc', 'unsupported-suite', 'SD-JWT VC');
  if (isObject(body.vp)) return refused('vp', 'unsupported-suite', 'a presentation, not a credential');
  const inner = isObject(body.vc) ? body.vc : body;
  const isVc = isObject(body.vc) || hasVcdmContext(body) || typesOf(body).includes('VerifiableCredential');
  if (isVc && typesOf(inner).includes('ClrCredential'))
    return refused('clr2', 'unsupported-suite', 'Comprehensive Learner Record 2.0');
  if (isVc) return { kind: 'vc-token', format: isBadgeType(inner) ? 'ob3-jwt' : 'vc-jwt', token, payload };
  if (header.kid === undefined && header.jwk === undefined)
    return refused('jwt', 'key-missing', 'the token names no key');
  return refused('jwt', 'not-a-credential', 'token');
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
  const foreign = classifyForeign(json);
  if (foreign) return foreign;
  const types = typesOf(json);
  const contexts = textsOf(json['@context']);
  const payload = JSON.stringify({ ...json, proof: undefined });
  if (types.includes('VerifiablePresentation'))
    return refused('vp', 'unsupported-suite', 'a presentation, not a credential');
  if (types.includes('ClrCredential'))
    return refused('clr2', 'unsupported-suite', 'Comprehensive Learner Record 2.0');
  if (types.includes('VerifiableCredential') || hasVcdmContext(json) || isBadgeType(json))
    return { kind: 'vc', format: isBadgeType(json) ? 'ob3' : 'vcdm', json, values, payload };
  const isOb2 = contexts.some((context) => context.includes('openbadges/v2'));
  const isAssertion = types.includes('Assertion') && json.badge !== undefined;
  const isRevoked = types.includes('Assertion') && json.revoked === true;
  if (isAssertion || isRevoked || (isOb2 && json.badge !== undefined))
    return { kind: 'ob2', format: 'ob2-hosted', securing: 'hosted', json, payload };
  return refused('unknown', 'not-a-credential', noun);
}

/** Kinds that are recognised and not verified yet, so that nobody is told "no credential here". */
function classifyForeign(json: JsonObject): Classified | null {
  if (JSON.stringify(json.signature ?? null).includes('MerkleProof2017'))
    return refused('blockcerts-2', 'unsupported-suite', 'Blockcerts 2 (MerkleProof2017)');
  if (json.payload !== undefined && Array.isArray(json.signatures))
    return refused('edc', 'unsupported-suite', 'European Digital Credential with a JAdES seal');
  const contexts = textsOf(json['@context']);
  const isOb1 = contexts.some((context) => context.includes('openbadges/v1'));
  const isBare = json['@context'] === undefined && json.uid !== undefined && json.badge !== undefined;
  if (!isOb1 && !isBare) return null;
  const version = isBare && typeof json.recipient === 'string' ? '0.5' : '1.0';
  return refused('ob1', 'unsupported-version', `Open Badge ${version}`);
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
