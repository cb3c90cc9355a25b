import type { Identity } from './recipient.ts';
import {
  type AnchorView,
  type CheckName,
  type CredentialView,
  checkNames,
  type EndorsementView,
  type Finding,
  type RefreshedCopy,
  type StatusEntry,
} from './report.ts';

/** How far a check came: carried out, not carried out, or with nothing to check. */
export type CheckState = 'done' | 'not-done' | 'nothing-stated';

/**
 * What a format made of a document: everything that its report is made from, but nothing about who asks. Formats only
 * differ in how they fill it.
 */
export type Examination = {
  /** Name of the file inside an archive; null for what was handed in by itself. */
  label: string | null;
  /** Short name of the format, such as `ob3-jwt`. */
  format: string;
  /** The text whose hash tells this credential from others: what was signed, never its wrapping. Null when nothing was read. */
  payload: string | null;
  findings: Finding[];
  states: Record<CheckName, CheckState>;
  /** Remarks that replace the usual message of a check without findings. */
  remarks: Partial<Record<CheckName, string>>;
  /** Whom it names. */
  recipient: { subjectId: string | null; identities: Identity[] };
  credential: CredentialView | null;
  /** True when a status list or revocation list goes with it. */
  canBeWithdrawn: boolean;
  /** False for what speaks about somebody else's badge, such as an endorsement. */
  yieldsSkills: boolean;
  /** Lists that a later look must ask again. */
  statusLists: string[];
  /** The places in those lists, for formats that have places. */
  statusEntries: StatusEntry[];
  /** Credentials inside, each examined alone; they never change the verdict about the whole. */
  parts: Examination[];
  /** What others say about it, each verified alone; they never change the verdict. */
  endorsements: EndorsementView[];
  /** The newer copy that this is about, in place of the document handed in. */
  refreshed: RefreshedCopy | null;
  /** The blockchain entry it names, for formats that have one. */
  anchor: AnchorView | null;
};

/** True when nothing is wrong with it and every check that says so was carried out; whose it is does not matter. */
export function standsAlone({ findings, states }: Pick<Examination, 'findings' | 'states'>): boolean {
  const isIncomplete = checkNames.some((name) => name !== 'recipient' && states[name] === 'not-done');
  return findings.length === 0 && !isIncomplete;
}

/** The parts of an examination that most formats leave as they are. */
export const plainExamination = {
  label: null,
  remarks: {},
  statusEntries: [],
  parts: [],
  endorsements: [],
  refreshed: null,
  anchor: null,
} satisfies Partial<Examination>;
