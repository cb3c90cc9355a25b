import { readInstant, skewMs } from './dates.ts';
import { isBadge, modelOf } from './envelope.ts';
import type { TokenFact } from './facts.ts';
import { idOf, type Json, type JsonObject, objectsOf, textOf } from './json.ts';
import type { Finding } from './report.ts';

const latestSecond = Date.UTC(9999, 11, 31) / 1000;
const joseTypes = ['vc+jwt', 'vc+ld+jwt', 'vc+ld+json+jwt'];

const mismatch = (claim: string, detail: string): Finding => ({
  code: 'claims-mismatch',
  check: 'proof',
  detail: `${claim}: ${detail}`,
  source: claim,
});

/** Claims of a VC-JWT against the credential inside it (verification.md §2.6, table of claims). */
export function judgeClaims(token: TokenFact, credential: JsonObject): Finding[] {
  const { body, header, form } = token;
  const isJose = joseTypes.includes(textOf(header.typ)?.toLowerCase() ?? '');
  const strict = form === 'body' && !isJose && isBadge(credential);
  return [
    ...judgeType(header.typ, isJose, form),
    ...judgeForm(credential, form, isBadge(credential) && !isJose),
    ...compareIssuer(body.iss, credential, strict),
    ...compareText('sub', body.sub, objectsOf(credential.credentialSubject)[0]?.id, strict),
    ...compareText('jti', body.jti, credential.id, strict),
    ...compareDate('nbf', body.nbf, credential.validFrom ?? credential.issuanceDate, strict),
    ...(isJose
      ? []
      : compareDate('exp', body.exp, credential.validUntil ?? credential.expirationDate, false)),
  ];
}

function judgeType(typ: Json | undefined, isJose: boolean, form: TokenFact['form']): Finding[] {
  if (isJose) return form === 'body' ? [] : [mismatch('vc', 'must not be there with this typ')];
  const known = typ === undefined || (typeof typ === 'string' && typ.toUpperCase() === 'JWT');
  return known ? [] : [mismatch('typ', 'is none of those for credentials')];
}

function judgeForm(credential: JsonObject, form: TokenFact['form'], isPlainBadge: boolean): Finding[] {
  const model = modelOf(credential);
  if (form === 'vc-claim' && model === '2.0') return [mismatch('vc', 'holds a credential of data model 2.0')];
  return form === 'body' && isPlainBadge && model === '1.1'
    ? [mismatch('vc', 'is missing for a credential of data model 1.1')]
    : [];
}

function compareIssuer(iss: Json | undefined, credential: JsonObject, strict: boolean): Finding[] {
  const inside = credential.issuer === '' ? '' : idOf(credential.issuer);
  if (iss === undefined) return strict ? [mismatch('iss', 'is missing')] : [];
  return inside === null || inside === iss ? [] : [mismatch('iss', 'is not the issuer of the credential')];
}

/** Where one side says nothing the other is used, except for the claims that OB 3.0 demands. */
function compareText(
  claim: string,
  outside: Json | undefined,
  inside: Json | undefined,
  strict: boolean,
): Finding[] {
  const [outer, inner] = [outside ?? null, inside ?? null];
  if (outer !== null && inner !== null)
    return outer === inner ? [] : [mismatch(claim, 'differs from the credential')];
  const isNeeded = strict && (inner !== null || claim === 'jti');
  return isNeeded && outer === null ? [mismatch(claim, 'is missing')] : [];
}

function compareDate(
  claim: string,
  seconds: Json | undefined,
  text: Json | undefined,
  strict: boolean,
): Finding[] {
  if (seconds === undefined) return strict ? [mismatch(claim, 'is missing')] : [];
  if (!isNumericDate(seconds) || text === undefined || text === null) return [];
  const instant = typeof text === 'string' ? readInstant(text) : null;
  const same = instant !== null && Math.floor(instant.ms / 1000) === Math.floor(seconds);
  return same ? [] : [mismatch(claim, 'differs from the date in the credential')];
}

function isNumericDate(value: Json): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= latestSecond;
}

/** `nbf` and `exp` of the token itself against the clock. */
export function judgeTokenDates(body: JsonObject, now: Date): Finding[] {
  const findings: Finding[] = [];
  for (const claim of ['nbf', 'exp', 'iat'] as const) {
    const value = body[claim];
    if (value !== undefined && !isNumericDate(value))
      findings.push({
        code: 'malformed',
        check: 'dates',
        detail: `${claim} is no number of seconds`,
        source: claim,
      });
  }
  const { nbf, exp } = body;
  if (exp !== undefined && isNumericDate(exp) && exp * 1000 <= now.getTime())
    findings.push({
      code: 'expired',
      check: 'dates',
      detail: new Date(exp * 1000).toISOString(),
      source: 'exp',
    });
  if (nbf !== undefined && isNumericDate(nbf) && nbf * 1000 > now.getTime() + skewMs)
    findings.push({
      code: 'not-yet-valid',
      check: 'dates',
      detail: new Date(nbf * 1000).toISOString(),
      source: 'nbf',
    });
  return findings;
}
