import { db, type Prisma } from '#server/platform/db.ts';
import type { RegistryEntry } from '../core/registries/entry.ts';
import type { Listing } from '../core/registries/recognition.ts';

const shown = {
  issuerId: true,
  name: true,
  homepage: true,
  logo: true,
  location: true,
  since: true,
  validUntil: true,
  scope: true,
  evidence: true,
  standing: true,
} as const satisfies Prisma.IssuerRegistryEntrySelect;

type Row = Prisma.IssuerRegistryEntryGetPayload<{ select: typeof shown }>;

const toEntry = (row: Row): RegistryEntry => ({
  ...row,
  since: row.since?.toISOString() ?? null,
  validUntil: row.validUntil?.toISOString() ?? null,
  standing: row.standing === 'listed' ? 'listed' : 'stated',
});

const toRow = ({ since, validUntil, ...entry }: RegistryEntry) => ({
  ...entry,
  since: since === null ? null : new Date(since),
  validUntil: validUntil === null ? null : new Date(validUntil),
});

/** Everything a registry says, in the order of the ids. */
export async function listEntries(registryName: string): Promise<RegistryEntry[]> {
  const rows = await db().issuerRegistryEntry.findMany({
    where: { registryName },
    orderBy: { issuerId: 'asc' },
    select: shown,
    take: 100_000,
  });
  return rows.map(toEntry);
}

/** Writes entries over those that are there; `confirmedAt` is the moment of the answer that holds them. */
export async function putEntries(
  registryName: string,
  entries: readonly RegistryEntry[],
  confirmedAt: Date,
): Promise<void> {
  const ids = entries.map(({ issuerId }) => issuerId);
  await deleteEntries(registryName, ids);
  await db().issuerRegistryEntry.createMany({
    data: entries.map((entry) => ({ registryName, confirmedAt, ...toRow(entry) })),
  });
}

/** Removes entries. */
export async function deleteEntries(registryName: string, issuerIds: readonly string[]): Promise<void> {
  await db().issuerRegistryEntry.deleteMany({ where: { registryName, issuerId: { in: [...issuerIds] } } });
}

/** Notes that an answer says everything it said before. */
export async function confirmEntries(registryName: string, confirmedAt: Date): Promise<void> {
  await db().issuerRegistryEntry.updateMany({ where: { registryName }, data: { confirmedAt } });
}

/** Keeps a change of a registry's content for whoever looks back. */
export async function insertVersion(version: Prisma.IssuerRegistryVersionCreateManyInput): Promise<void> {
  await db().issuerRegistryVersion.createMany({ data: [version], skipDuplicates: true });
}

/** What a registry says of an issuer, with where the registry stands. */
export type StoredListing = Listing & { confirmedAt: Date };

const withRegistry = {
  ...shown,
  confirmedAt: true,
  registryName: true,
  registry: { select: { position: true } },
} as const satisfies Prisma.IssuerRegistryEntrySelect;

/** What all registries say of these issuers, by authority. */
export async function listListings(issuerIds: readonly string[]): Promise<StoredListing[]> {
  const rows = await db().issuerRegistryEntry.findMany({
    where: { issuerId: { in: [...issuerIds] } },
    orderBy: [{ registry: { position: 'asc' } }, { registryName: 'asc' }],
    select: withRegistry,
    take: 100_000,
  });
  return rows.map(({ registryName, registry, confirmedAt, ...row }) => ({
    ...toEntry(row),
    registry: registryName,
    position: registry.position,
    confirmedAt,
  }));
}

/** Issuers that some registry lists, for the comparison of names; at most 50,000. */
export function listListed(now: Date) {
  return db().issuerRegistryEntry.findMany({
    where: { standing: 'listed', OR: [{ validUntil: null }, { validUntil: { gt: now } }] },
    distinct: ['issuerId'],
    orderBy: [{ registry: { position: 'asc' } }, { issuerId: 'asc' }],
    select: { issuerId: true, name: true, homepage: true },
    take: 50_000,
  });
}

/** Issuers whose entry begins or ends within a time: their recognition has to be settled anew. */
export async function listTurningIds(from: Date, to: Date): Promise<string[]> {
  const within = { gt: from, lte: to };
  const rows = await db().issuerRegistryEntry.findMany({
    where: { OR: [{ validUntil: within }, { since: within }] },
    distinct: ['issuerId'],
    select: { issuerId: true },
    take: 100_000,
  });
  return rows.map(({ issuerId }) => issuerId);
}
