export { ensureProfile } from './ensure-profile.ts';
export {
  type Achievement,
  type IssuedDocument,
  type IssueOrder,
  issueCredential,
} from './issue-credential.ts';
export { listIssuedCredentials } from './list-issued.ts';
export { revokeIssued } from './revoke-issued.ts';
export { serveIssuingDocument } from './serve-document.ts';
