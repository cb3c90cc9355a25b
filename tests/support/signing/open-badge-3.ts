import { constants, createHash, sign } from 'node:crypto';
import type { JsonObject } from '#server/credentials/core/json.ts';
import type { Issuer } from './issuer.ts';
import { type ProofSuite, signEmbedded, toTokenPayload } from './sign.ts';

/** What may be said about a badge; everything has a usual value. */
export type BadgeOrder = {
  id?: string;
  title?: string;
  validFrom?: string;
  validUntil?: string;
  /** Address to name as recipient: hashed with `salt`, hashed without (`''`), or plain (`null`). */
  email?: string;
  salt?: string | null;
  subjectId?: string;
  alignments?: { name: string; url: string; type?: string }[];
  tags?: string[];
  status?: JsonObject | JsonObject[];
  /** Members that replace those of the credential, the subject, the achievement. */
  members?: JsonObject;
  subject?: JsonObject;
  achievement?: JsonObject;
  model?: '1.1' | '2.0';
};

const badgeContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

/** An OB 3.0 document without proof. */
export function buildOb3(issuer: Issuer, order: BadgeOrder = {}): JsonObject {
  const { id = `${issuer.root}/credentials/1`, title = 'Safe use of ladders', model = '2.0' } = order;
  const from = order.validFrom ?? '2026-01-01T00:00:00Z';
  const until =
    order.validUntil === undefined
      ? {}
      : { [model === '2.0' ? 'validUntil' : 'expirationDate']: order.validUntil };
  const first =
    model === '2.0' ? 'https://www.w3.org/ns/credentials/v2' : 'https://www.w3.org/2018/credentials/v1';
  return {
    '@context': [first, badgeContext],
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer.id, type: ['Profile'], name: issuer.name },
    [model === '2.0' ? 'validFrom' : 'issuanceDate']: from,
    ...until,
    name: title,
    credentialSubject: buildSubject(issuer, title, order),
    ...(order.status === undefined ? {} : { credentialStatus: order.status }),
    ...order.members,
  };
}

function buildSubject(issuer: Issuer, title: string, order: BadgeOrder): JsonObject {
  const { email, salt = 'pepper', subjectId, alignments = [], tags = [] } = order;
  return {
    ...(subjectId === undefined ? {} : { id: subjectId }),
    type: ['AchievementSubject'],
    ...(email === undefined ? {} : { identifier: [identityOf(email, salt)] }),
    achievement: {
      id: `${issuer.root}/achievements/1`,
      type: ['Achievement'],
      name: title,
      description: 'Sets up, climbs and stores ladders without accident.',
      criteria: { narrative: 'Shown on the practice wall, watched by a trainer.' },
      ...(alignments.length === 0 ? {} : { alignment: alignments.map(alignmentOf) }),
      ...(tags.length === 0 ? {} : { tag: tags }),
      ...order.achievement,
    },
    ...order.subject,
  };
}

function alignmentOf({ name, url, type }: { name: string; url: string; type?: string }): JsonObject {
  const kind = type === undefined ? {} : { targetType: type };
  return { type: ['Alignment'], targetName: name, targetUrl: url, ...kind };
}

function identityOf(email: string, salt: string | null): JsonObject {
  const common = { type: 'IdentityObject', identityType: 'emailAddress' };
  if (salt === null) return { ...common, hashed: false, identityHash: email };
  const hash = createHash('sha256')
    .update(email + salt)
    .digest('hex');
  return { ...common, hashed: true, identityHash: `sha256$${hash}`, ...(salt === '' ? {} : { salt }) };
}

/** An OB 3.0 credential with an embedded proof. `proofMembers` adds to the proof before it is signed. */
export function issueOb3(
  issuer: Issuer,
  order: BadgeOrder & {
    proof?: ProofSuite;
    created?: string;
    proofMembers?: JsonObject;
    mandatory?: string[];
  } = {},
): Promise<JsonObject> {
  const { proof: suite = 'eddsa-rdfc-2022', created = '2026-01-01T00:00:00Z', proofMembers = {} } = order;
  const { mandatory = [] } = order;
  const options = { key: issuer.signing, suite, created: new Date(created), proof: proofMembers, mandatory };
  return signEmbedded(buildOb3(issuer, order), options);
}

/** Members of a token that a test may bend. */
export type TokenOrder = BadgeOrder & {
  alg?: string;
  header?: JsonObject;
  /** Members that replace claims; null removes one. */
  claims?: JsonObject;
  form?: 'body' | 'vc-claim';
};

/** An OB 3.0 credential as VC-JWT, signed by the issuer's key with the algorithm of its kind. */
export function issueJwt(issuer: Issuer, order: TokenOrder = {}): string {
  const credential = buildOb3(issuer, { ...(order.form === 'vc-claim' ? { model: '1.1' } : {}), ...order });
  const payload = order.form === 'vc-claim' ? wrapCredential(credential) : toTokenPayload(credential);
  const merged = { ...payload, ...order.claims };
  const claims = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const alg = order.alg ?? issuer.key.alg;
  const header = { alg, typ: 'JWT', kid: issuer.signing.methodId, ...order.header };
  const stated = Object.fromEntries(Object.entries(header).filter(([, value]) => value !== null));
  return signCompact(issuer, stated, JSON.stringify(claims));
}

function wrapCredential(credential: JsonObject): JsonObject {
  const { iss, sub, jti } = toTokenPayload(credential);
  const seconds = (text: JsonObject[string] | undefined) =>
    typeof text === 'string' ? Date.parse(text) / 1000 : null;
  const nbf = seconds(credential.issuanceDate);
  const exp = seconds(credential.expirationDate);
  const claims = { iss: iss ?? null, sub: sub ?? null, jti: jti ?? null, nbf, exp };
  const stated = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== null));
  return { ...stated, vc: credential };
}

const hashes: Record<string, string> = { ES384: 'sha384', ES512: 'sha512' };

/** Signs any header and payload with a key, also such as no library would sign. */
export function signCompact(issuer: Pick<Issuer, 'key'>, header: JsonObject, payload: string): string {
  const { alg, jwk } = issuer.key;
  const signed = [JSON.stringify(header), payload]
    .map((text) => Buffer.from(text).toString('base64url'))
    .join('.');
  const hash = alg === 'EdDSA' ? null : (hashes[alg] ?? 'sha256');
  const padding = header.alg === 'PS256' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : {};
  const key = { key: jwk, format: 'jwk' as const, dsaEncoding: 'ieee-p1363' as const, ...padding };
  return `${signed}.${sign(hash, Buffer.from(signed), key).toString('base64url')}`;
}
