import { maskAddress } from '#server/accounts/core/address.ts';
import { isObject, type JsonObject, objectsOf, textOf, typesOf, wordsOf } from './json.ts';
import { organisationOf } from './judge-edc.ts';
import type { Identity } from './recipient.ts';
import type { AlignmentView, CredentialView, ResultView, StatedFact } from './report.ts';

/** A document that nests further than this is no learner's record. */
const deepest = 12;

/**
 * What a European Digital Credential says (ELM 3). Names, dates of birth and numbers of the person are not read: an
 * address binds, and the rest is nobody's business.
 */
export function viewEdc(credential: JsonObject): CredentialView {
  const subject = objectsOf(credential.credentialSubject)[0] ?? {};
  const claims = objectsOf(subject.hasClaim);
  const achievements = claims.flatMap((claim) => listAchievements(claim, 0));
  const [first = claims[0] ?? {}] = achievements;
  const outcomes = achievements.flatMap(outcomesOf);
  const [address] = listMailboxes(subject);
  const begins = textOf(credential.validFrom) ?? textOf(credential.issuanceDate);
  return {
    id: textOf(credential.id),
    kind: 'certificate',
    title: wordsOf(first.title) ?? wordsOf(specificationOf(first).title),
    description: wordsOf(first.description) ?? wordsOf(specificationOf(first).description),
    criteria: null,
    achievementType: null,
    issuer: viewIssuer(credential),
    issuedAt: textOf(credential.issued) ?? begins,
    validFrom: begins,
    validUntil: textOf(credential.validUntil) ?? textOf(credential.expirationDate),
    recipient: address === undefined ? null : { type: 'email', value: maskAddress(address), isDid: false },
    results: achievements.flatMap((achievement) => objectsOf(achievement.provenBy)).map(viewAssessment),
    evidence: [],
    tags: outcomes.flatMap((outcome) => wordsOf(outcome.title) ?? []),
    alignments: outcomes.flatMap(alignmentsOf),
    signed: true,
    facts: achievements.flatMap(factsOf),
  };
}

/** The identities that bind: the mailboxes of the person. */
export function identitiesOfEdc(credential: JsonObject): Identity[] {
  const subject = objectsOf(credential.credentialSubject)[0] ?? {};
  return listMailboxes(subject).map((value) => ({ type: 'email', value, hashed: false, salt: '' }));
}

function listMailboxes(subject: JsonObject): string[] {
  const boxes = objectsOf(subject.contactPoint).flatMap((point) => objectsOf(point.emailAddress));
  return boxes.flatMap((box) => /^mailto:([^?]+)/i.exec(textOf(box.id) ?? '')?.[1] ?? []);
}

/** The issuer goes by the identifier that its seal proves; the id inside the document is only a place in it. */
function viewIssuer(credential: JsonObject): CredentialView['issuer'] {
  const issuer = isObject(credential.issuer) ? credential.issuer : {};
  const organisation = organisationOf(credential);
  const page = objectsOf(issuer.homepage)[0] ?? {};
  return {
    id: organisation === null ? null : `eidas:${organisation}`,
    name: wordsOf(issuer.legalName) ?? wordsOf(issuer.prefLabel) ?? wordsOf(issuer.altLabel),
    url: textOf(page.contentURL) ?? textOf(page.contentUrl),
  };
}

/** Achievements, and those they are made of. What was only attended, or is only allowed from now on, proves no skill. */
function listAchievements(claim: JsonObject, depth: number): JsonObject[] {
  if (depth > deepest) return [];
  const own = typesOf(claim).includes('LearningAchievement') ? [claim] : [];
  return [...own, ...objectsOf(claim.hasPart).flatMap((part) => listAchievements(part, depth + 1))];
}

function specificationOf(claim: JsonObject): JsonObject {
  return objectsOf(claim.specifiedBy)[0] ?? {};
}

/** The outcomes of what an achievement is specified by, and of the parts of that. */
function outcomesOf(achievement: JsonObject): JsonObject[] {
  const visit = (specification: JsonObject, depth: number): JsonObject[] =>
    depth > deepest
      ? []
      : [
          ...objectsOf(specification.learningOutcome),
          ...objectsOf(specification.hasPart).flatMap((part) => visit(part, depth + 1)),
        ];
  return objectsOf(achievement.specifiedBy).flatMap((specification) => visit(specification, 0));
}

function alignmentsOf(outcome: JsonObject): AlignmentView[] {
  const skills = [...objectsOf(outcome.relatedESCOSkill), ...objectsOf(outcome.relatedSkill)];
  return skills.map((skill) => ({
    targetName: wordsOf(skill.prefLabel) ?? wordsOf(outcome.title),
    targetUrl: textOf(skill.id),
    targetType: null,
    targetFramework: null,
    targetCode: null,
  }));
}

function conceptOf(value: JsonObject[string] | undefined): string | null {
  const concept = objectsOf(value)[0];
  return concept === undefined ? null : (wordsOf(concept.prefLabel) ?? textOf(concept.id));
}

/** A mark counts as one on a scale when the assessment names its grading scheme. */
function viewAssessment(assessment: JsonObject): ResultView {
  const grade = objectsOf(assessment.grade)[0] ?? {};
  const hasScale = objectsOf(specificationOf(assessment).gradingScheme).length > 0;
  return {
    name: wordsOf(assessment.title),
    type: hasScale ? 'Result' : null,
    value: wordsOf(grade.noteLiteral),
    achievedLevel: null,
    status: null,
    level: null,
    alignmentUrls: [],
  };
}

function factsOf(achievement: JsonObject): StatedFact[] {
  const specification = specificationOf(achievement);
  const credits = objectsOf(specification.creditPoint).map((credit) =>
    [textOf(credit.point), conceptOf(credit.framework)].filter((part) => part !== null).join(' '),
  );
  const proofs = objectsOf(achievement.provenBy).map((assessment) => conceptOf(assessment.idVerification));
  const stated: [StatedFact['term'], string | null][] = [
    ['eqf-level', conceptOf(specification.eqfLevel)],
    ['national-level', conceptOf(specification.nqfLevel)],
    ['credit', credits.join(', ')],
    ['workload', textOf(specification.volumeOfLearning)],
    ['supervision', proofs.filter((part) => part !== null).join(', ')],
  ];
  return stated.flatMap(([term, value]) => (value ? [{ term, value }] : []));
}
