import { maskAddress } from '#server/accounts/core/address.ts';
import type { Ob2Facts, VcFacts } from './facts.ts';
import {
  asArray,
  idOf,
  isObject,
  type Json,
  type JsonObject,
  objectsOf,
  textOf,
  textsOf,
  wordsOf,
} from './json.ts';
import { readLevel, rubricLevelsOf } from './levels.ts';
import { readIdentity } from './recipient.ts';
import type { AlignmentView, CredentialView, EvidenceView, RecipientView, ResultView } from './report.ts';

const portfolioTypes = ['Project', 'Portfolio', 'CreativeWork'];
const certificateTypes = [
  'Certificate',
  'CertificateOfCompletion',
  'Certification',
  'License',
  'Degree',
  'Diploma',
  'BachelorDegree',
  'MasterDegree',
  'DoctoralDegree',
];

function kindOf(achievementType: string | null): CredentialView['kind'] {
  if (achievementType === null) return 'badge';
  if (portfolioTypes.includes(achievementType)) return 'portfolio';
  return certificateTypes.includes(achievementType) ? 'certificate' : 'badge';
}

/** What a VCDM credential says. The achievement's name is shown, since some issuers put the person's into `name`. */
export function viewVc({
  credential,
  securing,
  token,
}: Pick<VcFacts, 'credential' | 'securing' | 'token'>): CredentialView {
  const subject = objectsOf(credential.credentialSubject)[0] ?? {};
  const achievement = objectsOf(subject.achievement)[0] ?? {};
  const issuer: JsonObject = isObject(credential.issuer) ? credential.issuer : {};
  const achievementType = textOf(achievement.achievementType);
  const body = token?.body ?? {};
  const begins = textOf(credential.validFrom) ?? textOf(credential.issuanceDate) ?? secondsToText(body.nbf);
  return {
    id: textOf(credential.id) ?? textOf(body.jti),
    kind: kindOf(achievementType),
    title: wordsOf(achievement.name) ?? wordsOf(credential.name),
    description: wordsOf(achievement.description) ?? wordsOf(credential.description),
    criteria: criteriaOf(achievement.criteria),
    criteriaUrl: idOf(achievement.criteria),
    achievementType,
    issuer: {
      id: idOf(credential.issuer) ?? textOf(body.iss),
      name: wordsOf(issuer.name),
      url: textOf(issuer.url),
    },
    issuedAt: textOf(credential.awardedDate) ?? begins,
    validFrom: begins,
    validUntil: textOf(credential.validUntil) ?? textOf(credential.expirationDate) ?? secondsToText(body.exp),
    recipient: viewRecipient(textOf(subject.id) ?? textOf(body.sub), asArray(subject.identifier)),
    results: objectsOf(subject.result).map((result) => viewResult(result, achievement)),
    evidence: [...objectsOf(credential.evidence), ...objectsOf(subject.evidence)].map(viewEvidence),
    tags: textsOf(achievement.tag ?? achievement.tags),
    alignments: [...ownCompetency(achievement), ...objectsOf(achievement.alignment).map(viewAlignment)],
    signed: securing !== 'none',
  };
}

/** What an Open Badge 2.0 says, from the documents that count. */
export function viewOb2(
  facts: Pick<Ob2Facts, 'assertion' | 'named' | 'badgeClass' | 'issuer'>,
): CredentialView {
  const assertion = facts.assertion?.state === 'found' ? facts.assertion.json : facts.named;
  const badge = facts.badgeClass ?? (isObject(assertion.badge) ? assertion.badge : {});
  const profile: JsonObject = facts.issuer?.state === 'found' ? facts.issuer.json : {};
  const alignment = badge.alignment ?? badge.alignments;
  return {
    id: textOf(assertion.id) ?? textOf(facts.named.id),
    kind: 'badge',
    title: wordsOf(badge.name),
    description: wordsOf(badge.description),
    criteria: criteriaOf(badge.criteria),
    criteriaUrl: idOf(badge.criteria),
    achievementType: null,
    issuer: {
      // Where the profile was really found; what it calls itself may be somebody else's name.
      id: facts.issuer?.state === 'found' ? facts.issuer.url : idOf(badge.issuer),
      name: wordsOf(profile.name),
      url: textOf(profile.url),
    },
    issuedAt: textOf(assertion.issuedOn),
    validFrom: textOf(assertion.issuedOn),
    validUntil: textOf(assertion.expires),
    recipient: viewRecipient(null, asArray(assertion.recipient)),
    results: [],
    evidence: asArray(assertion.evidence).map((item) =>
      isObject(item) ? viewEvidence(item) : { ...viewEvidence({}), id: textOf(item) },
    ),
    tags: textsOf(badge.tags ?? badge.tag),
    alignments: objectsOf(alignment).map(viewAlignment),
    signed: true,
  };
}

function secondsToText(value: Json | undefined): string | null {
  const isDate = typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 253_402_300_800;
  return isDate ? new Date(value * 1000).toISOString() : null;
}

function criteriaOf(value: Json | undefined): string | null {
  return isObject(value) ? (wordsOf(value.narrative) ?? textOf(value.id)) : textOf(value);
}

function viewRecipient(subjectId: string | null, identifiers: Json[]): RecipientView | null {
  const [identity] = identifiers.flatMap(readIdentity);
  if (identity) {
    const { type, value, hashed } = identity;
    const isAddress = !hashed && value.includes('@');
    return {
      type: type || null,
      value: isAddress ? maskAddress(value) : value,
      isDid: value.startsWith('did:'),
    };
  }
  if (subjectId === null) return null;
  const address = /^mailto:(.+)$/i.exec(subjectId)?.[1];
  if (address !== undefined) return { type: 'email', value: maskAddress(address), isDid: false };
  return { type: 'id', value: subjectId, isDid: subjectId.startsWith('did:') };
}

function viewResult(result: JsonObject, achievement: JsonObject): ResultView {
  const description = objectsOf(achievement.resultDescription).find(
    (entry) => entry.id === result.resultDescription,
  );
  const { level, name } = readLevel(result, achievement);
  return {
    name: wordsOf(description?.name),
    type: textOf(description?.resultType),
    value: textOf(result.value),
    achievedLevel: name,
    status: textOf(result.status),
    level,
    ...(description === undefined ? {} : { scale: viewScale(description) }),
    alignmentUrls: [...objectsOf(result.alignment), ...objectsOf(description?.alignment)].flatMap((entry) =>
      textsOf(entry.targetUrl),
    ),
  };
}

function viewScale(description: JsonObject): NonNullable<ResultView['scale']> {
  const levels = rubricLevelsOf(description);
  const pass = levels.find(({ id }) => id === description.requiredLevel);
  return {
    max: textOf(description.valueMax),
    required: textOf(description.requiredValue) ?? wordsOf(pass?.name),
    levels: levels.flatMap((level) => wordsOf(level.name) ?? textOf(level.level) ?? []),
  };
}

function viewEvidence(item: JsonObject): EvidenceView {
  return {
    id: textOf(item.id),
    name: wordsOf(item.name),
    narrative: wordsOf(item.narrative),
    description: wordsOf(item.description),
    genre: wordsOf(item.genre),
  };
}

/** An achievement of type Competency is one: its own id names the skill, as an alignment would (OB 3.0 `AchievementType`). */
function ownCompetency(achievement: JsonObject): AlignmentView[] {
  if (achievement.achievementType !== 'Competency') return [];
  const { id, name } = achievement;
  return [viewAlignment({ targetName: name ?? null, targetUrl: id ?? null, targetType: 'Competency' })];
}

/** An alignment as written. OB 1.x and early 2.0 wrote `url` and `name` where OB 2.0 writes `targetUrl` and `targetName`. */
export function viewAlignment(item: JsonObject): AlignmentView {
  return {
    targetName: wordsOf(item.targetName) ?? wordsOf(item.name),
    targetUrl: textOf(item.targetUrl) ?? textOf(item.url),
    targetType: textOf(item.targetType),
    targetFramework: wordsOf(item.targetFramework),
    targetCode: textOf(item.targetCode),
  };
}
