import type { ProofFact } from '../../core/facts.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Finding } from '../../core/report.ts';
import type { CanonizeAnswer, GraphRefusal } from '../../threads/jobs.ts';
import type { KeyKind, ReadyKey } from '../keys/public-key.ts';

/** The signature of a proof, decoded. A detached JWS also has a header, which is signed with the rest. */
export type Signature = { bytes: Uint8Array; header?: { alg: string; text: string } };

/** The signature, or the fault that keeps it from being read. */
export type ReadSignature = { ok: true; signature: Signature } | { ok: false; problem: Finding };

/** One proof with everything that its arithmetic needs. */
export type ProofInput = {
  proof: JsonObject;
  /** What was signed: the credential without proofs, or with the earlier ones of a chain. */
  document: JsonObject;
  /** How many JSON values the credential has. */
  values: number;
  /** What canonicalising `document` gave, where it was done already. */
  graph: CanonizeAnswer | null;
  key: ReadyKey;
  signature: Signature;
};

/** What the arithmetic gave. */
export type ProofOutcome = Pick<ProofFact, 'arithmetic' | 'problems'>;

/** How the proofs of one kind are verified; one row of the table in `find-suite.ts`. */
export type Suite = {
  /** Kinds of keys that it takes. */
  keys: readonly KeyKind[];
  /** What the signature covers: the meaning (a graph), or the JSON as it is written. */
  covers: 'graph' | 'json';
  readSignature: (proof: JsonObject) => ReadSignature;
  /** Faults of the proof's own vocabulary. */
  judgeVocabulary: (proof: JsonObject, document: JsonObject) => Finding[];
  compute: (input: ProofInput) => Promise<ProofOutcome>;
};

/** A fault of a proof, as a finding. */
export function proofFault(code: Finding['code'], detail: string): Finding {
  return { code, check: 'proof', detail };
}

/** The outcome when nothing could be computed. */
export function notComputed(...problems: Finding[]): ProofOutcome {
  return { arithmetic: 'not-computed', problems };
}

/** What it means for a document that it, or a proof in it, cannot be read as a graph. */
export function explainGraph({ reason, detail }: GraphRefusal): Finding {
  const check = 'well-formed';
  switch (reason) {
    case 'context-unknown':
      return { code: 'context-unknown', check, detail };
    case 'protected':
    case 'dropped':
      return { code: 'context-tampered', check, detail };
    case 'too-long':
      return { code: 'too-large', check, detail };
    case 'symmetric':
    case 'other':
      return { code: 'malformed', check, detail };
  }
}
