import { db } from '#server/platform/db.ts';

/** Notes an issuer that a credential names. Its name is what it calls itself, until a registry knows better. */
export async function noteIssuer(issuer: {
  id: string;
  claimedName: string;
  url: string | null;
}): Promise<void> {
  await db().issuer.createMany({ data: [issuer], skipDuplicates: true });
}

/** Records what a registry of the operator says of an issuer. */
export async function recogniseIssuer(issuer: {
  id: string;
  registryName: string;
  registry: string;
  url: string | null;
}): Promise<void> {
  const { id, registryName, registry, url } = issuer;
  await db().issuer.upsert({
    where: { id },
    create: { id, claimedName: registryName, registryName, registry, url },
    update: { registryName, registry },
  });
}
