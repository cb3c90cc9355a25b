export { createOrganization } from './create-organization.ts';
export { appendAudit } from './store/audit.ts';
export { findMembership, insertMember, listMemberships } from './store/organizations.ts';
