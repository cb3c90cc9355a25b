import type { FetchPort } from '../../core/fetch-port.ts';
import { type JsonObject, textOf } from '../../core/json.ts';
import {
  type Attribute,
  joinAccreditations,
  readAccreditation,
  readIssuerRecord,
} from '../../core/registries/ebsi.ts';
import type { RegistryEntry } from '../../core/registries/entry.ts';
import { readAnchor, readStatement, statementUrl } from '../../core/registries/federation.ts';
import type { RegistrySource } from '../../core/registries/sources.ts';
import { startGathering } from '../context.ts';
import { resolveTokenKey } from '../keys/resolve-key.ts';
import { readJson } from '../read-json.ts';
import { readToken, verifyToken } from '../token.ts';
import { askRegistry, parseAnswer } from './read-answer.ts';

/** A registry that is asked about one issuer at a time. */
export type AskedSource = Extract<RegistrySource, { type: 'oidf' | 'ebsi' }>;

/** What it says. `refused`: it answered with something that must not be believed. */
export type IssuerAnswer =
  | { state: 'listed'; entry: RegistryEntry }
  | { state: 'absent' | 'unreachable' | 'refused'; detail: string };

/** Asks a registry about exactly one issuer. Never throws for anything the network does. */
export function askAboutIssuer(
  source: AskedSource,
  issuerId: string,
  fetch: FetchPort,
  now: Date,
): Promise<IssuerAnswer> {
  return source.type === 'oidf'
    ? askFederation(source, issuerId, fetch, now)
    : askEbsi(source, issuerId, fetch, now);
}

const statementType = 'application/entity-statement+jwt';

async function askFederation(
  source: Extract<AskedSource, { type: 'oidf' }>,
  issuerId: string,
  fetch: FetchPort,
  now: Date,
): Promise<IssuerAnswer> {
  const configuration = await askRegistry(source.url, statementType, fetch);
  if (!configuration.ok) return { state: 'unreachable', detail: configuration.detail };
  const anchor = await readAnchor(configuration.text, source.jwks, source.url, now);
  if (!anchor.ok) return { state: 'refused', detail: `trust anchor: ${anchor.detail}` };
  const answer = await askRegistry(statementUrl(anchor.value, issuerId), statementType, fetch);
  if (!answer.ok) return explain(answer);
  const statement = await readStatement(answer.text, anchor.value, issuerId, now);
  return statement.ok
    ? { state: 'listed', entry: statement.value }
    : { state: 'refused', detail: statement.detail };
}

function explain(answer: { state: 'unreachable' | 'malformed' | 'absent'; detail: string }): IssuerAnswer {
  const { state, detail } = answer;
  return { state: state === 'malformed' ? 'refused' : state, detail };
}

async function askEbsi(
  source: Extract<AskedSource, { type: 'ebsi' }>,
  issuerId: string,
  fetch: FetchPort,
  now: Date,
): Promise<IssuerAnswer> {
  const url = `${source.url.replace(/\/$/, '')}/${encodeURIComponent(issuerId)}`;
  const answer = await askRegistry(url, 'application/json', fetch);
  if (!answer.ok) return explain(answer);
  const read = parseAnswer(answer.text);
  if (!read.ok) return { state: 'refused', detail: read.detail };
  const attributes = readIssuerRecord(read.json, issuerId);
  if (attributes === null) return { state: 'refused', detail: 'the answer is about somebody else' };
  const entries: RegistryEntry[] = [];
  for (const attribute of attributes) {
    const entry = await readAttribute(attribute, source, issuerId, fetch, now);
    if (entry !== null) entries.push(entry);
  }
  const entry = joinAccreditations(entries);
  return entry === null
    ? { state: 'absent', detail: 'no accreditation of it is in force' }
    : { state: 'listed', entry };
}

async function readAttribute(
  attribute: Attribute,
  source: Extract<AskedSource, { type: 'ebsi' }>,
  issuerId: string,
  fetch: FetchPort,
  now: Date,
): Promise<RegistryEntry | null> {
  const read = readToken(attribute.body);
  if (!read.ok) return null;
  const { header, body } = read.token;
  const author = textOf(body.iss) ?? '';
  const documents = await fetchDidDocument(source.didRegistryUrl, author, fetch);
  const { fact, key } = await resolveTokenKey(author, header, startGathering(fetch, now, documents));
  const { arithmetic } = verifyToken(read.token, key);
  const isChecked = fact.state === 'published' && arithmetic !== 'not-computed';
  const proof = isChecked ? arithmetic : 'unchecked';
  return readAccreditation(body, attribute, proof, { issuerId, roots: source.roots, now });
}

/** The document of a DID whose method has no resolver here, from the registry's own collection. */
async function fetchDidDocument(
  collection: string | undefined,
  did: string,
  fetch: FetchPort,
): Promise<Map<string, JsonObject>> {
  if (collection === undefined || !did.startsWith('did:ebsi:')) return new Map();
  const url = `${collection.replace(/\/$/, '')}/${encodeURIComponent(did)}`;
  const answer = await askRegistry(url, 'application/did+ld+json, application/json', fetch);
  const document = answer.ok ? readJson(answer.text) : null;
  return document?.ok && document.json.id === did ? new Map([[did, document.json]]) : new Map();
}
