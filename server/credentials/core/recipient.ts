import { asArray, isObject, type Json, type JsonObject, textOf } from './json.ts';
import type { Bound } from './report.ts';

/** Hashes a text to lower-case hexadecimal digits; an argument, so that this file needs no platform. */
export type Digest = (algorithm: 'sha256' | 'md5', text: string) => string;

/** Who is asked about: confirmed addresses and DIDs proven by signature. */
export type Account = { emails: readonly string[]; dids: readonly string[] };

/** One way in which a credential names its recipient. */
export type Identity = { type: string; value: string; hashed: boolean; salt: string };

/** Whether it names the account, and a remark for the report. */
export type Binding = { bound: Bound; detail: string };

const digits = { sha256: 64, md5: 32 } as const;

/** Reads an OB 2.0 `recipient` or an OB 3.0 `identifier` entry; issuers leave out `hashed` and `salt`. */
export function readIdentity(entry: Json | undefined): Identity[] {
  if (!isObject(entry)) return [];
  const value = textOf(entry.identityHash) ?? textOf(entry.identity);
  if (value === null) return [];
  const type = textOf(entry.identityType) ?? textOf(entry.type) ?? '';
  const marked = /^(?:sha256|md5)\$/i.test(value);
  const hashed = entry.hashed === undefined || entry.hashed === null ? marked : isTrue(entry.hashed);
  return [{ type, value, hashed, salt: typeof entry.salt === 'string' ? entry.salt : '' }];
}

function isTrue(value: Json): boolean {
  return value === true || value === 'true';
}

/** The identities of an OB 3.0 subject. */
export function listIdentities(subject: JsonObject): Identity[] {
  return asArray(subject.identifier).flatMap(readIdentity);
}

/**
 * Whether a credential was issued to the account (verification.md §2.3): any identity of type e-mail, plain or
 * hashed, or a subject id that is one of the DIDs. Other identity types are hints and never bind.
 */
export function bindRecipient(
  subjectId: string | null,
  identities: readonly Identity[],
  account: Account,
  digest: Digest,
): Binding {
  if (account.emails.length === 0 && account.dids.length === 0)
    return { bound: 'not-asked', detail: 'nobody was named to compare it with' };
  const subjectDid = subjectId?.split('#')[0] ?? null;
  if (subjectDid !== null && account.dids.includes(subjectDid))
    return { bound: 'yes', detail: `it names the DID ${subjectDid}` };
  if (subjectId !== null && matchesMailbox(subjectId, account))
    return { bound: 'yes', detail: 'it names the address' };
  for (const identity of identities) {
    const how = matchIdentity(identity, account, digest);
    if (how !== null) return { bound: 'yes', detail: how };
  }
  return { bound: 'no', detail: 'none of the addresses and DIDs is the one it names' };
}

function matchesMailbox(subjectId: string, account: Account): boolean {
  if (!subjectId.toLowerCase().startsWith('mailto:')) return false;
  const address = foldCase(subjectId.slice('mailto:'.length));
  return account.emails.some((email) => foldCase(email.trim()) === address);
}

function matchIdentity(identity: Identity, account: Account, digest: Digest): string | null {
  const type = identity.type.toLowerCase().replace(/^.*[:#/]/, '');
  if (type === 'id' || type === 'did')
    return !identity.hashed && account.dids.includes(identity.value)
      ? `it names the DID ${identity.value}`
      : null;
  if (type !== 'email' && type !== 'emailaddress') return null;
  if (!identity.hashed) {
    const wanted = foldCase(identity.value.trim());
    return account.emails.some((email) => foldCase(email.trim()) === wanted) ? 'it names the address' : null;
  }
  const [algorithm, hash] = splitHash(identity.value);
  if (algorithm === null) return null;
  const matches = account.emails
    .flatMap(spellings)
    .some((email) => digest(algorithm, email + identity.salt) === hash);
  if (!matches) return null;
  return algorithm === 'md5'
    ? 'the hash of the address matches (weak hash, md5)'
    : 'the hash of the address matches';
}

function splitHash(value: string): ['sha256' | 'md5' | null, string] {
  const [name = '', hash = ''] = value.split('$');
  const algorithm = name.toLowerCase();
  if (algorithm !== 'sha256' && algorithm !== 'md5') return [null, ''];
  const isHash = /^[0-9a-f]+$/i.test(hash) && hash.length === digits[algorithm];
  return isHash ? [algorithm, hash.toLowerCase()] : [null, ''];
}

/** Issuers hashed whatever case they were given. ASCII letters only: other alphabets never fold into these. */
function spellings(email: string): string[] {
  const trimmed = email.trim();
  const at = trimmed.lastIndexOf('@');
  const lowerDomain = trimmed.slice(0, at) + foldCase(trimmed.slice(at));
  return [...new Set([email, trimmed, foldCase(trimmed), lowerDomain, trimmed.replace(/[a-z]/g, upper)])];
}

const upper = (letter: string) => letter.toUpperCase();

function foldCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
