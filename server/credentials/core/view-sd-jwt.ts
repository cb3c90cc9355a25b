import type { SdJwtFacts } from './facts.ts';
import { isObject, type JsonObject, objectsOf, textOf } from './json.ts';
import { listIdentities } from './recipient.ts';
import type { CredentialView } from './report.ts';
import { viewVc } from './view.ts';

/**
 * What an SD-JWT VC says, from the disclosed claims alone. Claims in the words of Open Badges 3.0 are read as such,
 * under `credentialSubject` or at the top; any other credential is named by its type. Null when nothing may be read.
 */
export function viewSdJwt(facts: SdJwtFacts): CredentialView | null {
  const { opened, token, issuer } = facts;
  if (!opened.ok) return null;
  const credential = modelCredential(opened.claims);
  const view = viewVc({ credential, securing: 'jwt', token: { ...token, body: opened.claims } });
  const achievement = objectsOf(subjectOf(opened.claims).achievement)[0];
  const named = achievement === undefined ? null : view.title;
  return {
    ...view,
    title: named ?? titleOf(textOf(opened.claims.vct)),
    issuer: { ...view.issuer, id: issuer.id, name: view.issuer.name ?? issuer.name },
    recipient: view.recipient ?? holderOf(facts.holder),
  };
}

/** Whom the disclosed claims name: a subject id, addresses, and the holder's key. */
export function recipientOfSdJwt(facts: SdJwtFacts) {
  const { opened, holder } = facts;
  const own = holder === null ? [] : [{ type: 'did', value: holder, hashed: false, salt: '' }];
  if (!opened.ok) return { subjectId: null, identities: own };
  const { claims } = opened;
  const email = textOf(claims.email);
  const stated = email === null ? [] : [{ type: 'email', value: email, hashed: false, salt: '' }];
  const subject = subjectOf(claims);
  return {
    subjectId: textOf(subject.id) ?? textOf(claims.sub),
    identities: [...own, ...stated, ...listIdentities(subject)],
  };
}

function holderOf(holder: string | null): CredentialView['recipient'] {
  return holder === null ? null : { type: 'key', value: holder, isDid: true };
}

function subjectOf(claims: JsonObject): JsonObject {
  if (isObject(claims.credentialSubject)) return claims.credentialSubject;
  const { achievement, alignment, result, identifier } = claims;
  const bare = achievement ?? (alignment === undefined ? undefined : { alignment });
  const members = { achievement: bare, result, identifier };
  const stated = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(stated) as JsonObject;
}

/** The claims in the form of a VCDM credential. `name` at the top of other credentials is a person's. */
function modelCredential(claims: JsonObject): JsonObject {
  const isModel = isObject(claims.credentialSubject);
  const { id, issuer, validFrom, validUntil, awardedDate, evidence } = claims;
  const members = { id, issuer, validFrom, validUntil, awardedDate, evidence };
  const stated = Object.entries(members).filter(([, value]) => value !== undefined);
  return {
    ...(isModel ? claims : (Object.fromEntries(stated) as JsonObject)),
    credentialSubject: subjectOf(claims),
  };
}

/** The last words of a type: `https://issuer.example/vct/forklift_licence` and `urn:org:forklift-licence:1`. */
function titleOf(vct: string | null): string | null {
  const parts = (vct ?? '').split(/[/:#?]/).filter((part) => /[a-z]{2}/i.test(part));
  const words = (parts.at(-1) ?? '').replace(/[_-]+/g, ' ').trim();
  return words === '' ? vct : words.charAt(0).toUpperCase() + words.slice(1);
}
