import { judgeTokenDates } from './claims.ts';
import { judgeContexts } from './envelope.ts';
import type { Arithmetic, GraphFact, KeyFact, ProofFact } from './facts.ts';
import { asArray, idOf, type Json, type JsonObject, omit, textOf, typesOf } from './json.ts';
import { judgeArithmetic, judgeKey, judgeKeyLife, judgeProofDates } from './proof-rules.ts';
import type { Finding } from './report.ts';

/** Everything known about a verifiable presentation, whatever is inside it. */
export type PresentationFacts = {
  presentation: JsonObject;
  /** Whom the signature must come from: the holder it states, else whose key it names. */
  holder: string | null;
  isBundled: (contextUrl: string) => boolean;
  graph: GraphFact;
  proofs: ProofFact[];
  token: PresentationToken | null;
  now: Date;
};

/** A presentation that is a token, with what was found out about its key. */
export type PresentationToken = {
  header: JsonObject;
  body: JsonObject;
  key: KeyFact;
  arithmetic: Arithmetic;
  problems: Finding[];
};

/** What a verifier asked to be signed: a nonce that was used for nothing else, and its own name. */
export type Asked = { challenge: string; domain: string };

const proofFinding = (code: Finding['code'], detail: string): Finding => ({ code, check: 'proof', detail });

/**
 * Every finding about a presentation itself (verification.md §2.13); what is inside is judged alone. Without `asked` it
 * was handed in like a file: then its challenge was somebody else's, and it says nothing about who brings it. Pure.
 */
export function judgePresentation(facts: PresentationFacts, asked: Asked | null): Finding[] {
  const { presentation, graph, token } = facts;
  const findings: Finding[] = [];
  if (!typesOf(presentation).includes('VerifiablePresentation'))
    findings.push({ code: 'schema', check: 'well-formed', detail: 'type has no VerifiablePresentation' });
  // Credentials inside have contexts of their own, and are judged with them.
  const credential = omit(presentation, 'verifiableCredential');
  const securing = token === null ? 'embedded' : 'jwt';
  findings.push(...judgeContexts({ credential, securing, isBundled: facts.isBundled }));
  if (graph.state === 'faulty') findings.push(graph.finding);
  findings.push(...(token === null ? judgeProofSet(facts, asked) : judgePresentedToken(token, facts, asked)));
  return findings;
}

/** All must hold, and one is enough only where nobody asked: several could be several people's. */
function judgeProofSet({ proofs, now }: PresentationFacts, asked: Asked | null): Finding[] {
  if (proofs.length === 0) return [proofFinding('missing-proof', 'there is no proof')];
  if (proofs.length > 8 || (asked !== null && proofs.length > 1))
    return [proofFinding('malformed', 'there are too many proofs')];
  const unread = proofs.filter((fact) => fact.support !== 'supported');
  return [
    ...unread.map(({ suite }) => proofFinding('unsupported-suite', suite)),
    ...proofs.flatMap((fact) => [
      ...judgeArithmetic(fact),
      ...(fact.support === 'supported' ? judgeKey(fact.key) : []),
      ...judgeKeyLife(fact.key, textOf(fact.proof.created), now),
      ...judgeProofDates(fact.proof, now),
      ...judgeUse(fact.proof, asked),
    ]),
  ];
}

function judgeUse(proof: JsonObject, asked: Asked | null): Finding[] {
  const findings: Finding[] = [];
  const purpose = textOf(proof.proofPurpose);
  if (purpose === null) findings.push(proofFinding('malformed', 'proofPurpose is missing'));
  else if (purpose !== 'authentication')
    findings.push({ code: 'issuer-unbound', check: 'issuer', detail: `the proof was made for ${purpose}` });
  if (asked !== null && !(proof.challenge === asked.challenge && isOnly(proof.domain, asked.domain)))
    findings.push(proofFinding('replayed', 'its challenge or domain is not the one asked for'));
  return findings;
}

function judgePresentedToken(
  token: PresentationToken,
  { presentation, holder, now }: PresentationFacts,
  asked: Asked | null,
): Finding[] {
  const { body } = token;
  const findings = [
    ...judgeArithmetic(token),
    ...judgeKey(token.key),
    ...judgeKeyLife(token.key, null, now),
    ...judgeTokenDates(body, now),
  ];
  const stated = idOf(presentation.holder);
  if (stated !== null && stated !== holder)
    findings.push(proofFinding('claims-mismatch', 'iss: is not the holder of the presentation'));
  if (asked !== null && !(body.nonce === asked.challenge && isOnly(body.aud, asked.domain)))
    findings.push(proofFinding('replayed', 'its nonce or audience is not the one asked for'));
  return findings;
}

/** True for the text, or a list of nothing but it: a proof for several verifiers could be used at another of them. */
function isOnly(value: Json | undefined, wanted: string): boolean {
  const list = asArray(value);
  return list.length === 1 && list[0] === wanted;
}
