export type { Achievement, IssuedDocument, IssueOrder } from './core/order.ts';
export { ensureProfile } from './ensure-profile.ts';
export { issueCredential, issueCredentials } from './issue-credential.ts';
export { listIssuedCredentials } from './list-issued.ts';
export { listProfile } from './list-profile.ts';
export { revokeIssued } from './revoke-issued.ts';
export { serveIssuingDocument } from './serve-document.ts';
