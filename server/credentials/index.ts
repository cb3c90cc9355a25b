export { checkBadge } from './check-badge.ts';
export { bundledContexts } from './contexts/bundled-contexts.ts';
export { decideProposal } from './decide-proposal.ts';
export { findOwnCredentials } from './find-credentials.ts';
export { getIssuer } from './get-issuer.ts';
export {
  getOriginal,
  getProof,
  holderReader,
  isProofPublic,
  knowsHolder,
  type ProofReader,
} from './get-proof.ts';
export { getCredentials, getWallet, getWalletOverview, listWalletPage } from './get-wallet.ts';
export { dismissItems, listImports } from './list-imports.ts';
export { maskCredential } from './mask-credential.ts';
export { readSubmission, receiveImport, type Submission } from './receive-import.ts';
export { refreshRegistries } from './refresh-registries.ts';
export { removeCredential } from './remove-credential.ts';
export { requestRecheck } from './request-recheck.ts';
export { searchIssuers } from './search-issuers.ts';
export { getCard, getShown, listSharing, sharePublicly, showOnProfile } from './share-credential.ts';
export { signProof } from './sign-report.ts';
export { type CachedFetch, rememberAnswers, verifyBytes } from './verify-bytes.ts';
export { verifyDisclosedPresentation, verifyPresentation } from './verify-presentation.ts';
export { warmUpVerifier } from './warm-up-verifier.ts';
