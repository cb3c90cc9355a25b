import { type JsonObject, omit } from '#server/credentials/core/json.ts';
import type { Issuer } from './issuer.ts';
import { signCompact } from './open-badge-3.ts';
import { type ProofSuite, signEmbedded } from './sign.ts';

/** What a holder signs, and for whom. */
export type PresentationOrder = {
  challenge: string;
  domain: string;
  credentials?: (JsonObject | string)[];
  suite?: ProofSuite;
  created?: Date;
  /** Members that replace those of the presentation, the proof, the claims; null removes one of the claims. */
  members?: JsonObject;
  proof?: JsonObject;
  claims?: JsonObject;
  header?: JsonObject;
};

function buildPresentation(
  holder: Issuer,
  { credentials = [], members = {} }: PresentationOrder,
): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder: holder.id,
    ...(credentials.length > 0 ? { verifiableCredential: credentials } : {}),
    ...members,
  };
}

/** A presentation with an embedded proof for authentication, as a wallet makes it. */
export function presentDocument(holder: Issuer, order: PresentationOrder): Promise<JsonObject> {
  const { challenge, domain, suite = 'eddsa-rdfc-2022', created = new Date(), proof = {} } = order;
  const members = { proofPurpose: 'authentication', challenge, domain, ...proof };
  return signEmbedded(buildPresentation(holder, order), {
    key: holder.signing,
    suite,
    created,
    proof: members,
  });
}

/** A presentation as a compact token (OpenID4VP 1.0 appendix B.1.3.1). */
export function presentToken(holder: Issuer, order: PresentationOrder): string {
  const { challenge, domain, created = new Date(), header = {}, claims = {} } = order;
  const iat = Math.floor(created.getTime() / 1_000);
  // Who holds it is said by `iss`.
  const vp = omit(
    buildPresentation(holder, {
      ...order,
      members: { '@context': ['https://www.w3.org/2018/credentials/v1'], ...order.members },
    }),
    ...(order.members?.holder === undefined ? ['holder'] : []),
  );
  const body = { iss: holder.id, aud: domain, nonce: challenge, iat, exp: iat + 300, vp, ...claims };
  const stated = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
  const alg = holder.key.alg;
  return signCompact(
    holder,
    { alg, typ: 'JWT', kid: holder.signing.methodId, ...header },
    JSON.stringify(stated),
  );
}
