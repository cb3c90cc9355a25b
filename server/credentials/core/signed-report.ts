import type { Check, FindingCode, SkillLevel, Verdict } from './report.ts';

/** The media type of a signed report, as the `typ` of its header. */
export const signedReportType = 'verification-report+jwt';

/** Version of the shape below; a reader refuses versions that it does not know. */
export const signedReportVersion = 1;

/** What was verified, told by hashes alone: a report never carries the document or its holder. */
export type VerifiedDocument = {
  /** SHA-256 (hex) of the bytes as they were handed in. */
  sha256: string;
  format: string;
  container: string;
};

/** What the issuer says, as far as a report repeats it. Dates are ISO 8601. */
export type ReportedCredential = {
  title: string | null;
  issuerId: string | null;
  issuedAt: string | null;
  validUntil: string | null;
};

/** A skill that the credential names, and whether it counted at the time. */
export type ReportedSkill = { label: string; uri: string | null; level: SkillLevel | null; counts: boolean };

/** A verification as it is signed: who said what, and whether it stood at `checkedAt`. */
export type SignedReport = {
  version: typeof signedReportVersion;
  checkedAt: string;
  document: VerifiedDocument;
  verdict: Verdict;
  code: FindingCode | null;
  checks: { name: Check['name']; result: Check['result']; code: string; message: string; at: string }[];
  credential: ReportedCredential | null;
  tier: { level: number; rule: string };
  skills: ReportedSkill[];
};

/** Everything a signed report is made from. */
export type ReportToSign = Omit<SignedReport, 'version' | 'checks'> & {
  checks: readonly (Pick<Check, 'name' | 'result' | 'code' | 'message'> & { at: string | Date })[];
};

/** Whether it was issued to somebody is between that person and the issuer: the line keeps its result and loses its words. */
const recipientWords = 'Whom it names is not part of a signed report.';

/**
 * Makes the content of a signed report (features V14). Members stand in a fixed order, so that the same verification
 * gives the same text.
 */
export function toSignedReport(given: ReportToSign): SignedReport {
  const { checkedAt, document, verdict, code, checks, credential, tier, skills } = given;
  return {
    version: signedReportVersion,
    checkedAt,
    document: { sha256: document.sha256, format: document.format, container: document.container },
    verdict,
    code,
    checks: checks.map(({ name, result, code: found, message, at }) => ({
      name,
      result,
      code: found,
      message: name === 'recipient' ? recipientWords : message,
      at: typeof at === 'string' ? at : at.toISOString(),
    })),
    credential,
    tier: { level: tier.level, rule: tier.rule },
    skills: skills.map(({ label, uri, level, counts }) => ({ label, uri, level, counts })),
  };
}
