import { judgePeriod } from './dates.ts';
import type { VcFacts } from './facts.ts';
import {
  asArray,
  holdsInside,
  idOf,
  isObject,
  type Json,
  type JsonObject,
  objectsOf,
  omit,
  textOf,
  typesOf,
} from './json.ts';
import type { Finding } from './report.ts';

/** First contexts of the two data models. */
export const vcdmContexts = {
  '1.1': 'https://www.w3.org/2018/credentials/v1',
  '2.0': 'https://www.w3.org/ns/credentials/v2',
} as const;

/** Types that make a credential an Open Badge 3.0. */
export const badgeTypes = ['OpenBadgeCredential', 'AchievementCredential'];

/** The data model a credential says it follows, or null when its first context is neither. */
export function modelOf(credential: JsonObject): '1.1' | '2.0' | null {
  const [first] = asArray(credential['@context']);
  if (first === vcdmContexts['1.1']) return '1.1';
  return first === vcdmContexts['2.0'] ? '2.0' : null;
}

/** True for an Open Badges 3.0 credential. */
export function isBadge(credential: JsonObject): boolean {
  return typesOf(credential).some((type) => badgeTypes.includes(type));
}

const wellFormed = (code: Finding['code'], detail: string, soft = false): Finding => ({
  code,
  check: 'well-formed',
  detail,
  ...(soft ? { soft } : {}),
});

/** Contexts, types, issuer and subject of a VCDM credential (verification.md §2.4 no. 1–5, §2.6 no. 8). */
export function judgeEnvelope(facts: VcFacts): Finding[] {
  const { credential, securing } = facts;
  const findings = judgeContexts(facts);
  if (!typesOf(credential).includes('VerifiableCredential'))
    findings.push(wellFormed('schema', 'type has no VerifiableCredential'));
  findings.push(...judgeIssuer(credential, securing));
  const subjects = objectsOf(credential.credentialSubject);
  if (subjects.length === 0) findings.push(wellFormed('schema', 'credentialSubject is missing'));
  else if (subjects.some((subject) => Object.keys(subject).length === 0))
    findings.push(wellFormed('schema', 'credentialSubject is empty', securing === 'jwt'));
  return findings;
}

function judgeIssuer(credential: JsonObject, securing: VcFacts['securing']): Finding[] {
  // An empty text inside a token disagrees with `iss` and is reported as that.
  if (securing === 'jwt' && credential.issuer === '') return [];
  const issuer = idOf(credential.issuer);
  if (issuer === null) return [wellFormed('schema', 'issuer is missing')];
  return URL.canParse(issuer) ? [] : [wellFormed('schema', 'issuer is no URL')];
}

/** Contexts of a document, and spellings that its contexts do not protect. Inside a token only the first counts. */
export function judgeContexts({
  credential,
  securing,
  isBundled,
}: Pick<VcFacts, 'credential' | 'securing' | 'isBundled'>): Finding[] {
  const contexts = asArray(credential['@context']);
  const [first, ...others] = contexts;
  if (modelOf(credential) === null) {
    const named = typeof first === 'string' ? first : 'none';
    return [wellFormed('context-unknown', `the first context is ${named}`)];
  }
  // Inside a token nothing is expanded, so that further contexts decide nothing.
  if (securing === 'jwt') return [];
  const findings = others.flatMap((context) => {
    if (typeof context === 'string')
      return isBundled(context) ? [] : [wellFormed('context-unknown', context)];
    return [wellFormed('context-tampered', 'an inline @context gives its own meaning to words', true)];
  });
  return [...findings, ...listUnprotected(credential, isBundled)];
}

const isKeywordOrAddress = (name: string) => name.startsWith('@') || name.includes(':');
const isTopLevelFault = (name: string) => name !== '@context' && isKeywordOrAddress(name);

const valueObject = ['@value', '@language', '@direction'];

/**
 * Spellings that leave the signed graph as it is and change what a reader sees (verification.md §6.2 no. 2–4):
 * contexts below the top, members under a full address, JSON-LD keywords, and the credential's id used again.
 */
export function listUnprotected(credential: JsonObject, isBundled: (url: string) => boolean): Finding[] {
  const findings: Finding[] = [];
  const ownId = textOf(credential.id);
  const isSuspicious = (value: JsonObject): boolean =>
    (ownId !== null && value.id === ownId) || Object.keys(value).some(isKeywordOrAddress);
  const visit = (value: Json, path: string): void => {
    if (Array.isArray(value)) {
      for (const [at, item] of value.entries()) visit(item, `${path}[${at}]`);
      return;
    }
    if (!isObject(value)) return;
    if (path !== '' && isEmbeddedCredential(value, path, isBundled)) return;
    const names = Object.keys(value);
    const isWords = value['@value'] !== undefined && names.every((name) => valueObject.includes(name));
    const isDouble = path !== '' && ownId !== null && value.id === ownId && names.length > 1;
    if (isDouble)
      findings.push(wellFormed('context-tampered', `${path} describes the credential a second time`));
    for (const name of isWords ? [] : names) {
      const isTop = path === '' && (name === '@context' || name === 'proof');
      if (isTop) continue;
      if (isKeywordOrAddress(name))
        findings.push(wellFormed('context-tampered', `${path === '' ? '' : `${path}.`}${name}`));
      else visit(value[name] ?? null, path === '' ? name : `${path}.${name}`);
    }
  };
  // Most documents have nothing of the kind: looking is faster than writing down each path.
  const [top, inside] = [
    Object.keys(credential).some(isTopLevelFault),
    omit(credential, '@context', 'proof'),
  ];
  if (top || holdsInside(inside, isSuspicious)) visit(credential, '');
  // What is said of the same subject inside, in a record's part, could be moved to an entry of its own out here.
  const subjects = asArray(credential.credentialSubject).flatMap((subject) => idOf(subject) ?? []);
  if (new Set(subjects).size < subjects.length)
    findings.push(wellFormed('context-tampered', 'credentialSubject describes one subject a second time'));
  return findings;
}

/**
 * A credential inside (an endorsement, or a part of a record) has contexts of its own, which must all be carried
 * here. Nothing in it is read with the document around it: it is verified alone, and falls alone when unsigned.
 */
function isEmbeddedCredential(value: JsonObject, path: string, isBundled: (url: string) => boolean): boolean {
  const contexts = asArray(value['@context']);
  const known =
    contexts.length > 0 && contexts.every((context) => typeof context === 'string' && isBundled(context));
  const types = typesOf(value);
  const isPart = /(?:^|\.)verifiableCredential(?:\[\d+\])?$/.test(path);
  const isCredential = types.includes('VerifiableCredential') && (isPart || value.proof !== undefined);
  return known && (isCredential || (isPart && types.includes('EnvelopedVerifiableCredential')));
}

/** Members that an Open Badge 3.0 must have (verification.md §2.4 no. 5–6); the bundled draft-04 schemas are not asked (§2.10). */
export function judgeBadgeShape(facts: VcFacts): Finding[] {
  const { credential, token } = facts;
  if (!isBadge(credential)) return [];
  const missing = objectsOf(credential.credentialSubject).flatMap((subject) => {
    const { achievement } = subject;
    if (!isObject(achievement)) return ['credentialSubject.achievement'];
    return ['id', 'type', 'name', 'description', 'criteria']
      .filter((name) => isEmpty(achievement[name]))
      .map((name) => `credentialSubject.achievement.${name}`);
  });
  const begins = modelOf(credential) === '1.1' ? ['issuanceDate'] : ['validFrom'];
  const dated =
    begins.some((name) => textOf(credential[name]) !== null) || typeof token?.body.nbf === 'number';
  if (!dated) missing.push(...begins);
  return missing.map((path) => ({ code: 'schema', check: 'schema', detail: path, source: path, soft: true }));
}

function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

const dateNames = ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate'] as const;

/** The validity period in the document, in the names of both data models. */
export function judgeDates(facts: VcFacts): Finding[] {
  const { credential, now, securing } = facts;
  const wrong = dateNames.filter((name) => !isDateText(credential[name]));
  const text = (name: (typeof dateNames)[number]) => textOf(credential[name]);
  const zoneNeeded = modelOf(credential) === '2.0';
  const period = (fromPath: (typeof dateNames)[number], untilPath: (typeof dateNames)[number]) =>
    judgePeriod({ from: text(fromPath), fromPath, until: text(untilPath), untilPath, zoneNeeded }, now);
  return [
    ...wrong.map(
      (name): Finding => ({ code: 'malformed', check: 'dates', detail: `${name} is no date`, source: name }),
    ),
    ...period('validFrom', 'validUntil'),
    ...period('issuanceDate', 'expirationDate'),
    // An empty date inside a token disagrees with the claim and is reported as that.
    ...(securing === 'jwt' ? [] : emptyDates(credential)),
  ];
}

function isDateText(value: Json | undefined): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function emptyDates(credential: JsonObject): Finding[] {
  const empty = dateNames.filter((name) => credential[name] === '');
  return empty.map((name) => ({
    code: 'malformed',
    check: 'dates',
    detail: `${name} is empty`,
    source: name,
  }));
}
