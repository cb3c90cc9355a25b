import type { z } from 'zod';
import type { AccountScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { createOrganizationInput, OrganizationOutput } from './schemas.ts';
import { appendAudit } from './store/audit.ts';
import { insertOrganization } from './store/organizations.ts';

/** Creates an organisation; the person becomes its owner. Errors: `organization.slug_taken`. */
export function createOrganization(
  scope: AccountScope,
  input: z.output<typeof createOrganizationInput>,
): Promise<OrganizationOutput> {
  return inTransaction(async () => {
    const { name, slug, website = null, answerDays = null, timeZone = null } = input;
    const organization = await insertOrganization(scope, { name, slug, website, answerDays, timeZone });
    await appendAudit({
      organizationId: organization.id,
      actorId: scope.accountId,
      action: 'organization.created',
      subject: `organization:${organization.id}`,
    });
    return organization;
  });
}
