import type { JsonObject } from '../core/json.ts';

/** The hash of a canonical form: SHA-384 goes with P-384 keys, for the blank nodes as well as for the result. */
export type Digest = 'sha256' | 'sha384';

/** Why a document cannot be read as a graph. */
export type GraphRefusal = {
  ok: false;
  reason: 'context-unknown' | 'protected' | 'dropped' | 'symmetric' | 'other' | 'too-long';
  detail: string;
};

/** What canonicalising gave: the hash (hex) of the N-Quads, or why there is none. */
export type CanonizeAnswer = { ok: true; hash: string } | GraphRefusal;

/**
 * What a derived proof (ecdsa-sd-2023) gave: whether every revealed statement bears its signature, and what the
 * issuer's own key must have signed.
 */
export type DisclosureAnswer =
  | { ok: true; holds: boolean; signed: Uint8Array; signature: Uint8Array }
  | GraphRefusal;

/** Work that may take long: a document as a graph, or (`json`) as it is written. */
export type GraphJob =
  | { kind: 'canonize'; document: JsonObject; digest: Digest }
  | { kind: 'json'; document: JsonObject }
  | { kind: 'disclosure'; document: JsonObject; proof: JsonObject };

/** The answer that a job has. */
export type AnswerTo<Job extends GraphJob> = Job extends { kind: 'disclosure' }
  ? DisclosureAnswer
  : CanonizeAnswer;
