import { isObject, type JsonObject, textOf, textsOf } from './json.ts';
import type { Finding } from './report.ts';

/** The host with its port if one is written; http and https of one host count as the same (OB 2.0 compares hosts). */
export function hostOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && !url.username && !url.password ? url.host.toLowerCase() : null;
}

/** True when `address` begins with `prefix` as addresses, so that a prefix never ends inside a host name. */
export function startsWithAddress(address: string, prefix: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(prefix)) return false;
  const [url, start] = [new URL(address), new URL(prefix)];
  if (url.username || url.password || start.username || start.password) return false;
  return url.protocol === start.protocol && url.host === start.host && url.href.startsWith(start.href);
}

/**
 * Whether a hosted document may stand where it stands (OB 2.0 "VerificationObject", verification.md §2.1).
 * `address` is where it was really fetched, `issuer` the fetched profile, `issuerAddress` where that was fetched.
 */
export function judgeScope(
  address: string,
  issuer: JsonObject,
  issuerAddress: string,
  what: 'assertion' | 'badge class' | 'endorsement',
): Finding[] {
  const rules = isObject(issuer.verification) ? issuer.verification : {};
  const property = textOf(rules.verificationProperty);
  if (property !== null && property !== 'id')
    return [{ code: 'unsupported-suite', check: 'issuer', detail: `hosted verification by ${property}` }];
  const prefixes = textsOf(rules.startsWith);
  const origins = textsOf(rules.allowedOrigins).map(
    (origin) => hostOf(origin) ?? hostOf(`https://${origin}`) ?? origin,
  );
  const host = hostOf(address) ?? '';
  const outside =
    (prefixes.length > 0 && !prefixes.some((prefix) => startsWithAddress(address, prefix))) ||
    (origins.length > 0 && !origins.includes(host)) ||
    (prefixes.length === 0 && origins.length === 0 && host !== hostOf(issuerAddress));
  if (!outside) return [];
  const detail = `the ${what} is at ${address}, which ${issuerAddress} does not allow`;
  return [{ code: 'verification-scope', check: 'issuer', detail, source: address }];
}
