import { db, type Prisma } from '#server/platform/db.ts';
import { publicJob } from './jobs.ts';

/** Open jobs, apart from those of some employers. */
function openWhere(now: Date, without: readonly string[]): Prisma.JobWhereInput {
  return {
    status: 'published',
    OR: [{ validThrough: null }, { validThrough: { gt: now } }],
    ...(without.length > 0 ? { organizationId: { notIn: [...without] } } : {}),
  };
}

const asksOneOf = (skillKeys: readonly number[]): Prisma.JobWhereInput => ({
  requirements: { some: { skills: { some: { skillKey: { in: [...skillKeys] } } } } },
});

/** Open jobs that ask for one of these skills, newest first; without their texts. */
export async function listAsking(
  skillKeys: readonly number[],
  without: readonly string[],
  now: Date,
  take: number,
) {
  const { description: _text, ...select } = publicJob;
  const rows = await db().job.findMany({
    where: { AND: [openWhere(now, without), asksOneOf(skillKeys)] },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    select,
    take,
  });
  return rows.map((row) => ({ ...row, description: '' }));
}

/** How many jobs are open in all, ask for one of these skills, and ask for no skill; and how many some employers have. */
export async function countOpen(skillKeys: readonly number[], without: readonly string[], now: Date) {
  const open = openWhere(now, without);
  const [all, asking, scoreless, apart] = await Promise.all([
    db().job.count({ where: open }),
    db().job.count({ where: { AND: [open, asksOneOf(skillKeys)] } }),
    db().job.count({ where: { AND: [open, { requirements: { none: {} } }] } }),
    db().job.groupBy({
      by: ['organizationId'],
      where: { AND: [openWhere(now, []), { organizationId: { in: [...without] } }] },
      _count: true,
    }),
  ]);
  return {
    all,
    asking,
    scoreless,
    apart: new Map(apart.map((row) => [row.organizationId, row._count])),
  };
}
