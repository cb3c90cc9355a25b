import { db, type Prisma } from '#server/platform/db.ts';
import type { RegistrySource } from '../core/registries/sources.ts';
import type { RegistryState } from '../core/registries/upkeep.ts';

/** A registry as configured and as last seen. */
export interface StoredRegistry {
  name: string;
  type: string;
  position: number;
  parent: string | null;
  source: RegistrySource;
  state: RegistryState;
  detail: string | null;
  fetchedAt: Date | null;
  contentHash: string | null;
  heldHash: string | null;
  version: number;
  failedSince: Date | null;
  failures: number;
}

const shown = {
  name: true,
  type: true,
  position: true,
  parent: true,
  source: true,
  state: true,
  detail: true,
  fetchedAt: true,
  contentHash: true,
  heldHash: true,
  version: true,
  failedSince: true,
  failures: true,
} as const satisfies Prisma.IssuerRegistrySelect;

type Row = Prisma.IssuerRegistryGetPayload<{ select: typeof shown }>;

/** The columns hold what was written by this file. */
const toStored = (row: Row): StoredRegistry => ({
  ...row,
  source: row.source as unknown as RegistrySource,
  state: row.state as RegistryState,
});

/** All registries by authority. */
export async function listRegistries(): Promise<StoredRegistry[]> {
  const rows = await db().issuerRegistry.findMany({
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: shown,
    take: 1_000,
  });
  return rows.map(toStored);
}

/** Takes a registry in; it is looked at next. */
export async function insertRegistry(
  source: RegistrySource,
  position: number,
  parent: string | null,
  now: Date,
): Promise<void> {
  const { name, type } = source;
  const data = { name, type, source: source as unknown as Prisma.InputJsonObject, position, parent };
  await db().issuerRegistry.createMany({ data: [{ ...data, nextLookAt: now }], skipDuplicates: true });
}

/** Writes what may change of a registry without changing what it is. */
export async function moveRegistry(source: RegistrySource, position: number): Promise<void> {
  await db().issuerRegistry.updateMany({
    where: { name: source.name },
    data: { position, source: source as unknown as Prisma.InputJsonObject },
  });
}

/** Removes registries with everything they said. */
export async function deleteRegistries(names: readonly string[]): Promise<void> {
  await db().issuerRegistry.deleteMany({ where: { name: { in: [...names] } } });
}

/** Locks a registry for the rest of the transaction; false when it was configured away, or is another one by now. */
export async function lockRegistry({ name, source }: StoredRegistry): Promise<boolean> {
  const rows = await db().$queryRaw<{ isSame: boolean }[]>`
    select source = ${JSON.stringify(source)}::jsonb as "isSame" from issuer_registry where name = ${name} for update`;
  return rows[0]?.isSame ?? false;
}

/** Takes the registries that are to be looked at for this worker until `until`. */
export async function claimDueRegistries(now: Date, until: Date): Promise<StoredRegistry[]> {
  const due = await db().issuerRegistry.findMany({
    where: { nextLookAt: { lte: now } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: { ...shown, nextLookAt: true },
    take: 200,
  });
  const claimed: StoredRegistry[] = [];
  for (const { nextLookAt, ...row } of due) {
    const { count } = await db().issuerRegistry.updateMany({
      where: { name: row.name, nextLookAt },
      data: { nextLookAt: until },
    });
    if (count > 0) claimed.push(toStored(row));
  }
  return claimed;
}

/** What a look leaves behind in the registry itself. */
export type LookResult = Partial<
  Pick<
    StoredRegistry,
    'state' | 'detail' | 'fetchedAt' | 'contentHash' | 'heldHash' | 'version' | 'failedSince' | 'failures'
  >
> & { nextLookAt: Date };

/** Writes what a look found. */
export async function noteLook(name: string, result: LookResult): Promise<void> {
  await db().issuerRegistry.updateMany({ where: { name }, data: result });
}
