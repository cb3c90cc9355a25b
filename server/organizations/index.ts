export { applyPolicy, restorePolicy } from './change-policy.ts';
export { createOrganization } from './create-organization.ts';
export { getActivePolicy, getPolicy, getPolicyVersion, listPolicies } from './get-policy.ts';
export { acceptInvitation, getInvitation, inviteMember, withdrawInvitation } from './invite-member.ts';
export { listAudit } from './list-audit.ts';
export { changeRole, getTeam, removeMember, updateOrganization } from './manage-team.ts';
export { type AuditEntry, appendAudit } from './store/audit.ts';
export {
  countMembers,
  findMembership,
  findZone,
  insertMember,
  listMemberships,
} from './store/organizations.ts';
