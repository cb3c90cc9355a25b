import type { Examination } from './examination.ts';
import { idOf, isObject, type JsonObject, objectsOf, textOf, typesOf, wordsOf } from './json.ts';
import type { EndorsementView, Finding } from './report.ts';

/** What an endorsement is about, and by which ids that goes. */
export type Endorsed = { about: EndorsementView['about']; ids: readonly (string | null)[] };

/** An endorsement as read and judged alone; `deciding` is what is wrong with it. */
export type JudgedEndorsement = {
  document: JsonObject;
  issuer: EndorsementView['issuer'];
  deciding: Pick<Finding, 'code'> | null;
};

/** Who must not speak for the credential: who issued it, and whom it was issued to. */
export type Parties = { issuerId: string | null; subjectId: string | null };

/** The most endorsements that are read of one credential. */
export const mostEndorsements = 4;

/** An endorsement that could not be read, or was not looked at, with the code that says why. */
export function unreadEndorsement(
  about: EndorsementView['about'],
  problem: EndorsementView['problem'],
  id: string | null = null,
): EndorsementView {
  return {
    about,
    issuer: { id, name: null },
    since: null,
    until: null,
    comment: null,
    stands: false,
    problem,
  };
}

/**
 * Whether an endorsement adds trust (OB 3.0 `EndorsementCredential`, OB 2.0 `Endorsement`; verification.md §2.10): it
 * stands by itself, is an endorsement, speaks of just this object, and comes from neither issuer nor holder. Pure.
 */
export function judgeEndorsement(
  endorsed: Endorsed,
  { document, issuer, deciding }: JudgedEndorsement,
  parties: Parties,
): EndorsementView {
  const claim = objectsOf(document.credentialSubject ?? document.claim)[0] ?? {};
  const claimedId = textOf(claim.id) ?? idOf(isObject(document.claim) ? null : (document.claim ?? null));
  const problem = problemOf();
  return {
    about: endorsed.about,
    issuer,
    since: textOf(document.validFrom) ?? textOf(document.issuanceDate) ?? textOf(document.issuedOn),
    until: textOf(document.validUntil) ?? textOf(document.expirationDate) ?? textOf(document.expires),
    comment: problem === null ? wordsOf(claim.endorsementComment) : null,
    stands: problem === null,
    problem,
  };

  function problemOf(): EndorsementView['problem'] {
    if (!typesOf(document).some((type) => type === 'EndorsementCredential' || type === 'Endorsement'))
      return 'not-an-endorsement';
    if (deciding !== null) return deciding.code;
    if (claimedId === null || !endorsed.ids.some((id) => id === claimedId)) return 'about-something-else';
    const speaker = withoutFragment(issuer.id);
    const isParty = [parties.issuerId, parties.subjectId].some(
      (id) => id !== null && withoutFragment(id) === speaker,
    );
    return isParty ? 'self' : null;
  }
}

function withoutFragment(id: string | null): string | null {
  return id?.split('#')[0] ?? null;
}

/**
 * The remark of a report about endorsements, if not all of them stand. `isOwn` is false where the badge could have
 * taken its words from one of them (`core/own-words.ts`).
 */
export function remarkOnEndorsements(
  endorsements: readonly EndorsementView[],
  isOwn = true,
): Examination['remarks'] {
  const standing = endorsements.filter(({ stands }) => stands).length;
  const words = `${standing} of ${endorsements.length} endorsements stand.`;
  if (!isOwn)
    return {
      endorsements: `${words} One inside is not as it was signed, so that no skill is read from the badge.`,
    };
  if (standing === endorsements.length) return {};
  return { endorsements: `${words} The others add nothing; the badge is not affected.` };
}
