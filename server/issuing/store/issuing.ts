import { db, type Prisma } from '#server/platform/db.ts';

/** An issuer run by this installation, with its private key. */
export interface StoredProfile {
  slug: string;
  name: string;
  issuerId: string;
  url: string;
  privateJwk: Prisma.JsonValue;
}

/** What a registry published here says of a profile. */
export interface StoredListing {
  registry: string;
  url?: string;
  since: string;
  scope?: string;
  evidence?: string;
}

const profile = { slug: true, name: true, issuerId: true, url: true, privateJwk: true } as const;

/** The profile behind a slug, or null. */
export function findProfile(slug: string): Promise<StoredProfile | null> {
  return db().issuingProfile.findUnique({ where: { slug }, select: profile });
}

/** Has a profile listed by the registries named, and by no others. */
export async function writeListings(slug: string, listings: readonly StoredListing[]): Promise<void> {
  const data = { listings: JSON.parse(JSON.stringify(listings)) as Prisma.InputJsonArray };
  await db().issuingProfile.updateMany({ where: { slug }, data });
}

/** Profiles that a registry published here lists, with what it says of them. */
export async function listListed(registry: string) {
  const rows = await db().issuingProfile.findMany({
    where: { listings: { array_contains: [{ registry }] } },
    orderBy: { slug: 'asc' },
    select: { ...profile, listings: true, createdAt: true },
    take: 1_000,
  });
  return rows.map(({ listings, ...stored }) => ({
    stored,
    listing: (listings as unknown as StoredListing[]).find((entry) => entry.registry === registry),
  }));
}

/** Stores a profile unless it is there; the first key wins. */
export async function insertProfile(
  entry: Omit<StoredProfile, 'privateJwk'> & { privateJwk: Prisma.InputJsonObject },
) {
  await db().issuingProfile.createMany({ data: [entry], skipDuplicates: true });
}

/** What the desk shows of an issued credential. */
export interface StoredIssued {
  id: string;
  profileSlug: string;
  statusIndex: number;
  title: string;
  recipientName: string;
  format: string;
  issuedAt: Date;
  revokedAt: Date | null;
  revokedReason: string | null;
}

const issued = {
  id: true,
  profileSlug: true,
  statusIndex: true,
  title: true,
  recipientName: true,
  format: true,
  issuedAt: true,
  revokedAt: true,
  revokedReason: true,
} as const;

/** The next free place on a profile's status list; call inside the transaction that uses it. */
export async function nextStatusIndex(slug: string): Promise<number> {
  await db().$queryRaw`select 1 as locked from issuing_profile where slug = ${slug} for update`;
  const { _max } = await db().issuedCredential.aggregate({
    where: { profileSlug: slug },
    _max: { statusIndex: true },
  });
  return (_max.statusIndex ?? -1) + 1;
}

/** Stores issued credentials with their documents. */
export async function insertIssued(
  entries: readonly (Omit<StoredIssued, 'revokedAt' | 'revokedReason'> & { document: string })[],
): Promise<void> {
  await db().issuedCredential.createMany({ data: [...entries] });
}

/** An issued credential with its document, by id. */
export function findIssued(id: string) {
  return db().issuedCredential.findUnique({ where: { id }, select: { ...issued, document: true } });
}

/** All issued credentials of all profiles by profile, newest first, at most `take`. */
export function listIssued(take: number) {
  return db().issuedCredential.findMany({
    orderBy: [{ issuedAt: 'desc' }, { id: 'desc' }],
    select: { ...issued, profile: { select: { name: true } } },
    take,
  });
}

/** Places of the revoked ones on a profile's list. */
export async function listRevoked(slug: string): Promise<StoredIssued[]> {
  return db().issuedCredential.findMany({
    where: { profileSlug: slug, revokedAt: { not: null } },
    orderBy: { statusIndex: 'asc' },
    select: issued,
    take: 131_072,
  });
}

/** A text that changes with every revocation on a profile's list. */
export async function revocationMark(slug: string): Promise<string> {
  const { _count, _max } = await db().issuedCredential.aggregate({
    where: { profileSlug: slug, revokedAt: { not: null } },
    _count: true,
    _max: { revokedAt: true },
  });
  return `${_count} ${_max.revokedAt?.toISOString() ?? ''}`;
}

/** Marks a credential as revoked; false when it is not there or was revoked before. */
export async function markRevoked(id: string, revokedAt: Date, revokedReason: string): Promise<boolean> {
  const { count } = await db().issuedCredential.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt, revokedReason },
  });
  return count > 0;
}
