import type { Mask } from './core/mask-holder.ts';
import { hideRecipient, hideRecipients } from './present-part.ts';
import type { CheckOutput, CredentialOutput, PartOutput, ProofOutput } from './schemas.ts';

const maskMaybe = (text: string | null, mask: Mask) => (text === null ? null : mask(text));

/** A credential as a reader may see it who may not know yet whose it is. Its holder's page on a platform goes. */
export function maskCredential<Shown extends CredentialOutput>(shown: Shown, mask: Mask): Shown {
  const title = mask(shown.title);
  const { issuer } = shown;
  // Who issued to themselves is an issuer with their own name and page.
  const own = mask(issuer.name) !== issuer.name || (issuer.id !== null && mask(issuer.id) !== issuer.id);
  return {
    ...shown,
    title,
    // Changed words are not the issuer's any more.
    signed: shown.signed && title === shown.title,
    issuer: {
      ...issuer,
      name: mask(issuer.name),
      claimedName: maskMaybe(issuer.claimedName, mask),
      ...(own ? { id: null, url: null } : {}),
    },
    page: null,
    sentence: maskMaybe(shown.sentence, mask),
    recipient: null,
    skills: shown.skills.map((skill) => ({ ...skill, words: maskMaybe(skill.words, mask) })),
  };
}

function maskCheck(check: CheckOutput, mask: Mask): CheckOutput {
  const { message, source, ...rest } = hideRecipient(check);
  return { ...rest, message: mask(message), source: maskMaybe(source, mask) };
}

function maskPart(part: PartOutput, mask: Mask): PartOutput {
  const title = maskMaybe(part.title, mask);
  return {
    ...part,
    title,
    signed: part.signed && title === part.title,
    issuerName: maskMaybe(part.issuerName, mask),
    sentence: maskMaybe(part.sentence, mask),
    checks: part.checks.map((check) => maskCheck(check, mask)),
    skills: part.skills.map((skill) => ({ ...skill, words: maskMaybe(skill.words, mask) })),
    parts: part.parts.map((inner) => maskPart(inner, mask)),
  };
}

/** A proof as a reader may see it who may not know yet whose it is: without document, recipient and own links. */
export function maskProof(proof: ProofOutput, mask: Mask): ProofOutput {
  const shown = maskCredential(proof, mask);
  return {
    ...shown,
    trust: shown.issuer.id === null ? null : proof.trust,
    description: maskMaybe(proof.description, mask),
    criteria: maskMaybe(proof.criteria, mask),
    results: proof.results.map((result) => ({
      ...result,
      name: maskMaybe(result.name, mask),
      value: maskMaybe(result.value, mask),
    })),
    // Where evidence can be seen is the person's own place.
    statements: proof.statements.map(({ term, value }) => ({
      term,
      value: maskMaybe(value, mask),
      link: null,
    })),
    endorsements: proof.endorsements.map((said) => ({ ...said, comment: maskMaybe(said.comment, mask) })),
    parts: hideRecipients(proof.parts).map((part) => maskPart(part, mask)),
    checks: proof.checks.map((check) => maskCheck(check, mask)),
    anchor: proof.anchor && { ...proof.anchor, detail: mask(proof.anchor.detail) },
  };
}
