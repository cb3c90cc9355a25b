export { checkBadge } from './check-badge.ts';
export { decideProposal } from './decide-proposal.ts';
export { getOriginal, getProof, isProofPublic, type ProofViewer } from './get-proof.ts';
export { getCredentials, getWallet } from './get-wallet.ts';
export { dismissItems, listImports } from './list-imports.ts';
export { readSubmission, receiveImport, type Submission } from './receive-import.ts';
export { removeCredential, sharePublicly } from './remove-credential.ts';
export { requestRecheck } from './request-recheck.ts';
export { recogniseIssuer } from './store/issuers.ts';
