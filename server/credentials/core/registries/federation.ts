import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { isObject, type JsonObject, textOf } from '../json.ts';
import { gateJson } from '../json-gate.ts';
import { isIssuerId, lineOf, linkOf, momentOf, type RegistryEntry } from './entry.ts';

/** A trust anchor whose own statement held: where to ask about others, and the keys it signs with. */
export type Anchor = { id: string; fetchEndpoint: string; jwks: JSONWebKeySet };

/** What was read from a signed statement, or why it is not believed. */
export type Believed<T> = { ok: true; value: T } | { ok: false; detail: string };

const algorithms = ['ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'RS256', 'EdDSA', 'Ed25519'];
const mediaType = 'entity-statement+jwt';
const skewMs = 60_000;
const decoder = new TextDecoder('utf-8', { fatal: true });

const refuse = (detail: string) => ({ ok: false as const, detail });

/**
 * Reads a trust anchor's entity configuration (OpenID Federation style, verification.md §4): signed by a key pinned in
 * the configuration, about itself, in force, served at the address its own name gives, with a fetch endpoint.
 */
export async function readAnchor(
  token: string,
  pinned: JSONWebKeySet,
  url: string,
  now: Date,
): Promise<Believed<Anchor>> {
  const read = await readStatementToken(token, pinned, now);
  if (!read.ok) return read;
  const { iss, sub, metadata, jwks } = read.value;
  const id = textOf(iss);
  if (id === null || id !== sub)
    return refuse('the entity configuration is not about the trust anchor itself');
  if (url !== `${id.replace(/\/$/, '')}/.well-known/openid-federation`)
    return refuse(`the entity configuration is that of ${id.slice(0, 200)}`);
  const entity = isObject(metadata) && isObject(metadata.federation_entity) ? metadata.federation_entity : {};
  const fetchEndpoint = linkOf(entity.federation_fetch_endpoint);
  if (fetchEndpoint === null) return refuse('the trust anchor names no https fetch endpoint');
  if (!isObject(jwks) || !Array.isArray(jwks.keys)) return refuse('the trust anchor publishes no keys');
  return {
    ok: true,
    value: { id, fetchEndpoint, jwks: { keys: jwks.keys.filter(isObject) } as JSONWebKeySet },
  };
}

/** The address at which an anchor is asked about an issuer. */
export function statementUrl(anchor: Anchor, issuerId: string): string {
  const joint = anchor.fetchEndpoint.includes('?') ? '&' : '?';
  return `${anchor.fetchEndpoint}${joint}sub=${encodeURIComponent(issuerId)}`;
}

/** Reads what an anchor says of an issuer: signed with the anchor's keys, by the anchor, about exactly this id, in force. */
export async function readStatement(
  token: string,
  anchor: Anchor,
  issuerId: string,
  now: Date,
): Promise<Believed<RegistryEntry>> {
  const read = await readStatementToken(token, anchor.jwks, now);
  if (!read.ok) return read;
  const { iss, sub, exp, metadata } = read.value;
  if (iss !== anchor.id) return refuse('the statement is not by the trust anchor');
  if (sub !== issuerId || !isIssuerId(issuerId)) return refuse('the statement is about somebody else');
  const said = isObject(metadata) ? metadata : {};
  const part = (name: string): JsonObject => (isObject(said[name]) ? (said[name] as JsonObject) : {});
  const entity = part('federation_entity');
  const ctid = lineOf(part('credential_registry_entity').ctid);
  const name =
    lineOf(part('institution_additional_information').legal_name) ?? lineOf(entity.organization_name);
  return {
    ok: true,
    value: {
      issuerId,
      name: lineOf(entity.organization_name) ?? name,
      homepage: linkOf(entity.homepage_uri),
      logo: linkOf(entity.logo_uri),
      location: null,
      since: null,
      validUntil: momentOf(exp),
      scope: null,
      evidence: ctid === null ? null : `Credential Registry ${ctid}`,
      standing: 'listed',
    },
  };
}

async function readStatementToken(
  token: string,
  jwks: JSONWebKeySet,
  now: Date,
): Promise<Believed<JsonObject>> {
  let payload: string;
  let typ: string | undefined;
  try {
    const verified = await compactVerify(token.trim(), createLocalJWKSet(jwks), { algorithms });
    payload = decoder.decode(verified.payload);
    typ = verified.protectedHeader.typ;
  } catch (error) {
    return refuse(
      `its signature does not hold: ${error instanceof Error ? error.message : 'it is no token'}`,
    );
  }
  // A token made for something else is no statement; older registries leave the type out.
  if (typ !== undefined && typ.toLowerCase().replace(/^application\//, '') !== mediaType)
    return refuse(`it is a token of the type ${typ.slice(0, 40)}`);
  const gate = gateJson(payload);
  if (!gate.ok) return refuse(gate.detail);
  const json: unknown = JSON.parse(payload);
  if (!isObject(json)) return refuse('it holds no statement');
  return judgeTimes(json, now);
}

function judgeTimes(json: JsonObject, now: Date): Believed<JsonObject> {
  const { exp, iat, nbf } = json;
  const time = now.getTime();
  if (typeof exp !== 'number') return refuse('it says nothing about its end');
  if (exp * 1_000 + skewMs <= time) return refuse(`it ended on ${momentOf(exp) ?? 'an impossible day'}`);
  const starts = [iat, nbf].filter((value) => typeof value === 'number');
  if (starts.some((value) => value * 1_000 - skewMs > time)) return refuse('it is from the future');
  return { ok: true, value: json };
}
