import { completeChecks } from './complete-checks.ts';
import type { EndorsementView, Report, SkillReading } from './core/report.ts';
import { describeRefusal } from './describe-refusal.ts';
import {
  type CheckOutput,
  type EndorsementOutput,
  type PartOutput,
  partOutput,
  type SkillOutput,
} from './schemas.ts';

/** A date for pages, or null where the text is none. */
export function readDate(text: string | null | undefined): Date | null {
  return text && !Number.isNaN(Date.parse(text)) ? new Date(text) : null;
}

/** The eight lines of a report for pages. */
export function presentChecks(report: Report, now: Date): CheckOutput[] {
  return completeChecks(
    report.checks.map((check) => ({ ...check, at: new Date(check.at) })),
    now,
  );
}

/** What is wrong with the subject of a report, in words; nulls when nothing is. */
export function presentRefusal(report: Report): { sentence: string | null; hint: string | null } {
  const deciding = report.findings.find((finding) => finding.code === report.code) ?? {};
  return describeRefusal(report.code, deciding, report.credential);
}

/** A skill as read just now, for pages. */
export function presentReading(skill: SkillReading): SkillOutput {
  const idle = skill.source === 'alignment' ? ('not-counted' as const) : ('proposed' as const);
  return {
    skillKey: skill.skillKey,
    label: skill.label,
    uri: skill.uri,
    level: skill.level,
    source: skill.source,
    state: skill.counts ? 'proven' : idle,
    namedByIssuer: skill.source !== 'name',
    words: skill.words,
  };
}

/** What somebody else says about a credential, for pages. */
export function presentEndorsement(view: EndorsementView): EndorsementOutput {
  const { about, issuer, since, until, comment, stands, problem } = view;
  const name = issuer.name ?? issuer.id;
  return {
    about,
    issuerName: name,
    since: readDate(since),
    until: readDate(until),
    comment,
    stands,
    problem,
  };
}

/** A credential that lies in another one, as pages show it and as it is stored with the whole. */
export function presentPart(report: Report, now: Date): PartOutput {
  const { credential } = report;
  return {
    format: report.format,
    // One that could not be read is known by the name of its file.
    title: credential?.title ?? report.label,
    issuerName: credential?.issuer.name ?? credential?.issuer.id ?? null,
    signed: credential?.signed ?? false,
    verdict: report.verdict,
    code: report.code,
    ...presentRefusal(report),
    bound: report.bound,
    validUntil: readDate(credential?.validUntil),
    tier: report.tier,
    checks: presentChecks(report, now),
    skills: report.skills.map(presentReading),
    parts: report.parts.map((part) => presentPart(part, now)),
  };
}

/** Parts as stored, read back; what another version stored in a shape of its own is left out. */
export function readParts(stored: unknown): PartOutput[] {
  const read = partOutput.array().safeParse(reviveDates(stored));
  return read.success ? read.data : [];
}

const dateNames = ['at', 'validUntil'];

function reviveDates(stored: unknown): unknown {
  return JSON.parse(JSON.stringify(stored ?? []), (name, value) =>
    dateNames.includes(name) && typeof value === 'string' ? new Date(value) : value,
  );
}

/** The same parts without what was found about their recipient, for readers who may not see it. */
export function hideRecipients(parts: readonly PartOutput[]): PartOutput[] {
  return parts.map((part) => ({
    ...part,
    checks: part.checks.map(hideRecipient),
    parts: hideRecipients(part.parts),
  }));
}

/**
 * The line about the recipient names an address or a DID: what it found stays, whom it found does not. Share links
 * carry names and mail addresses as well, so where a document was fetched is not told either.
 */
export function hideRecipient(check: CheckOutput): CheckOutput {
  if (check.name === 'well-formed') return { ...check, source: null };
  if (check.name !== 'recipient') return check;
  return {
    ...check,
    message: 'Whom it names is shown to the holder and to employers they chose.',
    source: null,
  };
}
