export { weighCredentials } from './cover-applications.ts';
export { explainCandidate, refuseWithdrawn } from './explain-candidate.ts';
export { getMyCoverages, getMyEvidence, previewCoverage } from './get-my-coverage.ts';
export { identifyPeople, notApplied, type PersonOfJob } from './identify-people.ts';
export { type CoverageFacts, maskFacts } from './present-coverage.ts';
export { coverPeople, rankForJob } from './rank-candidates.ts';
export { type FieldEntry, scanField } from './scan-field.ts';
export { backsEvidence, listBackingCredentials } from './store/evidence.ts';
export { findFindable } from './store/people.ts';
