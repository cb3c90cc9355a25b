/** What a role may do, for pages that show or hide a button by the same table that procedures ask. */
export { may } from '#server/organizations/core/permissions.ts';
