import { isBadge } from './envelope.ts';
import type { CheckState } from './examination.ts';
import type { Ob2Facts, SdJwtFacts, VcFacts } from './facts.ts';
import type { CheckName, EndorsementView } from './report.ts';
import { isAnswered } from './status-rules.ts';

/** Which checks were carried out. */
export type States = Record<CheckName, CheckState>;

const done = (is: boolean): CheckState => (is ? 'done' : 'not-done');

/** No check but the first was carried out: the document could not be read. */
export const statesOfUnread: States = {
  'well-formed': 'done',
  proof: 'not-done',
  issuer: 'not-done',
  recipient: 'not-done',
  dates: 'not-done',
  status: 'not-done',
  schema: 'not-done',
  endorsements: 'nothing-stated',
};

/** How far the checks of a VCDM credential came. */
export function statesOfVc(facts: VcFacts): States {
  const { token, proofs, statuses, schemas, credential, endorsements, graph } = facts;
  const secured = token === null ? proofs : [token];
  const isVerified = secured.some((fact) => fact.key.state === 'published' && fact.arithmetic === 'right');
  const hasStatus = credential.credentialStatus !== undefined && credential.credentialStatus !== null;
  return {
    'well-formed': done(graph.state !== 'faulty'),
    proof: done(isVerified),
    issuer: done(secured.some((fact) => fact.key.state === 'published')),
    recipient: 'done',
    dates: 'done',
    status: hasStatus ? done(isAnswered(statuses)) : 'nothing-stated',
    schema: isBadge(credential) || schemas.some(({ state }) => state === 'fits') ? 'done' : 'nothing-stated',
    endorsements: stateOfEndorsements(endorsements),
  };
}

/** How far the checks of an SD-JWT VC came. */
export function statesOfSdJwt({ token, opened, statuses }: SdJwtFacts): States {
  const isPublished = token.key.state === 'published';
  return {
    'well-formed': done(opened.ok),
    proof: done(isPublished && token.arithmetic === 'right' && opened.ok),
    issuer: done(isPublished),
    recipient: done(opened.ok),
    dates: 'done',
    status: statuses.length === 0 ? 'nothing-stated' : done(isAnswered(statuses)),
    schema: 'nothing-stated',
    endorsements: 'nothing-stated',
  };
}

/** How far the checks of an Open Badge 2.0 came. */
export function statesOfOb2(facts: Ob2Facts): States {
  const { assertion, issuer, securing, arithmetic, key, revocationList } = facts;
  const isFetched = assertion?.state === 'found' && assertion.status !== 410;
  const hasIssuer = issuer?.state === 'found';
  const isSigned = securing === 'signed';
  const hasList = revocationList !== null;
  return {
    'well-formed': 'done',
    proof: done(isSigned ? arithmetic === 'right' && key?.state === 'published' : isFetched),
    issuer: done(hasIssuer && (!isSigned || key?.state === 'published')),
    recipient: done(isFetched),
    dates: done(isFetched),
    status: hasList ? done(revocationList.state === 'found') : isSigned ? 'nothing-stated' : done(isFetched),
    schema: done(hasIssuer),
    endorsements: stateOfEndorsements(facts.endorsements),
  };
}

/** Endorsements that do not stand add nothing, and take nothing away. */
function stateOfEndorsements(endorsements: readonly EndorsementView[]): CheckState {
  return endorsements.length > 0 && endorsements.every(({ stands }) => stands) ? 'done' : 'nothing-stated';
}

/** How far the checks of a certificate came that only a page shows; `wasRead` when a program read the page. */
export function statesOfPage(wasRead: boolean): States {
  return {
    'well-formed': 'done',
    proof: 'not-done',
    issuer: 'not-done',
    recipient: 'not-done',
    dates: done(wasRead),
    status: 'not-done',
    schema: 'nothing-stated',
    endorsements: 'nothing-stated',
  };
}
