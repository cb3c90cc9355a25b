import { codeTexts } from './codes.ts';
import type { CredentialView, Finding } from './report.ts';

/** The sentence about a finding, with its particulars filled in. */
export function describeFinding(finding: Finding, view: CredentialView | null): string {
  return fill(codeTexts[finding.code].sentence, finding, view);
}

/** How to mend a finding, with its particulars filled in. */
export function describeMend(finding: Finding, view: CredentialView | null): string {
  return fill(codeTexts[finding.code].hint, finding, view);
}

function fill(template: string, { detail, source }: Finding, view: CredentialView | null): string {
  const issuer = view?.issuer.name ?? view?.issuer.id ?? 'the issuer';
  const host = source !== undefined && URL.canParse(source) ? new URL(source).host : 'its address';
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    if (name === 'issuer') return issuer;
    if (name === 'host') return host;
    if (name === 'reason') return detail === '' ? '' : ` (${detail})`;
    return detail === '' ? 'not stated' : detail;
  });
}
