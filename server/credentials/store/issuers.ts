import { db } from '#server/platform/db.ts';
import type { Recognition } from '../core/registries/recognition.ts';

/** Notes an issuer that a credential names. Its name is what it calls itself. True when it was not known before. */
export async function noteIssuer(issuer: {
  id: string;
  claimedName: string;
  url: string | null;
}): Promise<boolean> {
  const { count } = await db().issuer.createMany({ data: [issuer], skipDuplicates: true });
  return count > 0;
}

/** An issuer as it was noted, with who recognises it. */
export interface NotedIssuer {
  id: string;
  claimedName: string;
  registryName: string | null;
  registry: string | null;
  homepage: string | null;
  firstSeenAt: Date;
}

const shown = {
  id: true,
  claimedName: true,
  registryName: true,
  registry: true,
  homepage: true,
  firstSeenAt: true,
} as const;

/** One issuer, or null when no credential has named it yet. */
export function findIssuer(id: string): Promise<NotedIssuer | null> {
  return db().issuer.findUnique({ where: { id }, select: shown });
}

/** Ids of all issuers that are recognised now. */
export async function listRecognisedIds(): Promise<string[]> {
  const rows = await db().issuer.findMany({
    where: { registryName: { not: null } },
    select: { id: true },
    take: 100_000,
  });
  return rows.map(({ id }) => id);
}

/** Those of the ids that credentials have named. */
export function listIssuers(ids: readonly string[]): Promise<NotedIssuer[]> {
  return db().issuer.findMany({ where: { id: { in: [...ids] } }, select: shown, take: 10_000 });
}

/** Writes who recognises an issuer; null = nobody. Called by `settleRecognition` alone. */
export async function writeRecognition(id: string, recognition: Recognition | null): Promise<void> {
  const { registry = null, name = null, homepage = null } = recognition ?? {};
  const registryName = recognition === null ? null : (name ?? id);
  await db().issuer.updateMany({ where: { id }, data: { registryName, registry, homepage } });
}

/** Issuers by what their names or identifier hold, recognised ones first. */
export function findIssuersByWords(words: string, most: number): Promise<NotedIssuer[]> {
  const holds = { contains: words, mode: 'insensitive' } as const;
  return db().issuer.findMany({
    // What an unrecognised issuer calls itself finds it, but a recognised one goes by its registry's name alone.
    where: { OR: [{ registryName: holds }, { registryName: null, claimedName: holds }, { id: holds }] },
    orderBy: [{ registryName: { sort: 'asc', nulls: 'last' } }, { claimedName: 'asc' }, { id: 'asc' }],
    select: shown,
    take: most,
  });
}
