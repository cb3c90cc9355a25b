import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

/** Skills the candidate states; they never count. */
export async function listStatedSkills(
  scope: CandidateScope,
): Promise<{ skillKey: number; label: string }[]> {
  const rows = await db().statedSkill.findMany({
    where: { candidateId: scope.candidateId },
    orderBy: { skillKey: 'asc' },
    select: { skillKey: true, skill: { select: { label: true } } },
    take: 200,
  });
  return rows.map((row) => ({ skillKey: row.skillKey, label: row.skill.label }));
}

/** Adds a stated skill; false when there is no such skill. */
export async function addStatedSkill(scope: CandidateScope, skillKey: number): Promise<boolean> {
  if ((await db().skill.count({ where: { key: skillKey } })) === 0) return false;
  await db().statedSkill.createMany({
    data: [{ candidateId: scope.candidateId, skillKey }],
    skipDuplicates: true,
  });
  return true;
}

/** Takes a stated skill back. */
export async function removeStatedSkill(scope: CandidateScope, skillKey: number): Promise<void> {
  await db().statedSkill.deleteMany({ where: { candidateId: scope.candidateId, skillKey } });
}

/** Organisations that never find the candidate. */
export async function listBlocks(scope: CandidateScope): Promise<{ organizationId: string; name: string }[]> {
  const rows = await db().candidateBlock.findMany({
    where: { candidateId: scope.candidateId },
    orderBy: { createdAt: 'asc' },
    select: { organizationId: true, organization: { select: { name: true } } },
    take: 200,
  });
  return rows.map((row) => ({ organizationId: row.organizationId, name: row.organization.name }));
}

/** Blocks the organisation with this slug; false when there is none. */
export async function addBlock(scope: CandidateScope, slug: string): Promise<boolean> {
  const organization = await db().organization.findUnique({ where: { slug }, select: { id: true } });
  if (!organization) return false;
  await db().candidateBlock.createMany({
    data: [{ candidateId: scope.candidateId, organizationId: organization.id }],
    skipDuplicates: true,
  });
  return true;
}

/** Lets an organisation find the candidate again. */
export async function removeBlock(scope: CandidateScope, organizationId: string): Promise<void> {
  await db().candidateBlock.deleteMany({ where: { candidateId: scope.candidateId, organizationId } });
}
