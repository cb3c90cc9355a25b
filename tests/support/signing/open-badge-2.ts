import { createHash } from 'node:crypto';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { type Issuer, publishProfile } from './issuer.ts';
import { signCompact } from './open-badge-3.ts';

/** What may be said about an OB 2.0 badge; everything has a usual value. */
export type Ob2Order = {
  title?: string;
  email?: string;
  salt?: string;
  issuedOn?: string;
  expires?: string;
  tags?: string[];
  alignments?: { name: string; url: string }[];
  /** Members that replace those of the assertion, the badge class, the profile. */
  assertion?: JsonObject;
  badge?: JsonObject;
  profile?: JsonObject;
};

const context = 'https://w3id.org/openbadges/v2';

function buildAssertion(issuer: Issuer, order: Ob2Order, verification: JsonObject): JsonObject {
  const { email = 'ada@example.org', salt = 'pepper', issuedOn = '2026-01-01T00:00:00Z', expires } = order;
  const hash = createHash('sha256')
    .update(email + salt)
    .digest('hex');
  return {
    '@context': context,
    id: `${issuer.root}/assertions/1.json`,
    type: 'Assertion',
    recipient: { type: 'email', hashed: true, salt, identity: `sha256$${hash}` },
    badge: `${issuer.root}/badges/1.json`,
    verification,
    issuedOn,
    ...(expires === undefined ? {} : { expires }),
    ...order.assertion,
  };
}

function publishBadge(issuer: Issuer, order: Ob2Order): void {
  const id = `${issuer.root}/badges/1.json`;
  const { title = 'Safe use of ladders', tags = [], alignments = [] } = order;
  issuer.documents.set(id, {
    '@context': context,
    id,
    type: 'BadgeClass',
    name: title,
    description: 'Sets up, climbs and stores ladders without accident.',
    image: `${issuer.root}/badges/1.png`,
    criteria: { narrative: 'Shown on the practice wall.' },
    issuer: publishProfile(issuer, order.profile),
    tags,
    alignment: alignments.map(({ name, url }) => ({ targetName: name, targetUrl: url })),
    ...order.badge,
  });
}

/** A hosted OB 2.0 assertion; it and everything it links to are added to the issuer's documents. */
export function issueOb2Hosted(issuer: Issuer, order: Ob2Order = {}): JsonObject {
  publishBadge(issuer, order);
  const assertion = buildAssertion(issuer, order, { type: 'HostedBadge' });
  issuer.documents.set(String(assertion.id), assertion);
  return assertion;
}

/** A signed OB 2.0 assertion (JWS); everything it links to is added to the issuer's documents. */
export function issueOb2Signed(issuer: Issuer, order: Ob2Order = {}): string {
  publishBadge(issuer, order);
  const verification = { type: 'SignedBadge', creator: `${issuer.root}/key-2.json` };
  const urn = { id: 'urn:uuid:0f6c3a0e-0000-4000-8000-000000000001' };
  const assertion = buildAssertion(
    issuer,
    { ...order, assertion: { ...urn, ...order.assertion } },
    verification,
  );
  return signCompact(issuer, { alg: issuer.key.alg }, JSON.stringify(assertion));
}

/** Adds a revocation list to the issuer's documents and returns its address, to be named in the profile. */
export function publishRevocationList(issuer: Issuer, revoked: (string | JsonObject)[]): string {
  const id = `${issuer.root}/revocations-2.json`;
  issuer.documents.set(id, { '@context': context, id, type: 'RevocationList', revokedAssertions: revoked });
  return id;
}
