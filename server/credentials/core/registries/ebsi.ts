import { isObject, type Json, type JsonObject, objectsOf, textOf, textsOf } from '../json.ts';
import { lineOf, momentOf, type RegistryEntry } from './entry.ts';

/** One accreditation of an issuer as the trusted issuers registry stores it; `body` is a signed token. */
export type Attribute = {
  body: string;
  issuerType: string | null;
  tao: string | null;
  rootTao: string | null;
};

/** What came of the signature of an accreditation: `unchecked` = the key of its author could not be had. */
export type AccreditationProof = 'right' | 'wrong' | 'unchecked';

/** Reads the answer about one issuer (EBSI trusted issuers registry v5): its accreditations, or null for another's answer. */
export function readIssuerRecord(json: Json, issuerId: string): Attribute[] | null {
  if (!isObject(json) || json.did !== issuerId) return null;
  return objectsOf(json.attributes)
    .slice(0, 8)
    .flatMap((attribute) => {
      // Version 5 nests the values of an attribute in the list; version 4 has them under `attribute`.
      const said = isObject(attribute.attribute) ? attribute.attribute : attribute;
      const body = textOf(said.body);
      const { issuerType, tao, rootTao } = said;
      return body === null
        ? []
        : [{ body, issuerType: textOf(issuerType), tao: textOf(tao), rootTao: textOf(rootTao) }];
    });
}

/**
 * What an accreditation says, or null when it says nothing about this issuer or is no more in force. It recognises only
 * with a right signature of the accreditor that the registry names, somebody else than the issuer, below a root that
 * the operator accepts; otherwise it is shown as stated. Credential types are its scope.
 */
export function readAccreditation(
  body: JsonObject,
  attribute: Attribute,
  proof: AccreditationProof,
  { issuerId, roots, now }: { issuerId: string; roots: readonly string[] | undefined; now: Date },
): RegistryEntry | null {
  const credential = isObject(body.vc) ? body.vc : body;
  const [subject = {}] = objectsOf(credential.credentialSubject);
  const accreditor = isObject(credential.issuer) ? textOf(credential.issuer.id) : textOf(credential.issuer);
  if (proof === 'wrong' || subject.id !== issuerId) return null;
  if (body.iss !== undefined && body.iss !== accreditor) return null;
  const ends = [momentOf(credential.validUntil), momentOf(credential.expirationDate), momentOf(body.exp)];
  const validUntil = ends.filter((end) => end !== null).sort()[0] ?? null;
  if (validUntil !== null && Date.parse(validUntil) <= now.getTime()) return null;
  const isByTao = accreditor !== null && accreditor !== issuerId && accreditor === attribute.tao;
  const isRooted = roots === undefined || (attribute.rootTao !== null && roots.includes(attribute.rootTao));
  const types = objectsOf(subject.accreditedFor).flatMap((entry) => textsOf(entry.types));
  const scope = [...new Set(types)].filter((type) => !/^Verifiable(Credential|Attestation)$/.test(type));
  return {
    issuerId,
    name: lineOf(subject.legalName) ?? lineOf(subject.name),
    homepage: null,
    logo: null,
    location: null,
    since: momentOf(credential.validFrom) ?? momentOf(credential.issuanceDate),
    validUntil,
    scope: lineOf(scope.join(', ')),
    evidence: lineOf(`${attribute.issuerType ?? 'Accreditation'} by ${accreditor ?? 'somebody not named'}`),
    standing: proof === 'right' && isByTao && isRooted ? 'listed' : 'stated',
  };
}

/** One line out of several accreditations: those that hold before those only stated, scopes joined. */
export function joinAccreditations(entries: readonly RegistryEntry[]): RegistryEntry | null {
  const holding = entries.filter((entry) => entry.standing === 'listed');
  const counting = holding.length > 0 ? holding : entries;
  const [first] = counting;
  if (!first) return null;
  const ends = counting.map((entry) => entry.validUntil);
  const scopes = counting.map((entry) => entry.scope);
  return {
    ...first,
    // The last accreditation to end ends the recognition.
    validUntil: ends.includes(null)
      ? null
      : (ends
          .filter((end) => end !== null)
          .sort()
          .at(-1) ?? null),
    scope: scopes.includes(null) ? null : lineOf([...new Set(scopes)].join(', ')),
  };
}
