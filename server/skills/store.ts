import { db } from '#server/platform/db.ts';

/** A skill with everything the in-memory index needs. */
export interface SkillRow {
  key: number;
  id: string;
  schemeId: string;
  label: string;
  labels: { text: string; kind: string }[];
  sameAs: string[];
}

const ownPrefix = 'own:';

/** The scheme that holds an organisation's own skills. */
export function ownScheme(organizationId: string): string {
  return `${ownPrefix}${organizationId}`;
}

/** A small number that changes whenever skills or labels were added; for the caches of processes. */
export async function skillWatermark(): Promise<string> {
  const [row] = await db().$queryRaw<{ mark: string }[]>`
    select (select coalesce(max(key), 0) from skill)::text || ':' || (select count(*) from skill_label)::text as mark`;
  return row?.mark ?? '';
}

/** All current skills that are not merely another scheme's name for one of them. */
export async function listSkillRows(): Promise<SkillRow[]> {
  const rows = await db().skill.findMany({
    where: {
      status: 'current',
      broader: { none: { kind: 'exactMatch' } },
      // What an organisation made itself must not stand between others and a name.
      NOT: { schemeId: { startsWith: ownPrefix } },
    },
    orderBy: { key: 'asc' },
    select: {
      key: true,
      id: true,
      schemeId: true,
      label: true,
      labels: { select: { text: true, kind: true } },
      narrower: { where: { kind: 'exactMatch' }, select: { from: { select: { id: true } } } },
    },
  });
  return rows.map(({ narrower, ...row }) => ({ ...row, sameAs: narrower.map((link) => link.from.id) }));
}

/** A skill to install. */
export interface SkillToInstall {
  id: string;
  label: string;
  area: string | null;
  labels: { text: string; norm: string; kind: string }[];
  sameAs: { schemeId: string; id: string }[];
  broader: string | null;
}

/** True when this scheme is stored in this version. */
export async function hasScheme(id: string, version: string): Promise<boolean> {
  return (await db().skillScheme.count({ where: { id, version } })) === 1;
}

/** Stores a scheme's own row. */
export async function putScheme(scheme: {
  id: string;
  name: string;
  version: string;
  licence: string;
  attribution: string | null;
}): Promise<void> {
  const { id, ...rest } = scheme;
  await db().skillScheme.upsert({ where: { id }, create: scheme, update: rest });
}

/** Serialises installers of schemes until the transaction ends. */
export async function lockSchemes(): Promise<void> {
  await db().$executeRaw`select pg_advisory_xact_lock(hashtext('assay.skill-scheme'))`;
}

/** Stores skills of one scheme with labels and links; repeating it changes nothing. */
export async function putSkills(schemeId: string, skills: readonly SkillToInstall[]): Promise<void> {
  const tx = db();
  const foreign = skills.flatMap((skill) => skill.sameAs.map((same) => ({ ...same, label: skill.label })));
  await tx.skill.createMany({
    data: skills.map(({ id, label, area }) => ({ schemeId, id, label, area })),
    skipDuplicates: true,
  });
  await tx.skill.createMany({ data: foreign, skipDuplicates: true });
  const ids = [...skills.map((skill) => skill.id), ...foreign.map((same) => same.id)];
  const stored = await tx.skill.findMany({ where: { id: { in: ids } }, select: { key: true, id: true } });
  const keyOf = new Map(stored.map((row) => [row.id, row.key]));
  const key = (id: string) => {
    const found = keyOf.get(id);
    if (found === undefined) throw new Error(`The scheme names a skill that is not there: ${id}`);
    return found;
  };
  await tx.skillLabel.createMany({
    data: skills.flatMap((skill) => skill.labels.map((label) => ({ skillKey: key(skill.id), ...label }))),
    skipDuplicates: true,
  });
  const links = skills.flatMap((skill) => [
    ...skill.sameAs.map((same) => ({
      fromKey: key(same.id),
      toKey: key(skill.id),
      kind: 'exactMatch',
      source: schemeId,
    })),
    ...(skill.broader
      ? [{ fromKey: key(skill.id), toKey: key(skill.broader), kind: 'broader', source: schemeId }]
      : []),
  ]);
  await tx.skillRelation.createMany({ data: links, skipDuplicates: true });
}

/** Skills of one scheme whose label holds a text, by label. */
export function searchScheme(schemeId: string, text: string, take: number) {
  return db().skill.findMany({
    where: { schemeId, status: 'current', label: { contains: text, mode: 'insensitive' } },
    orderBy: [{ label: 'asc' }, { key: 'asc' }],
    select: { key: true, label: true, scheme: { select: { name: true } } },
    take,
  });
}

/** One skill of a scheme by its id, or null. */
export async function findInScheme(
  schemeId: string,
  id: string,
): Promise<{ skillKey: number; label: string } | null> {
  const row = await db().skill.findFirst({ where: { schemeId, id }, select: { key: true, label: true } });
  return row && { skillKey: row.key, label: row.label };
}

/** How many skills a scheme has. */
export function countScheme(schemeId: string): Promise<number> {
  return db().skill.count({ where: { schemeId } });
}

/** The scheme of each skill, and the schemes that have an entry for the same skill. */
export async function describeSkills(
  keys: readonly number[],
): Promise<Map<number, { scheme: string; joins: string[] }>> {
  const rows = await db().skill.findMany({
    where: { key: { in: [...keys] } },
    select: {
      key: true,
      scheme: { select: { name: true } },
      narrower: {
        where: { kind: 'exactMatch' },
        select: { from: { select: { scheme: { select: { name: true } } } } },
      },
    },
    take: keys.length,
  });
  return new Map(
    rows.map(({ key, scheme, narrower }) => [
      key,
      { scheme: scheme.name, joins: [...new Set(narrower.map((link) => link.from.scheme.name))].sort() },
    ]),
  );
}

/** The skills that are broader than some, with which of these they are broader than. */
export async function listBroaderSkills(
  keys: readonly number[],
): Promise<{ of: number; skillKey: number; label: string }[]> {
  const rows = await db().skillRelation.findMany({
    where: { fromKey: { in: [...keys] }, kind: 'broader' },
    orderBy: [{ fromKey: 'asc' }, { toKey: 'asc' }],
    select: { fromKey: true, to: { select: { key: true, label: true } } },
    take: 1_000,
  });
  return rows.map(({ fromKey, to }) => ({ of: fromKey, skillKey: to.key, label: to.label }));
}
