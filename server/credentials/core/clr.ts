import type { VcFacts } from './facts.ts';
import { idOf, type JsonObject, objectsOf, textOf, textsOf, typesOf, wordsOf } from './json.ts';
import type { Digest, Identity } from './recipient.ts';
import type { CredentialView, Finding } from './report.ts';
import { viewAlignment, viewVc } from './view.ts';

/** Whom a credential names, as formats read it. */
export type Named = { subjectId: string | null; identities: readonly Identity[] };

/** Members that a Comprehensive Learner Record must have besides those of any credential (CLR 2.0 `ClrCredential`). */
export function judgeRecordShape({ credential, token }: VcFacts): Finding[] {
  const subjects = objectsOf(credential.credentialSubject);
  const holds = subjects.some(({ verifiableCredential: held }) =>
    Array.isArray(held) ? held.length > 0 : held !== undefined && held !== null,
  );
  const begins = [credential.validFrom, credential.issuanceDate].some((date) => textOf(date) !== null);
  const missing = [
    ...(holds ? [] : ['credentialSubject.verifiableCredential']),
    ...(begins || typeof token?.body.nbf === 'number' ? [] : ['validFrom']),
  ];
  return missing.map((path) => ({ code: 'schema', check: 'schema', detail: path, source: path, soft: true }));
}

/**
 * What a record says itself (verification.md §2.8): its own name, and the achievements that it lists at the word of
 * its issuer. One that a credential inside is about (`spokenFor`, ids) counts through that credential or not at all. Null where
 * its own words cannot be told from those of a credential inside: then none counts.
 */
export function viewRecord(facts: VcFacts, spokenFor: ReadonlySet<string> | null): CredentialView {
  const { credential } = facts;
  const view = viewVc(facts);
  // With another type the same member says something else: what a part says of the same person.
  const subjects = objectsOf(credential.credentialSubject).filter((subject) =>
    typesOf(subject).includes('ClrSubject'),
  );
  const listed = subjects.flatMap((subject) => objectsOf(subject.achievement));
  const own = listed.filter((achievement) => spokenFor?.has(textOf(achievement.id) ?? '') === false);
  return {
    ...view,
    kind: 'certificate',
    title: wordsOf(credential.name) ?? view.title,
    description: wordsOf(credential.description),
    criteria: null,
    achievementType: null,
    tags: [...new Set(own.flatMap((achievement) => textsOf(achievement.tag ?? achievement.tags)))],
    alignments: own.flatMap((achievement) => objectsOf(achievement.alignment).map(viewAlignment)),
  };
}

/** The ids of the achievements that a credential is about. */
export function achievementsOf(credential: JsonObject): string[] {
  return objectsOf(credential.credentialSubject)
    .flatMap((subject) => objectsOf(subject.achievement))
    .flatMap((achievement) => idOf(achievement) ?? []);
}

/**
 * Whether two credentials are shown to be about the same person: by the same subject id, or by an address or DID that
 * both name, plain or as a hash. A name is no proof, and two hashes with different salts show nothing.
 */
export function isSameSubject(a: Named, b: Named, digest: Digest): boolean {
  const [id, other] = [a, b].map(({ subjectId }) => subjectId?.split('#')[0] ?? null);
  if (id !== null && id !== undefined && id === other) return true;
  const [mine, theirs] = [identitiesOf(a), identitiesOf(b)];
  return mine.some((identity) => theirs.some((candidate) => isSameIdentity(identity, candidate, digest)));
}

const bindingTypes = ['email', 'emailaddress', 'id', 'did'];

/** Identities that bind (verification.md §2.3), a mailbox in the subject's id among them. */
function identitiesOf({ subjectId, identities }: Named): Identity[] {
  const binding = identities.filter(({ type }) =>
    bindingTypes.includes(type.toLowerCase().replace(/^.*[:#/]/, '')),
  );
  const mailbox = /^mailto:(.+)$/i.exec(subjectId ?? '')?.[1];
  return mailbox === undefined
    ? binding
    : [...binding, { type: 'email', value: mailbox, hashed: false, salt: '' }];
}

function isSameIdentity(a: Identity, b: Identity, digest: Digest): boolean {
  if (a.hashed && b.hashed) return a.value.toLowerCase() === b.value.toLowerCase() && a.salt === b.salt;
  if (a.hashed !== b.hashed) {
    const [hashed, plain] = a.hashed ? [a, b] : [b, a];
    return hashesOf(plain.value, hashed.salt, digest).includes(hashed.value.toLowerCase());
  }
  return fold(a.value) === fold(b.value);
}

function hashesOf(value: string, salt: string, digest: Digest): string[] {
  return [value.trim(), fold(value)].flatMap((text) =>
    (['sha256', 'md5'] as const).map((algorithm) => `${algorithm}$${digest(algorithm, text + salt)}`),
  );
}

/** ASCII letters only, as in `recipient.ts`: other alphabets never fold into these. */
function fold(text: string): string {
  return text.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
