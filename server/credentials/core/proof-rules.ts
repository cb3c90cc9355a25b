import { readInstant, skewMs } from './dates.ts';
import type { KeyFact, ProofFact, TokenFact, VcFacts } from './facts.ts';
import { type JsonObject, textOf } from './json.ts';
import type { Finding } from './report.ts';

/** What a key's standing in the issuer's document means for the credential. */
export function judgeKey(key: KeyFact): Finding[] {
  const at = key.methodId === null ? {} : { source: key.methodId };
  switch (key.state) {
    case 'published':
      return [];
    case 'unlisted':
      return [{ code: 'issuer-unbound', check: 'issuer', detail: key.detail, ...at }];
    case 'unresolved':
      return [{ code: 'issuer-unresolvable', check: 'issuer', detail: key.detail, ...at }];
    case 'blocked':
      return [{ code: 'ssrf-blocked', check: 'issuer', detail: key.detail, ...at }];
    case 'missing':
      return [{ code: 'key-missing', check: 'proof', detail: key.detail, ...at }];
    case 'unsupported':
      return [{ code: 'unsupported-suite', check: 'proof', detail: key.detail, ...at }];
  }
}

/** The key's own life: `revoked` counts for all time, since a thief can write any `created` (§2.5 no. 4). */
export function judgeKeyLife(key: KeyFact, created: string | null, now: Date): Finding[] {
  if (key.state !== 'published') return [];
  const revoked = key.revoked === null ? null : (readInstant(key.revoked)?.ms ?? Number.NEGATIVE_INFINITY);
  const expires = key.expires === null ? null : (readInstant(key.expires)?.ms ?? Number.NEGATIVE_INFINITY);
  const used = created === null ? now.getTime() : (readInstant(created)?.ms ?? now.getTime());
  if (revoked !== null && revoked <= now.getTime())
    return [{ code: 'key-revoked', check: 'issuer', detail: key.revoked ?? '', source: key.methodId }];
  if (expires !== null && expires <= used)
    return [
      { code: 'key-revoked', check: 'issuer', detail: `the key ended ${key.expires}`, source: key.methodId },
    ];
  return [];
}

/** All embedded proofs together (DI §4.6, verification.md §2.5). */
export function judgeProofs(facts: VcFacts): Finding[] {
  const { proofs } = facts;
  if (proofs.length === 0) return [{ code: 'missing-proof', check: 'proof', detail: 'there is no proof' }];
  if (proofs.length > 8)
    return [{ code: 'malformed', check: 'proof', detail: 'there are more than 8 proofs' }];
  const supported = proofs.filter((fact) => fact.support === 'supported');
  const others = proofs.filter((fact) => fact.support !== 'supported').flatMap((fact) => fact.problems);
  if (supported.length === 0) {
    const suites = proofs.map((fact) => fact.suite).join(', ');
    return [...others, { code: 'unsupported-suite', check: 'proof', detail: suites }];
  }
  // Somebody else's proof beside the issuer's own adds nothing, but must not be broken.
  const bound = supported.filter((fact) => fact.key.state === 'published');
  const judged = bound.length > 0 ? bound : supported;
  return [
    ...others,
    ...supported.flatMap((fact) => judgeArithmetic(fact)),
    ...judged.flatMap((fact) => [...judgeKey(fact.key), ...judgeProof(fact, facts.now)]),
  ];
}

/** What the arithmetic showed, and the faults on the way to it. */
export function judgeArithmetic(fact: Pick<ProofFact | TokenFact, 'arithmetic' | 'problems'>): Finding[] {
  const wrong: Finding[] =
    fact.arithmetic === 'wrong'
      ? [{ code: 'signature', check: 'proof', detail: 'the signature does not fit the content' }]
      : [];
  return [...fact.problems, ...wrong];
}

function judgeProof({ proof, key }: ProofFact, now: Date): Finding[] {
  const findings = judgeProofDates(proof, now);
  const purpose = textOf(proof.proofPurpose);
  if (purpose === null)
    findings.push({ code: 'malformed', check: 'proof', detail: 'proofPurpose is missing' });
  else if (purpose !== 'assertionMethod')
    findings.push({ code: 'issuer-unbound', check: 'issuer', detail: `the proof was made for ${purpose}` });
  if (proof.domain !== undefined || proof.challenge !== undefined)
    findings.push({
      code: 'issuer-unbound',
      check: 'issuer',
      detail: 'the proof was made for a presentation',
    });
  findings.push(...judgeKeyLife(key, textOf(proof.created), now));
  return findings;
}

/** `created` and `expires` of a proof against the clock (verification.md §2.5 no. 5). */
export function judgeProofDates(proof: JsonObject, now: Date): Finding[] {
  const findings: Finding[] = [];
  const read = (name: 'created' | 'expires'): number | null => {
    if (proof[name] === undefined) return null;
    const instant = typeof proof[name] === 'string' ? readInstant(proof[name]) : null;
    if (!instant) findings.push({ code: 'malformed', check: 'dates', detail: `proof.${name} is no date` });
    return instant?.ms ?? null;
  };
  const [created, expires] = [read('created'), read('expires')];
  if (created !== null && created > now.getTime() + skewMs)
    findings.push({
      code: 'not-yet-valid',
      check: 'dates',
      detail: textOf(proof.created) ?? '',
      source: 'proof.created',
    });
  if (expires !== null && expires <= now.getTime())
    findings.push({
      code: 'expired',
      check: 'dates',
      detail: textOf(proof.expires) ?? '',
      source: 'proof.expires',
    });
  return findings;
}

/** The signature and the key of a token. */
export function judgeToken(token: TokenFact, now: Date): Finding[] {
  return [...judgeArithmetic(token), ...judgeKey(token.key), ...judgeKeyLife(token.key, null, now)];
}
