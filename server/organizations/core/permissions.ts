/** The roles of a member, most powerful first. */
export const roles = ['owner', 'recruiter', 'hiring-manager', 'interviewer', 'auditor'] as const;
export type Role = (typeof roles)[number];

const table = {
  'organization:read': ['owner', 'recruiter', 'hiring-manager', 'interviewer', 'auditor'],
  'organization:write': ['owner'],
  'members:write': ['owner'],
  'audit:read': ['owner', 'recruiter', 'auditor'],
  'policy:write': ['owner', 'recruiter'],
  'jobs:read': ['owner', 'recruiter', 'hiring-manager', 'interviewer', 'auditor'],
  'jobs:write': ['owner', 'recruiter', 'hiring-manager'],
  'candidates:read': ['owner', 'recruiter', 'hiring-manager', 'auditor'],
  'applications:write': ['owner', 'recruiter', 'hiring-manager'],
} as const satisfies Record<string, readonly Role[]>;

/** What a member may be allowed to do; the one table asked by procedures and pages alike. */
export type Permission = keyof typeof table;

/** True when the role may do it. An unknown role or permission refuses. */
export function may(role: string, permission: string): boolean {
  const allowed: readonly string[] | undefined = Object.hasOwn(table, permission)
    ? table[permission as Permission]
    : undefined;
  return allowed?.includes(role) ?? false;
}

/** The roles that a permission is given to. */
export function rolesWith(permission: Permission): readonly Role[] {
  return table[permission];
}
