import { db } from '#server/platform/db.ts';
import type { KeySeen } from '../gather/keys/seen-keys.ts';

/**
 * Notes keys of issuers as seen now. Nothing is written for a key that was seen less than a day ago and is published
 * as it was. Keys of issuers that no credential has named are passed over.
 */
export async function noteKeys(keys: readonly KeySeen[], now: Date): Promise<void> {
  if (keys.length === 0) return;
  await db().$executeRaw`
    insert into issuer_key as known (issuer_id, method_id, thumbprint, kind, first_seen_at, last_seen_at,
                                     last_used_at, revoked_at, expires_at, document_hash)
    select s."issuerId", s."methodId", s.thumbprint, s.kind, ${now}, ${now},
           case when s."isUsed" then ${now}::timestamptz end, s."revokedAt", s."expiresAt", s."documentHash"
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
             as s("issuerId" text, "methodId" text, thumbprint text, kind text, "isUsed" boolean,
                  "revokedAt" timestamptz, "expiresAt" timestamptz, "documentHash" text)
      join issuer i on i.id = s."issuerId"
     where not exists (
       select 1 from issuer_key k
        where k.issuer_id = s."issuerId" and k.method_id = s."methodId" and k.thumbprint = s.thumbprint
          and k.last_seen_at > ${now}::timestamptz - interval '1 day'
          and (not s."isUsed" or k.last_used_at > ${now}::timestamptz - interval '1 day')
          and k.revoked_at is not distinct from s."revokedAt" and k.expires_at is not distinct from s."expiresAt"
     )
     order by 1, 2, 3
        on conflict (issuer_id, method_id, thumbprint) do update
       set last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
           last_used_at = coalesce(excluded.last_used_at, known.last_used_at),
           revoked_at = excluded.revoked_at, expires_at = excluded.expires_at,
           document_hash = excluded.document_hash`;
}

/** Keys of an issuer over time, at most 50, the earliest first. */
export function listKeys(issuerId: string) {
  return db().issuerKey.findMany({
    where: { issuerId },
    orderBy: [{ firstSeenAt: 'asc' }, { methodId: 'asc' }],
    select: {
      methodId: true,
      thumbprint: true,
      kind: true,
      firstSeenAt: true,
      lastSeenAt: true,
      lastUsedAt: true,
      revokedAt: true,
      expiresAt: true,
    },
    take: 50,
  });
}
