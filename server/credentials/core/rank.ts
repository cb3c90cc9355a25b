import type { Finding, FindingCode, Verdict } from './report.ts';

type Row = { code: FindingCode; soft?: true; outcome: Verdict };

/** The fixed ranking of verification.md §1: the first finding in this order decides. */
export const ranking: readonly Row[] = [
  { code: 'malformed', outcome: 'invalid' },
  { code: 'not-a-credential', outcome: 'invalid' },
  { code: 'unsupported-version', outcome: 'unknown' },
  { code: 'ssrf-blocked', outcome: 'unknown' },
  { code: 'key-missing', outcome: 'unknown' },
  { code: 'context-unknown', outcome: 'invalid' },
  { code: 'context-tampered', outcome: 'invalid' },
  { code: 'schema', outcome: 'invalid' },
  { code: 'missing-proof', outcome: 'invalid' },
  { code: 'unsupported-suite', outcome: 'unknown' },
  { code: 'signature', outcome: 'invalid' },
  { code: 'anchor-mismatch', outcome: 'invalid' },
  { code: 'key-revoked', outcome: 'invalid' },
  { code: 'issuer-unbound', outcome: 'invalid' },
  { code: 'verification-scope', outcome: 'invalid' },
  { code: 'revoked', outcome: 'invalid' },
  { code: 'suspended', outcome: 'invalid' },
  { code: 'expired', outcome: 'invalid' },
  { code: 'not-yet-valid', outcome: 'invalid' },
  { code: 'claims-mismatch', outcome: 'invalid' },
  { code: 'recipient-mismatch', outcome: 'invalid' },
  { code: 'schema', soft: true, outcome: 'invalid' },
  { code: 'context-tampered', soft: true, outcome: 'invalid' },
  { code: 'status-list-invalid', outcome: 'unknown' },
  { code: 'status-unavailable', outcome: 'unknown' },
  { code: 'issuer-unresolvable', outcome: 'unknown' },
];

/** Codes outside the ranking stand where the row they belong to stands (verification.md §8.1). */
const sameAs: Partial<Record<FindingCode, FindingCode>> = {
  'too-large': 'malformed',
  'layout-changed': 'issuer-unresolvable',
  'platform-page': 'issuer-unresolvable',
  replayed: 'claims-mismatch',
};

/** The place of a finding in the ranking, 0 first. */
export function rankOf(finding: Pick<Finding, 'code' | 'soft'>): number {
  const code = sameAs[finding.code] ?? finding.code;
  const soft = finding.soft === true;
  const exact = ranking.findIndex((row) => row.code === code && (row.soft ?? false) === soft);
  return exact >= 0 ? exact : ranking.findIndex((row) => row.code === code);
}

/** What a finding alone would make of the verdict. */
export function outcomeOf(finding: Pick<Finding, 'code' | 'soft'>): Verdict {
  return ranking[rankOf(finding)]?.outcome ?? 'unknown';
}

/** The findings by rank, those of one rank in the order they were made. */
export function sortByRank(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => rankOf(a) - rankOf(b));
}

/** The verdict and the finding that decides it; no finding means valid. */
export function decide(findings: readonly Finding[]): { verdict: Verdict; deciding: Finding | null } {
  const [deciding] = sortByRank(findings);
  return deciding ? { verdict: outcomeOf(deciding), deciding } : { verdict: 'valid', deciding: null };
}
