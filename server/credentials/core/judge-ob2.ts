import { judgePeriod } from './dates.ts';
import type { Fetched, Ob2Facts } from './facts.ts';
import { asArray, isObject, type Json, type JsonObject, textOf, typesOf } from './json.ts';
import { dropRepeated } from './judge-vc.ts';
import { versionOfOb1 } from './ob1.ts';
import { judgeKey, judgeKeyLife } from './proof-rules.ts';
import type { CheckName, Finding } from './report.ts';
import { judgeRevocationList } from './revocation-list.ts';
import { judgeScope } from './scope.ts';

/** Names of the two ways of verification, in the spellings that issuers use. */
export const verificationKinds = {
  hosted: ['HostedBadge', 'hosted', 'https://w3id.org/openbadges#HostedBadge'],
  signed: ['SignedBadge', 'signed', 'https://w3id.org/openbadges#SignedBadge'],
} as const;

/** Every finding about an Open Badge 2.0 (verification.md §2.1, §2.2). Pure. */
export function judgeOb2(facts: Ob2Facts): Finding[] {
  const { assertion, named, securing } = facts;
  if (assertion === null)
    return [{ code: 'schema', check: 'well-formed', detail: 'neither id nor verify.url is an address' }];
  if (assertion.state !== 'found')
    return [...judgeEnvelope(named, facts), ...judgeMissing(assertion, 'proof')];
  const document = assertion.json;
  const gone = judgeGone(assertion);
  if (gone.length > 0) return gone;
  const version = versionOfOb1(document);
  if (version !== null)
    return [{ code: 'unsupported-version', check: 'well-formed', detail: `Open Badge ${version}` }];
  return dropRepeated([
    ...judgeEnvelope(document, facts),
    ...(securing === 'hosted' ? judgeHosted(assertion.url, document, facts) : judgeSigned(facts)),
    ...judgeIssuer(facts),
    ...judgeDates(document, facts.now),
    ...judgeRevocationList(document, facts.revocationList, [issuerIdOf(facts)]),
  ]);
}

/** How a badge says that it is to be verified: `verification`, its older name `verify`, or the first of several. */
export function verificationOf(document: JsonObject): Json | undefined {
  return asArray(document.verification ?? document.verify)[0];
}

/** Why a document is not there. */
export function judgeMissing(fetched: Exclude<Fetched, { state: 'found' }>, check: CheckName): Finding[] {
  const { url: source, detail } = fetched;
  if (fetched.state === 'blocked') return [{ code: 'ssrf-blocked', check, detail, source }];
  if (fetched.status === 410) return [{ code: 'revoked', check: 'status', detail: '', source }];
  const code = fetched.state === 'malformed' ? 'malformed' : 'issuer-unresolvable';
  return [{ code, check: code === 'malformed' ? 'well-formed' : check, detail, source }];
}

/** 410, or `revoked: true` in the document, whatever its status. */
export function judgeGone(assertion: Fetched & { state: 'found' }): Finding[] {
  const isGone = assertion.status === 410 || assertion.json.revoked === true;
  const reason = textOf(assertion.json.revocationReason) ?? '';
  return isGone ? [{ code: 'revoked', check: 'status', detail: reason, source: assertion.url }] : [];
}

function judgeEnvelope(document: JsonObject, { securing, isBundledInline }: Ob2Facts): Finding[] {
  const findings: Finding[] = [];
  const contexts = asArray(document['@context']);
  const isKnown = contexts.some(
    (context) =>
      context === 'https://w3id.org/openbadges/v2' || (isObject(context) && isBundledInline(context)),
  );
  if (!isKnown) {
    const first = contexts.find((context) => typeof context === 'string');
    findings.push({ code: 'context-unknown', check: 'well-formed', detail: String(first ?? 'no @context') });
  }
  if (!typesOf(document).includes('Assertion')) findings.push(missing('type'));
  const verification = verificationOf(document);
  const types = typeof verification === 'string' ? [verification] : typesOf(verification);
  const required: JsonObject = { ...document, verification: types };
  // A signed badge is known by its signature; its id may be a URN.
  const names = ['id', 'recipient', 'badge', 'verification', 'issuedOn'] as const;
  for (const name of names) if (isAbsent(required[name])) findings.push(missing(name));
  const wanted: readonly string[] = verificationKinds[securing];
  if (types.length > 0 && !types.some((type) => wanted.includes(type)))
    findings.push(judgeOtherWay(types, securing));
  return findings;
}

/** A token that says that it is hosted contradicts itself; a way that is not known here may be as good as any. */
function judgeOtherWay(types: string[], securing: Ob2Facts['securing']): Finding {
  const detail = `verification of type ${types.join(', ')}`;
  return securing === 'signed'
    ? { code: 'schema', check: 'well-formed', detail, source: 'verification' }
    : { code: 'unsupported-suite', check: 'proof', detail };
}

function missing(path: string): Finding {
  return { code: 'schema', check: 'well-formed', detail: path, source: path };
}

function isAbsent(value: Json | undefined): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function judgeHosted(address: string, document: JsonObject, facts: Ob2Facts): Finding[] {
  const findings: Finding[] = [];
  const id = textOf(document.id);
  const asked = textOf(facts.named.id) ?? address;
  if (id !== null && !isSameAddress(id, asked) && !isSameAddress(id, address))
    findings.push({
      code: 'issuer-unbound',
      check: 'proof',
      detail: `the document at ${address} calls itself ${id}`,
      source: address,
    });
  const { issuer, badgeClass, badgeClassUrl } = facts;
  if (issuer?.state !== 'found' || badgeClass === null) return findings;
  findings.push(...judgeScope(id ?? address, issuer.json, issuer.url, 'assertion'));
  // An embedded class is part of the assertion and stands or falls with it.
  if (badgeClassUrl !== null)
    findings.push(...judgeScope(badgeClassUrl, issuer.json, issuer.url, 'badge class'));
  return findings;
}

function isSameAddress(a: string, b: string): boolean {
  return URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href;
}

function judgeSigned({ key, arithmetic, problems, now }: Ob2Facts): Finding[] {
  const wrong: Finding[] =
    arithmetic === 'wrong'
      ? [{ code: 'signature', check: 'proof', detail: 'the signature does not fit the content' }]
      : [];
  return [
    ...problems,
    ...wrong,
    ...(key === null ? [] : [...judgeKey(key), ...judgeKeyLife(key, null, now)]),
  ];
}

function judgeIssuer({ badgeClass, badgeClassProblem, issuer }: Ob2Facts): Finding[] {
  if (badgeClass === null)
    return badgeClassProblem === null || badgeClassProblem.state === 'found'
      ? [missing('badge')]
      : judgeMissing(badgeClassProblem, 'issuer').map(withoutRevoked);
  const shape = listAbsent(badgeClass, ['type', 'name', 'description', 'criteria', 'issuer'], 'badge');
  if (issuer === null) return [...shape, missing('badge.issuer')];
  if (issuer.state !== 'found') return [...shape, ...judgeMissing(issuer, 'issuer').map(withoutRevoked)];
  const types = typesOf(issuer.json);
  const isProfile = types.length === 0 || types.some((type) => type === 'Issuer' || type === 'Profile');
  return [
    ...shape,
    ...listAbsent(issuer.json, ['id', 'type', 'name', 'url', 'email'], 'issuer'),
    ...(isProfile ? [] : [softSchema('issuer.type')]),
  ];
}

/** That a profile is gone says nothing about the badge; it cannot be checked any more. */
function withoutRevoked(finding: Finding): Finding {
  return finding.code === 'revoked' ? { ...finding, code: 'issuer-unresolvable', check: 'issuer' } : finding;
}

function listAbsent(document: JsonObject, names: string[], where: string): Finding[] {
  return names.filter((name) => isAbsent(document[name])).map((name) => softSchema(`${where}.${name}`));
}

function softSchema(path: string): Finding {
  return { code: 'schema', check: 'schema', detail: path, source: path, soft: true };
}

/** `issuedOn` and `expires`, as ISO 8601 texts with a zone. */
export function judgeDates(document: JsonObject, now: Date): Finding[] {
  const wrong = (['issuedOn', 'expires'] as const).filter(
    (name) => !isAbsent(document[name]) && typeof document[name] !== 'string',
  );
  return [
    ...wrong.map(
      (name): Finding => ({ code: 'malformed', check: 'dates', detail: `${name} is no date`, source: name }),
    ),
    ...judgePeriod(
      {
        from: textOf(document.issuedOn),
        fromPath: 'issuedOn',
        until: textOf(document.expires),
        untilPath: 'expires',
        zoneNeeded: true,
        secondsOptional: true,
      },
      now,
    ),
  ];
}

function issuerIdOf({ issuer }: Ob2Facts): string | null {
  return issuer?.state === 'found' ? textOf(issuer.json.id) : null;
}
