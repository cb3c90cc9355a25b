import { isFindingCode } from './core/codes.ts';
import { describeFinding, describeMend, type NamedIssuer } from './core/describe-finding.ts';
import { importRefusals } from './core/import-refusals.ts';
import { anchorStage } from './core/judge-anchor.ts';
import { sealStage } from './core/judge-edc.ts';

/** What a refusal's sentence is made from, as stored or as just found. */
export interface RefusalFacts {
  detail?: string | null | undefined;
  source?: string | null | undefined;
}

/** The stage at which a finding was made, for the words of the pages. */
export function stageOf(source: string | null | undefined): 'anchor' | 'seal' | null {
  return source === anchorStage || source === sealStage ? source : null;
}

/** What is wrong and how to mend it, in words, for a code. Nulls when there is no code. */
export function describeRefusal(
  code: string | null,
  { detail, source }: RefusalFacts,
  view: NamedIssuer | null,
): { sentence: string | null; hint: string | null } {
  if (code === null) return { sentence: null, hint: null };
  const own = importRefusals[code];
  if (own) return own;
  if (!isFindingCode(code)) return { sentence: 'It was refused.', hint: null };
  const finding = { code, detail: detail ?? '', ...(source ? { source } : {}) };
  return { sentence: describeFinding(finding, view), hint: describeMend(finding, view) };
}
