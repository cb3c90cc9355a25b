import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { db } from './db.ts';
import { env } from './env.ts';
import { inTransaction } from './transaction.ts';

/*
 * The keys of the installation itself: they sign verification reports and requests to wallets, and are published as a
 * JWK set and as the DID document of our host. A key signs for half a year; after that the next call makes another.
 */

const algorithm = 'ES256';
const signsForMs = 182 * 86_400_000;

/** The public part of a key, as a JWK set lists it (RFC 7517). */
export type PublicSigningKey = {
  kid: string;
  alg: string;
  use: 'sig';
  kty: string;
  crv: string;
  x: string;
  y: string;
};

/** The DID of this installation: did:web of the host that people type. */
export function installationDid(): string {
  return `did:web:${new URL(env().NEXTAUTH_URL).host.replace(':', '%3A')}`;
}

/** Every key that ever signed here, newest first; without their private parts. */
export async function listSigningKeys(): Promise<PublicSigningKey[]> {
  const rows = await db().signingKey.findMany({
    orderBy: [{ createdAt: 'desc' }, { kid: 'asc' }],
    select: { kid: true, privateJwk: true },
    take: 100,
  });
  return rows.map(({ kid, privateJwk }) => {
    const { kty = '', crv = '', x = '', y = '' } = privateJwk as JWK;
    return { kid, alg: algorithm, use: 'sig', kty, crv, x, y };
  });
}

/**
 * Signs claims as a compact JWT with the key that signs at `now`; the first call makes it. `typ` says what the token is
 * (RFC 8725 §3.11), `kid` is a key of the JWK set, or with `asDid` a key of our DID document.
 */
export async function signAsInstallation(
  claims: Record<string, unknown>,
  { typ, now, asDid = false }: { typ: string; now: Date; asDid?: boolean },
): Promise<string> {
  const { kid, privateJwk } = (await findCurrent(now)) ?? (await addKey(now));
  const named = asDid ? `${installationDid()}#${kid}` : kid;
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, kid: named, typ })
    .sign(await importJWK(privateJwk as JWK, algorithm));
}

function findCurrent(now: Date) {
  return db().signingKey.findFirst({
    where: { retiresAt: { gt: now } },
    orderBy: [{ createdAt: 'desc' }, { kid: 'asc' }],
    select: { kid: true, privateJwk: true },
  });
}

/** Several processes may find at once that there is no key; the lock lets one of them make it. */
async function addKey(now: Date) {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const privateJwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(privateJwk);
  return inTransaction(async () => {
    await db().$executeRaw`select pg_advisory_xact_lock(hashtext('assay.signing-key'))`;
    const other = await findCurrent(now);
    if (other) return other;
    const retiresAt = new Date(now.getTime() + signsForMs);
    const data = { kid, privateJwk: JSON.parse(JSON.stringify(privateJwk)), createdAt: now, retiresAt };
    await db().signingKey.create({ data });
    return { kid, privateJwk };
  });
}
