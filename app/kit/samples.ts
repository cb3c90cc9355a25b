/** Invented people and amounts for the kit, the same as in the pictures of the design. */
import type { RequirementReason } from '#app/ui/coverage/requirement-list.tsx';
import type { Coverage, CoveragePart } from '#app/ui/coverage/shapes.ts';
import type { CheckLine } from '#app/ui/proof/shapes.ts';

type PartSample = [
  label: string,
  short: string,
  weight: number,
  must: boolean,
  status: CoveragePart['status'],
  points: number,
];

const point = 1_000_000;

const partSamples: PartSample[] = [
  ['Python (programming)', 'Python', 4, true, 'met', 20],
  ['Machine learning', 'ML', 4, true, 'met', 20],
  ['SQL', 'SQL', 3, true, 'met', 15],
  ['Model deployment', 'Deploy', 3, false, 'partly', 7.5],
  ['Time series forecasting', 'Series', 3, false, 'unknown', 0],
  ['Kubernetes or Nomad', 'K8s', 2, false, 'unmet', 0],
  ['Technical writing', 'Wr', 1, false, 'met', 5],
];

export const sampleParts: CoveragePart[] = partSamples.map(
  ([label, short, weight, must, status, points]) => ({
    requirementId: short,
    label,
    short,
    weight,
    must,
    status,
    pointsMicro: points * point,
    ofMicro: weight * 5 * point,
  }),
);

export const sampleCoverage: Coverage = {
  kind: 'score',
  totalMicro: 67.5 * point,
  unknownMicro: 15 * point,
  missingMicro: 17.5 * point,
  mustsMet: true,
  parts: sampleParts,
};

export const sampleReasons: Record<string, RequirementReason> = {
  Python: {
    why: 'Level 3 of 3.',
    proof: {
      title: 'Applied Machine Learning, Practitioner',
      kind: 'badge',
      href: '#proof',
      signed: true,
      issuer: { id: null, name: 'Northfold Institute', recognised: true },
      tier: 4,
      until: '2027-01-12T00:00:00Z',
    },
  },
  SQL: {
    why: 'Level 3, asked 2.',
    proof: {
      title: 'Relational Data, Examined',
      kind: 'badge',
      href: '#proof',
      signed: true,
      issuer: { id: null, name: 'Quillon Data Guild', recognised: true },
      tier: 3,
      until: null,
    },
  },
  Series: {
    why: 'Issuer not reachable since 20 Nov.',
    proof: {
      title: 'Forecasting in Practice',
      kind: 'badge',
      href: '#proof',
      signed: true,
      issuer: { id: null, name: 'Brightwater Skills Trust', recognised: true },
      tier: 3,
    },
  },
  K8s: { why: 'No proof. Nothing in the 5 disclosed credentials names this skill.' },
};

/** Six of eight: schema and endorsements are missing on purpose. */
export const sampleChecks: CheckLine[] = [
  {
    name: 'well-formed',
    result: 'pass',
    code: 'format.ok',
    message: 'Open Badge 3.0 credential, 4.1 kB, read completely.',
    source: 'our parser',
    at: '2026-11-23T09:12:04Z',
  },
  {
    name: 'proof',
    result: 'pass',
    code: 'proof.ok',
    message: 'The signature matches every byte of the document. Nothing was changed after signing.',
    source: 'eddsa-rdfc-2022, key #k-2025-a',
    at: '2026-11-23T09:12:04Z',
  },
  {
    name: 'issuer',
    result: 'unknown',
    code: 'issuer.unrecognised',
    message: 'No registry we read knows this issuer.',
    source: 'did:web document',
    at: '2026-11-23T09:12:05Z',
  },
  {
    name: 'recipient',
    result: 'pass',
    code: 'recipient.email',
    message: 'Issued to an e-mail address the holder has confirmed.',
    source: 'salted hash',
    at: '2026-11-23T09:12:05Z',
  },
  {
    name: 'dates',
    result: 'not-applicable',
    code: 'dates.none',
    message: 'It states no end.',
    source: 'document',
    at: '2026-11-23T09:12:05Z',
  },
  {
    name: 'status',
    result: 'fail',
    code: 'revoked',
    message: 'The issuer withdrew it on 3 Nov 2026.',
    source: 'list 14, entry 20 331',
    at: '2026-11-23T09:12:06Z',
  },
];

export const sampleDocument = JSON.stringify(
  {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: 'did:web:badges.northfold.example', type: ['Profile'] },
    validFrom: '2026-01-14T00:00:00Z',
    credentialSubject: { achievement: { name: 'Applied Machine Learning, Practitioner' } },
  },
  null,
  2,
);

export const colourRoles = [
  'paper',
  'surface',
  'sunken',
  'raised',
  'hover',
  'selected',
  'ink',
  'ink-2',
  'ink-3',
  'rule',
  'rule-2',
  'edge',
  'action',
  'link',
  'focus',
  'proof',
  'proof-fill',
  'proof-tint',
  'fail',
  'fail-tint',
  'unsure',
  'unsure-tint',
  'foreign',
  'foreign-tint',
] as const;
