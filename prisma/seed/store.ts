// Queries over the demo world as a whole, which no use case of the product needs.
import { db } from '#server/platform/db.ts';
import { inTransaction } from '#server/platform/transaction.ts';

/** Ids of the accounts behind these sign-in addresses. */
export async function findAccountIds(emails: readonly string[]): Promise<Map<string, string>> {
  const rows = await db().user.findMany({
    where: { email: { in: [...emails] } },
    select: { id: true, email: true },
  });
  return new Map(rows.map((row) => [row.email, row.id]));
}

/** True when a registry published here lists an issuer among these. */
export async function isAnyIssuerListed(slugs: readonly string[]): Promise<boolean> {
  const where = { slug: { in: [...slugs] }, listings: { not: [] } };
  return (await db().issuingProfile.count({ where })) > 0;
}

/** How many of these people's imports are not finished. */
export function countOpenImports(candidateIds: readonly string[]): Promise<number> {
  return db().importItem.count({
    where: { candidateId: { in: [...candidateIds] }, state: { notIn: ['done', 'refused'] } },
  });
}

/**
 * Removes people, the organisations they are members of, and issuers with all they issued. Returns the ids of the
 * people, whose files are still to be removed.
 */
export function removeWorld(emails: readonly string[], issuerSlugs: readonly string[]): Promise<string[]> {
  return inTransaction(async () => {
    const ids = [...(await findAccountIds(emails)).values()];
    await db().organization.deleteMany({ where: { members: { some: { userId: { in: ids } } } } });
    await db().candidate.deleteMany({ where: { id: { in: ids } } });
    await db().user.deleteMany({ where: { id: { in: ids } } });
    await db().issuingProfile.deleteMany({ where: { slug: { in: [...issuerSlugs] } } });
    await db().outboxMail.deleteMany({ where: { to: { in: [...emails] } } });
    return ids;
  });
}
