export { ensureCandidate } from './ensure-candidate.ts';
export { blockOrganization, getProfile, stateSkill } from './get-profile.ts';
export { getOwnPage, getPublicPage, isOpenTo, renewPage } from './get-public-page.ts';
export { findCandidate, updateCandidate } from './store/candidates.ts';
export { listBlocks, removeBlock, removeStatedSkill } from './store/statements.ts';
