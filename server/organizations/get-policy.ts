import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { openPolicy, type TrustPolicy } from './core/trust-policy.ts';
import type { PolicyVersionOutput } from './schemas.ts';
import {
  findNewestPolicy,
  findPolicyVersion,
  listAuthorNames,
  listPolicyVersions,
  type StoredPolicy,
} from './store/trust-policies.ts';

const pageSize = 20;

/** What an organisation lets count now, and its version; 0 = no policy: everything verified counts. */
export async function getActivePolicy(
  organizationId: string,
): Promise<{ version: number; policy: TrustPolicy }> {
  const stored = await findNewestPolicy(organizationId);
  return stored ?? { version: 0, policy: openPolicy };
}

const none: PolicyVersionOutput = {
  version: 0,
  policy: openPolicy,
  author: null,
  reason: '',
  restores: null,
  at: null,
};

async function present(stored: readonly StoredPolicy[]): Promise<PolicyVersionOutput[]> {
  const names = await listAuthorNames(stored.flatMap(({ authorId }) => authorId ?? []));
  return stored.map(({ authorId, ...rest }) => ({
    ...rest,
    author: (authorId && names.get(authorId)) ?? null,
  }));
}

/** The policy in force with who made it, when and why. */
export async function getPolicy(scope: OrgScope): Promise<PolicyVersionOutput> {
  const stored = await findNewestPolicy(scope.organizationId);
  const [shown] = await present(stored ? [stored] : []);
  return shown ?? none;
}

/** One version of the policy; 0 is "none". Errors: `policy.unknown`. */
export async function getPolicyVersion(scope: OrgScope, version: number): Promise<PolicyVersionOutput> {
  if (version === 0) return none;
  const stored = await findPolicyVersion(scope, version);
  const [shown] = await present(stored ? [stored] : []);
  if (!shown) throw new AppError('policy.unknown', 'not-found', 'There is no such version of the policy.');
  return shown;
}

/** The versions of the policy, 20 a page, newest first. */
export async function listPolicies(
  scope: OrgScope,
  cursor: number | null,
): Promise<{ items: PolicyVersionOutput[]; nextCursor: number | null }> {
  const stored = await listPolicyVersions(scope, cursor, pageSize + 1);
  const items = await present(stored.slice(0, pageSize));
  return { items, nextCursor: stored.length > pageSize ? (items.at(-1)?.version ?? null) : null };
}
