import { describeMend } from '#server/credentials/core/describe-finding.ts';
import type { CheckResult, Report } from '#server/credentials/core/report.ts';
import { tierRules } from '#server/credentials/core/tier.ts';

/** One report as a line of JSON, in the shape that programs may rely on. */
export function printLine(file: string, report: Report): string {
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
  return `${JSON.stringify({ file, format, verdict, code, bound, checks, skills })}\n`;
}

const marks: Record<CheckResult, string> = { pass: '✓', fail: '✗', unknown: '?', 'not-applicable': '–' };

const whose: Record<Report['bound'], string> = {
  yes: ', issued to this person',
  no: ', not shown to be issued to this person',
  'not-asked': '',
};

/** One report for people. */
export function printText(file: string, report: Report): string {
  const { credential, checks, findings, skills, tier } = report;
  const rule = tierRules.find(({ id }) => id === tier.rule);
  const lines = [
    `${file}: ${report.verdict}${report.code ? ` (${report.code})` : ''}${whose[report.bound]}`,
    ...(credential
      ? [`  ${credential.title ?? 'Untitled'} · ${credential.issuer.name ?? credential.issuer.id ?? '?'}`]
      : []),
    ...checks.map(({ name, result, message }) => `  ${marks[result]} ${name.padEnd(13)} ${message}`),
    ...(findings[0] ? [`  → ${describeMend(findings[0], credential)}`] : []),
    ...(rule ? [`  evidence ${tier.level}: ${rule.sentence}`] : []),
    ...skills.map((skill) => {
      const level = skill.level === null ? '' : `, level ${skill.level}`;
      return `  skill ${skill.label}${level} (${skill.source}${skill.counts ? '' : ', does not count'})`;
    }),
  ];
  return `${lines.join('\n')}\n\n`;
}
