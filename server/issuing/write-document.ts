import { randomBytes, randomUUID } from 'node:crypto';
import { buildAssertion } from './build-assertion.ts';
import { buildBadge } from './build-badge.ts';
import { keyIds } from './build-issuer-documents.ts';
import type { IssuedDocument, IssueFormat, IssueOrder } from './core/order.ts';
import { issuerRoot, type Profile } from './ensure-profile.ts';
import { signProof } from './sign-proof.ts';
import { signToken } from './sign-token.ts';

const mediaTypes: Readonly<Record<IssueFormat, string>> = {
  'eddsa-rdfc-2022': 'application/ld+json',
  Ed25519Signature2020: 'application/ld+json',
  'jwt-es256': 'application/jwt',
  'jwt-eddsa': 'application/jwt',
  'ob2-hosted': 'application/ld+json',
  'ob2-signed': 'application/jwt',
};

const seconds = (moment: Date) => Math.floor(moment.getTime() / 1_000);

/** An Open Badges 3.0 credential, secured by an embedded proof or as a token (OB 3.0 "JSON Web Token Proof Format"). */
async function writeBadge(
  id: string,
  profile: Profile,
  order: IssueOrder,
  statusIndex: number,
  now: Date,
): Promise<string> {
  const root = issuerRoot(profile.slug);
  const isToken = order.format.startsWith('jwt-');
  const badge = buildBadge({
    ...order,
    id: `urn:uuid:${id}`,
    issuer: { id: profile.did, name: profile.name, url: profile.url },
    achievementUrl: `${root}/achievements/${order.achievement.key}`,
    salt: isToken ? randomBytes(8).toString('hex') : null,
    statusList: order.statusList === undefined ? `${root}/status/1` : order.statusList,
    statusIndex,
  });
  const ids = keyIds(profile.did);
  if (!isToken) {
    const key = { id: ids.ed25519, controller: profile.did, jwk: profile.keys.ed25519 };
    const suite = order.format === 'Ed25519Signature2020' ? 'Ed25519Signature2020' : 'eddsa-rdfc-2022';
    const created = order.validFrom < now ? order.validFrom : now;
    return JSON.stringify(await signProof(badge, { suite, key, created }), null, 2);
  }
  const claims = {
    iss: profile.did,
    jti: badge.id,
    ...('did' in order.recipient ? { sub: order.recipient.did } : {}),
    nbf: seconds(order.validFrom),
    ...(order.validUntil ? { exp: seconds(order.validUntil) } : {}),
  };
  const payload = { ...badge, ...claims };
  return order.format === 'jwt-es256'
    ? signToken(payload, { jwk: profile.keys.p256, alg: 'ES256', kid: ids.p256, typ: 'JWT' })
    : signToken(payload, { jwk: profile.keys.ed25519, alg: 'EdDSA', kid: ids.ed25519, typ: 'JWT' });
}

/** An Open Badges 2.0 assertion: the document that is hosted, or a signed token. */
async function writeAssertion(id: string, profile: Profile, order: IssueOrder): Promise<string> {
  const { achievement, recipient, validFrom: issuedOn, validUntil: expires } = order;
  const root = issuerRoot(profile.slug);
  const salt = randomBytes(8).toString('hex');
  const parts = { id, root, profile, achievement, recipient, salt, issuedOn, expires };
  if (order.format === 'ob2-hosted') return JSON.stringify(buildAssertion(parts, 'hosted'), null, 2);
  return signToken(buildAssertion(parts, 'signed'), { jwk: profile.keys.p256, alg: 'ES256' });
}

/** Writes and signs the document of an order, for a place on the issuer's status list. */
export async function writeDocument(
  profile: Profile,
  order: IssueOrder,
  statusIndex: number,
  now: Date,
): Promise<IssuedDocument> {
  const id = randomUUID();
  const text = order.format.startsWith('ob2-')
    ? await writeAssertion(id, profile, order)
    : await writeBadge(id, profile, order, statusIndex, now);
  const url = order.format === 'ob2-hosted' ? `${issuerRoot(profile.slug)}/assertions/${id}.json` : null;
  return { id, text, bytes: new TextEncoder().encode(text), mediaType: mediaTypes[order.format], url };
}
