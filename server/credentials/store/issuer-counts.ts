import { db, type Prisma } from '#server/platform/db.ts';

/** What was last counted over an issuer's credentials; null = nobody asked yet. */
export function findCounts(issuerId: string): Promise<{ countedAt: Date; seen: Prisma.JsonValue } | null> {
  return db().issuerCount.findUnique({ where: { issuerId }, select: { countedAt: true, seen: true } });
}

/** Keeps counts. The later of two that ran at once stays; an issuer that is gone by now has none. */
export async function writeCounts(issuerId: string, seen: object, countedAt: Date): Promise<void> {
  await db().$executeRaw`
    insert into issuer_count (issuer_id, counted_at, seen)
    select i.id, ${countedAt}::timestamptz, ${JSON.stringify(seen)}::jsonb from issuer i where i.id = ${issuerId}
    on conflict (issuer_id) do update set counted_at = excluded.counted_at, seen = excluded.seen
     where issuer_count.counted_at <= excluded.counted_at`;
}
