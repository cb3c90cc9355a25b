export { ensureCandidate } from './ensure-candidate.ts';
export { findCandidate, updateCandidate } from './store/candidates.ts';
