import type { KeyFact, Ob2Facts } from '../core/facts.ts';
import { asArray, idOf, isObject, type JsonObject, objectsOf, textOf, typesOf } from '../core/json.ts';
import { verificationOf } from '../core/judge-ob2.ts';
import type { GatherContext } from './context.ts';
import { readPem } from './keys/public-key.ts';
import { type Token, verifyToken } from './token.ts';

type Signature = Pick<Ob2Facts, 'key' | 'arithmetic' | 'problems'>;

const mostKeys = 3;
const keyTypes = ['CryptographicKey', 'Key', 'https://w3id.org/security#Key', 'sec:Key'];

/**
 * Verifies a signed Open Badge 2.0 with the key it names, else with each that the issuer lists. The key counts only
 * through the fetched profile, and must name the issuer as its owner (verification.md §2.2 no. 4–6).
 */
export async function verifySigned(
  token: Token,
  assertion: JsonObject,
  profile: JsonObject,
  context: GatherContext,
): Promise<Signature> {
  const listed = asArray(profile.publicKey)
    .map(idOf)
    .filter((id) => id !== null);
  const verification = verificationOf(assertion);
  const named = isObject(verification) ? idOf(verification.creator) : null;
  const tried = named === null ? listed.slice(0, mostKeys) : [named];
  let last: Signature = fault('missing', null, 'neither badge nor issuer names the key');
  for (const keyId of tried) {
    last = listed.includes(keyId)
      ? await verifyWith(keyId, token, profile, context)
      : fault('unlisted', keyId, `${textOf(profile.id) ?? 'the issuer'} does not list the key ${keyId}`);
    if (last.arithmetic === 'right') return last;
  }
  return last;
}

async function verifyWith(
  keyId: string,
  token: Token,
  profile: JsonObject,
  context: GatherContext,
): Promise<Signature> {
  const issuerId = textOf(profile.id) ?? '';
  const embedded = objectsOf(profile.publicKey).find(
    (key) => key.id === keyId && textOf(key.publicKeyPem) !== null,
  );
  const fetched = embedded ? null : await context.asker.askJson(keyId);
  if (fetched !== null && fetched.state !== 'found')
    return fault(fetched.state === 'blocked' ? 'blocked' : 'unresolved', keyId, `key: ${fetched.detail}`);
  const document = embedded ?? fetched?.json ?? {};
  if (textOf(document.owner) !== issuerId)
    return fault('unlisted', keyId, `the key ${keyId} does not name ${issuerId} as its owner`);
  const types = typesOf(document);
  const isOther = document.id !== undefined && document.id !== keyId;
  if (isOther || (types.length > 0 && !types.some((type) => keyTypes.includes(type))))
    return fault('unlisted', keyId, `the document at ${keyId} is not that key`);
  const key: KeyFact = {
    state: 'published',
    methodId: keyId,
    revoked: textOf(document.revoked),
    expires: textOf(document.expires),
  };
  const verified = verifyToken(token, readPem(textOf(document.publicKeyPem) ?? ''));
  const isUsed = verified.arithmetic === 'right';
  context.onKey?.({ issuerId, methodId: keyId, method: document, document: profile, isUsed });
  return { key, ...verified };
}

function fault(
  state: 'missing' | 'unlisted' | 'unresolved' | 'blocked',
  methodId: string | null,
  detail: string,
): Signature {
  return { key: { state, methodId, detail }, arithmetic: 'not-computed', problems: [] };
}
