import { createHash } from 'node:crypto';
import type { Achievement, Recipient } from './core/order.ts';

/** What of the issuer goes into its badges. */
export interface BadgeIssuer {
  id: string;
  name: string;
  url: string;
}

/** Everything an Open Badges 3.0 document is made of. */
export interface BadgeParts {
  id: string;
  issuer: BadgeIssuer;
  achievement: Achievement;
  achievementUrl: string;
  recipient: Recipient;
  /** Salt for the hashed address; null writes the address as it is. */
  salt: string | null;
  validFrom: Date;
  validUntil: Date | null;
  /** Address of the status list; null for a credential that cannot be withdrawn. */
  statusList: string | null;
  statusIndex: number;
}

const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
];

const levelNames = ['Knows', 'Works with help', 'Works alone', 'Leads others'];

/** A moment as these documents write it: UTC, whole seconds. */
export function writeDate(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}Z`;
}

/** SHA-256 of the address with the salt behind it (OB 2.0 IdentityHash, OB 3.0 IdentityHash). */
export function hashIdentity(email: string, salt: string): string {
  return `sha256$${createHash('sha256')
    .update(email + salt)
    .digest('hex')}`;
}

function identifierOf(email: string, salt: string | null) {
  const common = { type: 'IdentityObject', identityType: 'emailAddress' };
  if (salt === null) return { ...common, hashed: false, identityHash: email };
  return { ...common, hashed: true, salt, identityHash: hashIdentity(email, salt) };
}

/** An Open Badges 3.0 credential (VCDM 2.0) without its proof. */
export function buildBadge(parts: BadgeParts) {
  const { achievement, achievementUrl, recipient, statusList, statusIndex } = parts;
  const levelled = achievement.skills.filter((skill) => skill.level !== null);
  const evidence = achievement.evidence.map((item) => ({ type: ['Evidence'], ...item }));
  return {
    '@context': contexts,
    id: parts.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement.title,
    issuer: { id: parts.issuer.id, type: ['Profile'], name: parts.issuer.name, url: parts.issuer.url },
    validFrom: writeDate(parts.validFrom),
    ...(parts.validUntil ? { validUntil: writeDate(parts.validUntil) } : {}),
    credentialSubject: {
      ...('did' in recipient ? { id: recipient.did } : {}),
      type: ['AchievementSubject'],
      ...('email' in recipient ? { identifier: [identifierOf(recipient.email, parts.salt)] } : {}),
      achievement: describeAchievement(achievement, achievementUrl),
      result: [
        ...levelled.map((skill, at) => ({
          type: ['Result'],
          resultDescription: `${achievementUrl}#level-${at}`,
          achievedLevel: `${achievementUrl}#level-${at}-${skill.level}`,
          alignment: [alignmentOf(skill)],
          status: 'Completed',
        })),
        ...(achievement.result
          ? [
              {
                type: ['Result'],
                resultDescription: `${achievementUrl}#result`,
                value: achievement.result.value,
                status: 'Completed',
              },
            ]
          : []),
      ],
    },
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(statusList === null ? {} : { credentialStatus: statusEntry(statusList, statusIndex) }),
  };
}

function statusEntry(statusList: string, statusIndex: number) {
  return {
    id: `${statusList}#${statusIndex}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(statusIndex),
    statusListCredential: statusList,
  };
}

function describeAchievement(achievement: Achievement, url: string) {
  const levelled = achievement.skills.filter((skill) => skill.level !== null);
  const descriptions = levelled.map((skill, at) => ({
    id: `${url}#level-${at}`,
    type: ['ResultDescription'],
    name: skill.name,
    resultType: 'RubricCriterionLevel',
    rubricCriterionLevel: levelNames.map((name, index) => ({
      id: `${url}#level-${at}-${index + 1}`,
      type: ['RubricCriterionLevel'],
      name,
      level: String(index + 1),
    })),
  }));
  const scale = { resultType: 'Percent', valueMin: '0', valueMax: '100' };
  const statement = { resultType: 'Status' };
  const overall = achievement.result && {
    id: `${url}#result`,
    type: ['ResultDescription'],
    name: 'Result',
    ...(achievement.result.kind === 'percent' ? scale : statement),
  };
  return {
    id: url,
    type: ['Achievement'],
    achievementType: achievement.type,
    name: achievement.title,
    description: achievement.description,
    criteria: { narrative: achievement.criteria },
    alignment: achievement.skills.map(alignmentOf),
    ...(achievement.tags.length > 0 ? { tag: achievement.tags } : {}),
    resultDescription: [...descriptions, ...(overall ? [overall] : [])],
  };
}

function alignmentOf(skill: Achievement['skills'][number]) {
  return { type: ['Alignment'], targetName: skill.name, targetUrl: skill.uri };
}
