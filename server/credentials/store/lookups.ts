import { db, type Prisma } from '#server/platform/db.ts';

/** How the last question about an issuer ended. */
export type LookupState = 'listed' | 'absent' | 'unreachable' | 'refused';

/** A question about an issuer to a registry that is asked one by one. */
export interface StoredLookup {
  registryName: string;
  issuerId: string;
  state: LookupState;
  detail: string | null;
  askedAt: Date;
  failedSince: Date | null;
  failures: number;
  nextAskAt: Date;
}

const shown = {
  registryName: true,
  issuerId: true,
  state: true,
  detail: true,
  askedAt: true,
  failedSince: true,
  failures: true,
  nextAskAt: true,
} as const satisfies Prisma.IssuerLookupSelect;

type Row = Prisma.IssuerLookupGetPayload<{ select: typeof shown }>;

const toLookup = (row: Row): StoredLookup => ({ ...row, state: row.state as LookupState });

/** The questions asked about an issuer so far. */
export async function listLookups(issuerId: string): Promise<StoredLookup[]> {
  const rows = await db().issuerLookup.findMany({ where: { issuerId }, select: shown, take: 1_000 });
  return rows.map(toLookup);
}

/** Issuers about whom some registry is to be asked again, those waiting longest first. */
export async function listDueIssuers(now: Date, take: number): Promise<string[]> {
  const rows = await db().issuerLookup.findMany({
    where: { nextAskAt: { lte: now } },
    orderBy: { nextAskAt: 'asc' },
    select: { issuerId: true },
    take,
  });
  return [...new Set(rows.map(({ issuerId }) => issuerId))];
}

/** Noted issuers about whom a registry that is asked one by one was never asked. */
export async function listUnaskedIssuers(take: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select distinct i.id
      from issuer i
      join issuer_registry r on r.type in ('oidf', 'ebsi')
     where not exists (
       select 1 from issuer_lookup l where l.registry_name = r.name and l.issuer_id = i.id
     )
     limit ${take}`;
  return rows.map(({ id }) => id);
}

/** Writes how a question ended. */
export async function putLookup(lookup: StoredLookup): Promise<void> {
  const { registryName, issuerId, ...rest } = lookup;
  await db().issuerLookup.upsert({
    where: { registryName_issuerId: { registryName, issuerId } },
    create: lookup,
    update: rest,
  });
}
