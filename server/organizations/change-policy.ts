import type { z } from 'zod';
import { AppError } from '#server/platform/errors.ts';
import { enqueue } from '#server/platform/queue.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { isSamePolicy, openPolicy, type TrustPolicy, toCanonical } from './core/trust-policy.ts';
import { getActivePolicy, getPolicyVersion } from './get-policy.ts';
import type { applyPolicyInput, PolicyVersionOutput, restorePolicyInput } from './schemas.ts';
import { appendAudit } from './store/audit.ts';
import { insertPolicy } from './store/trust-policies.ts';
import { policyChanged } from './tasks.ts';

interface Change {
  basedOn: number;
  policy: TrustPolicy;
  reason: string;
  restores: number | null;
}

function changedMeanwhile(version: number): AppError {
  return new AppError(
    'policy.changed_meanwhile',
    'conflict',
    `Somebody changed the policy: it is at version ${version} now.`,
    'Look at the new version and try your change again.',
    { version },
  );
}

async function write(scope: OrgScope, change: Change, now: Date): Promise<void> {
  const { basedOn, restores, reason } = change;
  const version = basedOn + 1;
  const stored = { version, policy: toCanonical(change.policy), authorId: scope.accountId };
  // The key decides between two who started from the same version.
  if (!(await insertPolicy(scope, { ...stored, reason, restores, at: now }))) throw changedMeanwhile(version);
  await appendAudit({
    organizationId: scope.organizationId,
    actorId: scope.accountId,
    action: restores === null ? 'policy.applied' : 'policy.restored',
    subject: `policy:v${version}`,
    details: { version, ...(restores === null ? { reason } : { restores }) },
  });
  const { organizationId } = scope;
  await enqueue(policyChanged, { organizationId }, { key: `policy:${organizationId}` });
}

/**
 * Puts a policy in force as the next version. Errors: `policy.changed_meanwhile` when it was made from another version
 * than the one in force, `policy.unchanged` when it says what is in force already.
 */
export async function applyPolicy(
  scope: OrgScope,
  input: z.output<typeof applyPolicyInput>,
  now: Date,
): Promise<PolicyVersionOutput> {
  const active = await getActivePolicy(scope.organizationId);
  if (active.version !== input.basedOn) throw changedMeanwhile(active.version);
  if (isSamePolicy(active.policy, input.policy))
    throw new AppError('policy.unchanged', 'conflict', 'The policy in force says this already.');
  await inTransaction(() => write(scope, { ...input, restores: null }, now));
  return getPolicyVersion(scope, input.basedOn + 1);
}

/**
 * Goes back to what an older version said, by a new one; version 0 is "no policy". Errors: `policy.changed_meanwhile`,
 * `policy.unknown`.
 */
export async function restorePolicy(
  scope: OrgScope,
  input: z.output<typeof restorePolicyInput>,
  now: Date,
): Promise<PolicyVersionOutput> {
  const { basedOn, version } = input;
  const active = await getActivePolicy(scope.organizationId);
  if (active.version !== basedOn || version >= basedOn) throw changedMeanwhile(active.version);
  const policy = version === 0 ? openPolicy : (await getPolicyVersion(scope, version)).policy;
  await inTransaction(() => write(scope, { basedOn, policy, reason: '', restores: version }, now));
  return getPolicyVersion(scope, basedOn + 1);
}
