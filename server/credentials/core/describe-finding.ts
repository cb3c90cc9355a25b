import { codeTexts } from './codes.ts';
import type { CredentialView, Finding } from './report.ts';

/** The part of a finding that its sentence is made from. */
export type FindingFacts = Pick<Finding, 'code' | 'detail' | 'source'>;

/** The part of a credential that sentences name. */
export type NamedIssuer = { issuer: Pick<CredentialView['issuer'], 'id' | 'name'> };

/** The sentence about a finding, with its particulars filled in. */
export function describeFinding(finding: FindingFacts, view: NamedIssuer | null): string {
  return fill(codeTexts[finding.code].sentence, finding, view);
}

/** How to mend a finding, with its particulars filled in. */
export function describeMend(finding: FindingFacts, view: NamedIssuer | null): string {
  return fill(codeTexts[finding.code].hint, finding, view);
}

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

function fill(template: string, { detail, source }: FindingFacts, view: NamedIssuer | null): string {
  const issuer = view?.issuer.name ?? view?.issuer.id ?? 'the issuer';
  const host = source !== undefined && URL.canParse(source) ? new URL(source).host : 'its address';
  const filled = template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    if (name === 'issuer') return issuer;
    if (name === 'host') return host;
    if (name === 'reason') return detail === '' ? '' : ` (${detail})`;
    if (name === 'date' && !Number.isNaN(Date.parse(detail))) return day.format(new Date(detail));
    return detail === '' ? 'not stated' : detail;
  });
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
