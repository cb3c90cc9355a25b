import { codeTexts } from './codes.ts';
import type { CredentialView, Finding } from './report.ts';

/** The part of a finding that its sentence is made from. */
export type FindingFacts = Pick<Finding, 'code' | 'detail' | 'source'>;

/** The part of a credential that sentences name. */
export type NamedIssuer = { issuer: Pick<CredentialView['issuer'], 'id' | 'name'> };

/** Words for a code at a stage (the finding's source) about which the usual ones would be wrong. */
const stages: Readonly<Record<string, { sentence: string; hint: string }>> = {
  'issuer-unresolvable anchor': {
    sentence: 'Nobody confirmed the blockchain entry that it names: {detail}.',
    hint: 'Nothing is wrong with your file. It is asked again by itself, and counts once the entry is confirmed.',
  },
  'issuer-unresolvable seal': {
    sentence: 'Its seal leads to no authority that is trusted here: {detail}.',
    hint: 'Whoever runs this installation can add the authority to the ones it trusts.',
  },
  'key-revoked seal': {
    sentence: 'Its seal was made after the certificate behind it had ended on {date}.',
    hint: 'Ask {issuer} for a copy with a new seal.',
  },
  'status-unavailable seal': {
    sentence: 'Nobody can tell whether its seal was made in time: {detail}.',
    hint: 'Ask {issuer} for a copy with a new seal.',
  },
};

function wordsFor({ code, source }: FindingFacts) {
  return stages[`${code} ${source}`] ?? codeTexts[code];
}

/** The sentence about a finding, with its particulars filled in. */
export function describeFinding(finding: FindingFacts, view: NamedIssuer | null): string {
  return fill(wordsFor(finding).sentence, finding, view);
}

/** How to mend a finding, with its particulars filled in. */
export function describeMend(finding: FindingFacts, view: NamedIssuer | null): string {
  return fill(wordsFor(finding).hint, finding, view);
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
