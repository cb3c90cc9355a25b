/** The part of a verification report that the page shows. Same words and order as the report itself. */

export type CheckName =
  | 'well-formed'
  | 'proof'
  | 'issuer'
  | 'recipient'
  | 'dates'
  | 'status'
  | 'schema'
  | 'endorsements';
export type CheckResult = 'pass' | 'fail' | 'unknown' | 'not-applicable';
export type Verdict = 'valid' | 'invalid' | 'unknown';
/** Whether the credential was shown to belong to the person it is shown for. */
export type Bound = 'yes' | 'no' | 'not-asked';
export type CredentialKind = 'badge' | 'certificate' | 'portfolio';

/** One line of a report; a missing line is shown as unknown, never left out. */
export type CheckLine = {
  name: CheckName;
  result: CheckResult;
  code: string;
  message: string;
  source: string | null;
  /** ISO time of this check. */
  at: string;
};

/** A blockchain anchor: what can be proven without asking anybody, and what explorers confirmed. */
export type AnchorLine = {
  chain: string;
  transaction: string | null;
  offline: CheckResult;
  onChain: CheckResult;
  detail: string;
  isDemo: boolean;
};

/** One skill read from a credential. */
export type SkillLine = {
  label: string;
  level: 1 | 2 | 3 | 4 | null;
  source: 'alignment' | 'tag' | 'name';
  counts: boolean;
};

/** The eight checks, always all, always in this order. */
export const checkNames: readonly CheckName[] = [
  'well-formed',
  'proof',
  'issuer',
  'recipient',
  'dates',
  'status',
  'schema',
  'endorsements',
];
