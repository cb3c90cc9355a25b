import { type Examination, plainExamination } from '../core/examination.ts';
import type { Finding } from '../core/report.ts';
import { statesOfUnread } from '../core/states.ts';

const proofCodes: Finding['code'][] = ['unsupported-suite', 'key-missing'];

/** A document that could not be taken further, with the one finding that says why. */
export function leaveUnread(format: string, finding: Finding): Examination {
  return {
    ...plainExamination,
    format,
    payload: null,
    findings: [finding],
    states: statesOfUnread,
    recipient: { subjectId: null, identities: [] },
    credential: null,
    canBeWithdrawn: false,
    yieldsSkills: false,
    statusLists: [],
  };
}

/** A document of a kind that is not verified here. */
export function refuseKind(format: string, code: Finding['code'], detail: string): Examination {
  return leaveUnread(format, { code, check: proofCodes.includes(code) ? 'proof' : 'well-formed', detail });
}
