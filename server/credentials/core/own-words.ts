import { holdsInside, isObject, type Json, type JsonObject } from './json.ts';
import type { EndorsementView } from './report.ts';

/** Where endorsements are read; each is verified alone. */
const places =
  /^(?:(?:issuer|credentialSubject(?:\[\d+\])?\.achievement(?:\[\d+\])?)\.)?endorsement(?:\[\d+\])?$/;

/** Parts of records, which look after themselves. */
const isPart = (path: string) => /(?:^|\.)verifiableCredential(?:\[\d+\])?$/.test(path);

/** What may be wrong with an endorsement that is word for word as it was signed. */
const beyondWords: readonly EndorsementView['problem'][] = [
  null,
  'self',
  'about-something-else',
  'expired',
  'not-yet-valid',
  'revoked',
  'suspended',
  'status-unavailable',
  'status-list-invalid',
];

/**
 * Whether the words of a credential are its issuer's own. A signature over the graph does not fix where a statement
 * stands: what a third party said of the achievement, in an endorsement inside, could be moved into the badge without
 * breaking it. It would break the endorsement. So each credential inside must be where it is verified, and as signed.
 */
export function hasOwnWords(credential: JsonObject, endorsements: readonly EndorsementView[]): boolean {
  // Most badges hold none: looking is faster than writing down each path.
  if (!holdsInside(credential, (inner) => inner['@context'] !== undefined)) return true;
  const inside = listInside(credential, '');
  return (
    inside.every((path) => places.test(path)) &&
    endorsements.every(({ problem }) => beyondWords.includes(problem))
  );
}

/** Paths of the signed documents inside: they bring contexts of their own. */
function listInside(value: Json, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => listInside(item, `${path}[${at}]`));
  if (!isObject(value) || isPart(path)) return [];
  if (path !== '' && value['@context'] !== undefined) return [path];
  return Object.entries(value).flatMap(([name, member]) =>
    listInside(member, path === '' ? name : `${path}.${name}`),
  );
}
