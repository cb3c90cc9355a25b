export { createOrganization } from './create-organization.ts';
export { type AuditEntry, appendAudit } from './store/audit.ts';
export { countMembers, findMembership, insertMember, listMemberships } from './store/organizations.ts';
