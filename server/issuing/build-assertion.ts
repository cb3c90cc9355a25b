import { hashIdentity, writeDate } from './build-badge.ts';
import type { Achievement, Recipient } from './core/order.ts';
import type { Profile } from './ensure-profile.ts';

const context = 'https://w3id.org/openbadges/v2';

/** Everything an Open Badges 2.0 assertion is made of. */
export interface AssertionParts {
  /** Id of the issued credential; part of its addresses. */
  id: string;
  root: string;
  profile: Profile;
  achievement: Achievement;
  recipient: Recipient;
  salt: string;
  issuedOn: Date;
  expires: Date | null;
}

/** An Open Badges 2.0 assertion with its badge class inside; levels have no place in this format. */
export function buildAssertion(parts: AssertionParts, kind: 'hosted' | 'signed') {
  const { id, root, achievement, recipient, salt, issuedOn, expires } = parts;
  const identity =
    'email' in recipient
      ? { type: 'email', hashed: true, salt, identity: hashIdentity(recipient.email, salt) }
      : { type: 'id', hashed: false, identity: recipient.did };
  const verification =
    kind === 'hosted' ? { type: 'HostedBadge' } : { type: 'SignedBadge', creator: `${root}/keys/1.json` };
  const evidence = achievement.evidence.map((item) => ({ type: 'Evidence', ...item }));
  return {
    '@context': context,
    id: kind === 'hosted' ? `${root}/assertions/${id}.json` : `urn:uuid:${id}`,
    type: 'Assertion',
    recipient: identity,
    badge: buildBadgeClass(parts),
    verification,
    issuedOn: writeDate(issuedOn),
    ...(expires ? { expires: writeDate(expires) } : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
  };
}

function buildBadgeClass({ id, root, profile, achievement }: AssertionParts) {
  return {
    '@context': context,
    id: `${root}/badges/${id}.json`,
    type: 'BadgeClass',
    name: achievement.title,
    description: achievement.description,
    image: `${root}/badges/${id}.png`,
    criteria: { narrative: achievement.criteria },
    issuer: profile.profileUrl,
    tags: [...achievement.tags],
    alignment: achievement.skills.map((skill) => ({ targetName: skill.name, targetUrl: skill.uri })),
  };
}
