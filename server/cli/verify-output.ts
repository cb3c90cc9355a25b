import { describeMend } from '#server/credentials/core/describe-finding.ts';
import type { AnchorView, CheckResult, Report } from '#server/credentials/core/report.ts';
import { tierRules } from '#server/credentials/core/tier.ts';
import { describeIssuer, type FindIssuer } from './registry-files.ts';

/** One report as a line of JSON, in the shape that programs may rely on; credentials inside have the same shape. */
export function printLine(file: string, report: Report, issuerOf: FindIssuer): string {
  return `${JSON.stringify({ file, ...describe(report, issuerOf) })}\n`;
}

function describe(report: Report, issuerOf: FindIssuer): object {
  const { format, verdict, code, bound } = report;
  const checks = report.checks.map(({ name, result, code: found, message }) => ({
    name,
    result,
    code: found,
    message,
  }));
  const skills = report.skills.map(({ label, uri, level, source, counts }) => ({
    label,
    uri,
    level,
    source,
    counts,
  }));
  const parts = report.parts.map((part) => ({
    title: part.credential?.title ?? null,
    ...describe(part, issuerOf),
  }));
  const found = issuerOf(report);
  const issuer = found === null ? {} : { issuer: found };
  const anchor = report.anchor === null ? {} : { anchor: report.anchor };
  return { format, verdict, code, bound, checks, skills, ...issuer, ...anchor, parts };
}

const marks: Record<CheckResult, string> = { pass: '✓', fail: '✗', unknown: '?', 'not-applicable': '–' };

const whose: Record<Report['bound'], string> = {
  yes: ', issued to this person',
  no: ', not shown to be issued to this person',
  'not-asked': '',
};

/** What can be proven without asking anybody, and what the chain says, each on a line. */
function describeAnchor({ chain, transaction, offline, onChain, detail }: AnchorView): string[] {
  const entry = [chain, transaction, detail].filter(Boolean).join(' · ');
  return [
    `  ${marks[offline]} ${'offline'.padEnd(13)} The document, its receipt and the root.`,
    `  ${marks[onChain]} ${'on chain'.padEnd(13)} ${entry}`,
  ];
}

/** One report for people. */
export function printText(file: string, report: Report, issuerOf: FindIssuer): string {
  const issuer = issuerOf(report);
  const { credential, checks, findings, skills, tier } = report;
  const rule = tierRules.find(({ id }) => id === tier.rule);
  const lines = [
    `${file}: ${report.verdict}${report.code ? ` (${report.code})` : ''}${whose[report.bound]}`,
    ...(credential
      ? [`  ${credential.title ?? 'Untitled'} · ${credential.issuer.name ?? credential.issuer.id ?? '?'}`]
      : []),
    ...(issuer ? [describeIssuer(issuer)] : []),
    ...checks.map(({ name, result, message }) => `  ${marks[result]} ${name.padEnd(13)} ${message}`),
    ...(report.anchor ? describeAnchor(report.anchor) : []),
    ...(findings[0] ? [`  → ${describeMend(findings[0], credential)}`] : []),
    ...(rule ? [`  evidence ${tier.level}: ${rule.sentence}`] : []),
    ...skills.map((skill) => {
      const level = skill.level === null ? '' : `, level ${skill.level}`;
      return `  skill ${skill.label}${level} (${skill.source}${skill.counts ? '' : ', does not count'})`;
    }),
    ...report.parts.flatMap((part) => printPart(part, '  ')),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** A credential inside, a line each, with what keeps it from standing. */
function printPart(part: Report, indent: string): string[] {
  const { verdict, code, checks, credential, parts } = part;
  const mark = { valid: marks.pass, invalid: marks.fail, unknown: marks.unknown }[verdict];
  const name = `${credential?.title ?? 'Untitled'} · ${credential?.issuer.name ?? credential?.issuer.id ?? '?'}`;
  const wrong = checks.filter(({ result }) => result === 'fail' || result === 'unknown');
  return [
    `${indent}part ${mark} ${name}: ${verdict}${code ? ` (${code})` : ''}${whose[part.bound]}`,
    ...wrong.map((check) => `${indent}  ${marks[check.result]} ${check.name.padEnd(13)} ${check.message}`),
    ...parts.flatMap((inner) => printPart(inner, `${indent}  `)),
  ];
}
