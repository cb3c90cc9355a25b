import { judgePeriod, readInstant, skewMs } from './dates.ts';
import type { Examination } from './examination.ts';
import type { Arithmetic, StatusFact } from './facts.ts';
import { isObject, type Json, type JsonObject, objectsOf, textOf, textsOf, typesOf } from './json.ts';
import { dropRepeated } from './judge-vc.ts';
import type { Finding } from './report.ts';
import { judgeStatuses } from './status-rules.ts';

/** Findings about a seal carry this as source where their usual words would be wrong. */
export const sealStage = 'seal' as const;

/** What is known about a seal and its certificate. */
export type SealFact = {
  arithmetic: Arithmetic;
  problems: Finding[];
  /** When the sealer says that it was made; nobody else's word. */
  madeAt: string | null;
  certificate: {
    isAuthority: boolean;
    from: string;
    until: string;
    /** Where its chain leads. */
    chain: { ok: true } | { ok: false; detail: string };
    /** `organizationIdentifier` of its subject. */
    organisation: string | null;
  };
};

/** Everything known about a European Digital Credential. */
export type EdcFacts = { credential: JsonObject; seal: SealFact; statuses: StatusFact[]; now: Date };

const contexts = {
  model: 'https://www.w3.org/2018/credentials/v1',
  profile: 'http://data.europa.eu/snb/model/context/edc-ap',
};

/** Every finding about a European Digital Credential (verification.md §2.12). Pure. */
export function judgeEdc(facts: EdcFacts): Finding[] {
  const { seal, statuses, credential } = facts;
  const wrong: Finding[] =
    seal.arithmetic === 'wrong'
      ? [{ code: 'signature', check: 'proof', detail: 'the seal does not fit the content' }]
      : [];
  return dropRepeated([
    ...judgeShape(credential),
    ...seal.problems,
    ...wrong,
    ...judgeCertificate(facts),
    ...judgeOrganisation(facts),
    ...judgeDates(facts),
    ...judgeStatuses(statuses),
  ]);
}

function judgeShape(credential: JsonObject): Finding[] {
  const types = typesOf(credential);
  const named = textsOf(credential['@context']);
  const unknown =
    named.includes(contexts.profile) && named[0] === contexts.model ? [] : [named[0] ?? 'no @context'];
  const isSubject = objectsOf(credential.credentialSubject).length === 1;
  const missing = [
    ...(types.includes('VerifiableCredential') && types.includes('EuropeanDigitalCredential')
      ? []
      : ['type']),
    ...(isObject(credential.issuer) ? [] : ['issuer']),
    ...(isSubject ? [] : ['credentialSubject']),
  ];
  return [
    ...unknown.map((detail): Finding => ({ code: 'context-unknown', check: 'well-formed', detail })),
    ...missing.map((detail): Finding => ({ code: 'schema', check: 'well-formed', detail, source: detail })),
  ];
}

/** The chain, and the certificate's own life: judged at the moment the sealer states, which nobody else vouches for. */
function judgeCertificate({ seal, now }: EdcFacts): Finding[] {
  const { certificate, madeAt } = seal;
  const findings: Finding[] = [];
  if (!certificate.chain.ok)
    findings.push({
      code: 'issuer-unresolvable',
      check: 'issuer',
      detail: certificate.chain.detail,
      source: sealStage,
    });
  if (certificate.isAuthority)
    findings.push(unbound('the seal was made with the certificate of an authority'));
  const made = madeAt === null ? null : (readInstant(madeAt)?.ms ?? null);
  const [from, until] = [Date.parse(certificate.from), Date.parse(certificate.until)];
  if (made !== null && made > now.getTime() + skewMs)
    findings.push({ code: 'not-yet-valid', check: 'dates', detail: madeAt ?? '', source: 'sigT' });
  const used = made ?? now.getTime();
  if (!(from <= used))
    findings.push(unbound(`the certificate begins ${certificate.from}, later than the seal`));
  if (made !== null && !(used < until))
    findings.push({ code: 'key-revoked', check: 'issuer', detail: certificate.until, source: sealStage });
  else if (!(now.getTime() < until))
    findings.push({
      code: 'status-unavailable',
      check: 'issuer',
      detail: `its certificate ended ${certificate.until}, and its time stamp is not evaluated`,
      source: sealStage,
    });
  return findings;
}

function unbound(detail: string): Finding {
  return { code: 'issuer-unbound', check: 'issuer', detail };
}

/** The organisation in the certificate is the issuer, unless somebody else sealed it under a mandate. */
function judgeOrganisation({ credential, seal }: EdcFacts): Finding[] {
  if (holdsMandate(credential))
    return [
      {
        code: 'issuer-unresolvable',
        check: 'issuer',
        detail: 'it is issued under a mandate, whose proof is not evaluated here',
        source: sealStage,
      },
    ];
  const { organisation } = seal.certificate;
  const named = organisationOf(credential);
  if (named === null) return [unbound('the issuer states no eIDAS identifier to compare the seal with')];
  if (organisation === null) return [unbound('the certificate of the seal names no organisation')];
  return organisation === named
    ? []
    : [unbound(`the seal is that of ${organisation}, and the issuer is ${named}`)];
}

/** The identifier under which the issuer is known to certificate authorities. */
export function organisationOf({ issuer }: JsonObject): string | null {
  const identifier = isObject(issuer) ? issuer.eIDASIdentifier : null;
  return isObject(identifier ?? null) ? textOf((identifier as JsonObject).notation) : null;
}

function holdsMandate(value: Json): boolean {
  if (Array.isArray(value)) return value.some(holdsMandate);
  if (!isObject(value)) return false;
  return typesOf(value).includes('Mandate') || Object.values(value).some(holdsMandate);
}

const periods = [
  ['validFrom', 'validUntil'],
  ['issuanceDate', 'expirationDate'],
  ['issued', null],
] as const;

function judgeDates({ credential, now }: EdcFacts): Finding[] {
  return periods.flatMap(([fromPath, untilPath]) => {
    const names = [fromPath, ...(untilPath === null ? [] : [untilPath])];
    const wrong = names.filter(
      (name) => (credential[name] ?? null) !== null && textOf(credential[name]) === null,
    );
    const until = untilPath === null ? null : textOf(credential[untilPath]);
    const period = {
      from: textOf(credential[fromPath]),
      fromPath,
      until,
      untilPath: untilPath ?? '',
      zoneNeeded: false,
    };
    return [
      ...wrong.map((name): Finding => ({ code: 'malformed', check: 'dates', detail: `${name} is no date` })),
      ...judgePeriod(period, now),
    ];
  });
}

/** How far the checks came. */
export function statesOfEdc({ seal, statuses }: EdcFacts): Examination['states'] {
  const done = (is: boolean) => (is ? ('done' as const) : ('not-done' as const));
  return {
    'well-formed': 'done',
    proof: done(seal.arithmetic === 'right'),
    issuer: done(seal.certificate.chain.ok),
    recipient: 'done',
    dates: 'done',
    status:
      statuses.length === 0
        ? 'nothing-stated'
        : done(statuses.every(({ standing }) => standing !== 'unknown')),
    schema: 'nothing-stated',
    endorsements: 'nothing-stated',
  };
}
