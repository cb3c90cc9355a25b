import { describeFinding } from './describe-finding.ts';
import type { Examination } from './examination.ts';
import { decide, outcomeOf, sortByRank } from './rank.ts';
import { readSkills, type SkillResolver } from './read-skills.ts';
import type { Binding } from './recipient.ts';
import { type Check, type CheckName, checkNames, type Report, type Tier, type Verdict } from './report.ts';
import { rateTier } from './tier.ts';

/** Everything a report is made from: what the format found, and who asked. */
export type ReportParts = Omit<Examination, 'recipient' | 'payload' | 'parts'> & {
  container: string;
  binding: Binding;
  payloadHash: string;
  parts: Report[];
  resolver: SkillResolver;
  /** Where the bytes came from, if they were fetched. */
  sourceUrl: string | null;
  now: Date;
  tookMs: Partial<Record<CheckName, number>>;
};

const passed: Record<CheckName, string> = {
  'well-formed': 'It can be read, and its vocabulary is known.',
  proof: 'It is as the issuer made it.',
  issuer: 'The issuer stands behind it with an address or key of its own.',
  recipient: 'It was issued to the person asked about.',
  dates: 'It is in force.',
  status: 'The issuer has not withdrawn it.',
  schema: 'Every required part is there.',
  endorsements: 'Every endorsement of it stands.',
};

const unstated: Partial<Record<CheckName, string>> = {
  status: 'The issuer states no way to withdraw it.',
  schema: 'It names no schema that is known here.',
  endorsements: 'Nobody endorses it.',
};

/** Puts findings, states and what the document says together: eight checks, a verdict, skills and tier. Pure. */
export function composeReport(parts: ReportParts): Report {
  const { findings, credential, binding, format, container, payloadHash } = parts;
  const at = parts.now.toISOString();
  const checks = checkNames.map((name) => composeCheck(name, at, parts));
  const { verdict, deciding } = decide(findings);
  const final = verdict === 'valid' && isIncomplete(checks) ? 'unknown' : verdict;
  const tier: Tier =
    credential === null
      ? { level: 0, rule: 'not-standing' }
      : rateTier(credential, final, parts.canBeWithdrawn, parts.anchor);
  return {
    label: parts.label,
    format,
    container,
    verdict: final,
    code: deciding?.code ?? null,
    bound: binding.bound,
    checks,
    findings: sortByRank(findings),
    credential,
    skills:
      credential === null || !parts.yieldsSkills
        ? []
        : readSkills(credential, parts.resolver, mayCount(final, parts)),
    tier,
    payloadHash,
    parts: parts.parts,
    endorsements: parts.endorsements,
    refreshed: parts.refreshed,
    anchor: parts.anchor,
    watch: {
      statusLists: parts.statusLists,
      statusEntries: parts.statusEntries,
      ttlMs: shortestOf(parts.statusEntries.map((entry) => entry.ttlMs)),
      validUntil: credential?.validUntil ?? null,
      validFrom: credential?.validFrom ?? null,
    },
  };
}

function shortestOf(times: (number | null)[]): number | null {
  const stated = times.filter((time) => time !== null);
  return stated.length === 0 ? null : Math.min(...stated);
}

function mayCount(verdict: Verdict, { credential, binding }: ReportParts): boolean {
  return verdict === 'valid' && credential?.signed === true && binding.bound !== 'no';
}

/** A check that was not carried out never makes a pass, even if nothing was found. */
function isIncomplete(checks: Check[]): boolean {
  return checks.some((check) => check.name !== 'recipient' && check.result === 'unknown');
}

function composeCheck(name: CheckName, at: string, parts: ReportParts): Check {
  const { findings, credential } = parts;
  const frame = { name, at, tookMs: Math.round((parts.tookMs[name] ?? 0) * 1000) / 1000 };
  const own = findings.length === 0 ? findings : findings.filter((finding) => finding.check === name);
  const [first] = own.length < 2 ? own : sortByRank(own);
  if (name === 'recipient' && !first) return { ...frame, ...composeRecipient(parts) };
  if (first) {
    const result = outcomeOf(first) === 'invalid' ? 'fail' : 'unknown';
    const message = describeFinding(first, credential);
    return { ...frame, result, code: first.code, message, source: first.source ?? null };
  }
  const source = name === 'well-formed' ? parts.sourceUrl : null;
  return { ...frame, source, ...composeQuiet(name, parts) };
}

function composeQuiet(
  name: CheckName,
  { states, remarks }: ReportParts,
): Pick<Check, 'result' | 'code' | 'message'> {
  const remark = remarks[name];
  switch (states[name]) {
    case 'done':
      return { result: 'pass', code: 'ok', message: remark ?? passed[name] };
    case 'nothing-stated':
      return {
        result: 'not-applicable',
        code: 'not-stated',
        message: remark ?? unstated[name] ?? 'Nothing to check.',
      };
    case 'not-done':
      return { result: 'unknown', code: 'not-checked', message: remark ?? 'This could not be checked.' };
  }
}

function composeRecipient({
  binding,
  states,
  remarks,
}: ReportParts): Pick<Check, 'result' | 'code' | 'message' | 'source'> {
  const { bound, detail } = binding;
  if (bound === 'not-asked')
    return {
      result: 'not-applicable',
      code: 'not-asked',
      message: 'Nobody was named to compare it with.',
      source: null,
    };
  if (states.recipient === 'not-done')
    return {
      result: 'unknown',
      code: 'not-checked',
      message: remarks.recipient ?? 'This could not be checked.',
      source: null,
    };
  if (bound === 'yes')
    return { result: 'pass', code: 'ok', message: `It was issued to this person: ${detail}.`, source: null };
  const message = 'It is issued to somebody else, or to an address or DID that is not confirmed.';
  return { result: 'fail', code: 'recipient-mismatch', message, source: null };
}
