import { constants, createHash, sign } from 'node:crypto';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { type CertificateOrder, der, type MadeCertificate, makeCertificate, oid } from './certificates.ts';
import { makeKey } from './keys.ts';

/** What is wanted of a sealed credential; everything has a usual value. */
export type EdcOrder = {
  content?: JsonObject;
  /** The certificate of the seal, and what it stands under. */
  certificate?: Partial<CertificateOrder>;
  under?: MadeCertificate;
  chain?: MadeCertificate[];
  /** Members that replace those of the protected header; null removes one. */
  header?: JsonObject;
  /** Members beside the protected ones. */
  open?: JsonObject;
  alg?: 'ES256' | 'RS256' | 'PS256';
  /** Signs the payload as base64url, without `b64`. */
  encoded?: boolean;
};

/** The organisation that seals, as certificates and documents name it. */
export const organisation = 'VATES-A12345678';

/** An authority to trust, and one to distrust. */
export const authority = makeCertificate({ name: { commonName: 'Seal Authority' }, authority: true });
export const strangeAuthority = makeCertificate({ name: { commonName: 'Other Authority' }, authority: true });

/** An ESCO address as documents spell it. */
export const escoSkill = (number: number) =>
  `http://data.europa.eu/esco/skill/00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const concept = (id: string, label: string): JsonObject => ({
  id,
  type: 'Concept',
  prefLabel: { en: label },
});
const outcome = (title: string, skills: JsonObject | JsonObject[]): JsonObject => ({
  type: 'LearningOutcome',
  title: { en: title },
  relatedESCOSkill: skills,
});

/** A credential as ELM 3 writes it: skills as object and as list, in a part, and beside what was only attended. */
export function buildEdc(members: JsonObject = {}): JsonObject {
  return {
    id: 'urn:credential:5f1b9b1e-0000-4000-8000-000000000009',
    type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
    '@context': ['https://www.w3.org/2018/credentials/v1', 'http://data.europa.eu/snb/model/context/edc-ap'],
    issuer: {
      id: 'urn:epass:org:1',
      type: 'Organisation',
      legalName: { es: 'Academia', en: 'Academy of Ladders' },
      eIDASIdentifier: { id: 'urn:epass:legalIdentifier:1', type: 'LegalIdentifier', notation: organisation },
      homepage: { type: 'WebResource', contentURL: 'https://academy.example' },
    },
    validFrom: '2026-01-01T00:00:00Z',
    issued: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: 'urn:epass:person:1',
      type: 'Person',
      givenName: { en: 'Ada' },
      familyName: { en: 'Andromeda' },
      dateOfBirth: '1999-01-01T00:00:00Z',
      nationalID: { type: 'LegalIdentifier', notation: 'LA-234218' },
      contactPoint: { type: 'ContactPoint', emailAddress: { id: 'mailto:ada@example.org', type: 'Mailbox' } },
      hasClaim: [
        {
          type: 'LearningAchievement',
          title: { en: 'Safe use of ladders' },
          specifiedBy: {
            type: 'Qualification',
            eqfLevel: concept('http://data.europa.eu/snb/eqf/6', 'Level 6'),
            creditPoint: { point: '2', framework: concept('urn:ects', 'European Credit Transfer System') },
            volumeOfLearning: 'PT60H',
            learningOutcome: [
              outcome('Climbs', [
                concept(escoSkill(1), 'climb ladders'),
                concept(escoSkill(2), 'set up ladders'),
              ]),
              outcome('Stores', concept(escoSkill(3), 'store ladders')),
            ],
          },
          provenBy: {
            type: 'LearningAssessment',
            title: { en: 'Practice wall' },
            grade: { type: 'Note', noteLiteral: { en: 'Pass' } },
            idVerification: concept('urn:supervised', 'Supervised with ID verification'),
            specifiedBy: { gradingScheme: { title: { en: 'Standard grading' } } },
          },
          hasPart: {
            type: 'LearningAchievement',
            title: { en: 'Ladders in rain' },
            specifiedBy: { learningOutcome: outcome('In rain', concept(escoSkill(4), 'work in rain')) },
          },
        },
        {
          type: 'LearningActivity',
          specifiedBy: { learningOutcome: outcome('Attended', concept(escoSkill(5), 'attend courses')) },
        },
      ],
    },
    ...members,
  };
}

/** A time stamp in the form of RFC 3161, of nobody. */
export function makeTimeStamp(at = '20260102000000Z'): string {
  const hash = Buffer.alloc(32, 1);
  const imprint = der(0x30, der(0x30, oid('2.16.840.1.101.3.4.2.1')), der(0x04, hash));
  const number = der(0x02, Buffer.from([1]));
  const info = der(0x30, number, oid('1.2.3'), imprint, number, der(0x18, Buffer.from(at)));
  const content = der(0x30, oid('1.2.840.113549.1.9.16.1.4'), der(0xa0, der(0x04, info)));
  const signed = der(0x30, number, der(0x31), content);
  return der(0x30, oid('1.2.840.113549.1.7.2'), der(0xa0, signed)).toString('base64');
}

const hashes = { ES256: 'sha256', RS256: 'sha256', PS256: 'sha256' } as const;

/** A sealed European Digital Credential (JAdES in general JSON form, payload unencoded as the EU's own tools write it). */
export function issueEdc(order: EdcOrder = {}): JsonObject {
  const { content = buildEdc(), under = authority, chain = [], alg = 'ES256', encoded = false } = order;
  const name = { commonName: 'Seal', organization: 'Academy', organizationIdentifier: organisation };
  const key = makeKey(alg === 'ES256' ? 'ES256' : 'RS256', 'seal');
  const certificate = makeCertificate({ name, key, under, ...order.certificate });
  const header: JsonObject = {
    alg,
    cty: 'application/json',
    typ: 'jose+json',
    x5c: [certificate, ...chain].map((made) => made.der.toString('base64')),
    'x5t#S256': createHash('sha256').update(certificate.der).digest('base64url'),
    sigT: '2026-01-02T00:00:00Z',
    adoTst: { tstTokens: [{ val: makeTimeStamp() }] },
    ...(encoded ? { crit: ['sigT', 'adoTst'] } : { b64: false, crit: ['b64', 'sigT', 'adoTst'] }),
    ...order.header,
  };
  const stated = Object.fromEntries(Object.entries(header).filter(([, value]) => value !== null));
  const head = Buffer.from(JSON.stringify(stated)).toString('base64url');
  const text = JSON.stringify(content);
  const payload = encoded ? Buffer.from(text).toString('base64url') : text;
  const padding = alg === 'PS256' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : {};
  const secret = { key: key.jwk, format: 'jwk' as const, dsaEncoding: 'ieee-p1363' as const, ...padding };
  const signature = sign(hashes[alg], Buffer.from(`${head}.${payload}`), secret).toString('base64url');
  return { payload, signatures: [{ protected: head, header: { etsiU: [], ...order.open }, signature }] };
}
