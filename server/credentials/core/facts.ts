import type { JsonObject } from './json.ts';
import type { EndorsementView, Finding, StatusEntry } from './report.ts';
import type { OpenedClaims } from './sd-jwt.ts';

/** What came of asking for a JSON document. `status` is the HTTP status where there was one. */
export type Fetched =
  | { state: 'found'; url: string; status: number; fetchedAt: string; json: JsonObject }
  | { state: 'blocked' | 'unreachable' | 'malformed'; url: string; status: number | null; detail: string };

/** The document behind an issuer's id, or why there is none. */
export type IssuerDocument =
  | { state: 'found'; json: JsonObject }
  | { state: 'unresolved' | 'blocked' | 'unsupported' | 'foreign'; detail: string };

/** What the issuer's own document says about the key that a proof names. */
export type KeyFact =
  | { state: 'published'; methodId: string; revoked: string | null; expires: string | null }
  | {
      state: 'unlisted' | 'unresolved' | 'blocked' | 'missing' | 'unsupported';
      methodId: string | null;
      detail: string;
    };

/** The arithmetic alone, with the key named; `not-computed` when there was no key to compute with. */
export type Arithmetic = 'right' | 'wrong' | 'not-computed';

/** One embedded proof with what was found out about it. */
export type ProofFact = {
  proof: JsonObject;
  /** Name of the suite for people. */
  suite: string;
  support: 'supported' | 'unsupported' | 'unknown-type';
  key: KeyFact;
  arithmetic: Arithmetic;
  /** Faults seen on the way to the arithmetic: key material, chain, encoding. */
  problems: Finding[];
};

/** A JSON Web Token with what was found out about it. */
export type TokenFact = {
  header: JsonObject;
  body: JsonObject;
  form: 'vc-claim' | 'body';
  key: KeyFact;
  arithmetic: Arithmetic;
  problems: Finding[];
};

/** What a set value says about the credential; only the first two can end it. */
export type StatusMeaning = 'revoked' | 'suspended' | 'refresh' | 'message' | 'other';

/** One status entry of a credential, answered. */
export type StatusFact = {
  type: string;
  meaning: StatusMeaning;
  url: string | null;
  /** The place in the list, where the entry names one that can be read. */
  entry: StatusEntry | null;
  /** `set` counts whatever else failed; `clear` only without a problem. */
  standing: 'set' | 'clear' | 'unknown';
  problem: { code: 'status-unavailable' | 'status-list-invalid' | 'ssrf-blocked'; detail: string } | null;
  reason: string | null;
  /** Said beside the result and never part of it: a message of the issuer, a list that is too short. */
  remarks: string[];
};

/** A schema that the credential names, held against it or not; `detail` says what does not fit, or why it was not held. */
export type SchemaFact = { id: string; state: 'fits' | 'fails' | 'not-run'; detail: string };

/** What canonicalising the document showed. */
export type GraphFact = { state: 'sound' } | { state: 'not-read' } | { state: 'faulty'; finding: Finding };

/** Everything known about a VCDM credential. */
export type VcFacts = {
  kind: 'vc';
  credential: JsonObject;
  securing: 'embedded' | 'jwt' | 'none';
  isBundled: (contextUrl: string) => boolean;
  graph: GraphFact;
  proofs: ProofFact[];
  token: TokenFact | null;
  statuses: StatusFact[];
  schemas: SchemaFact[];
  endorsements: EndorsementView[];
  now: Date;
};

/** Everything known about an Open Badge 2.0. */
export type Ob2Facts = {
  kind: 'ob2';
  securing: 'hosted' | 'signed';
  /** The document handed in; of a hosted badge it only names the address. */
  named: JsonObject;
  /** The document that counts: fetched (hosted) or signed. */
  assertion: Fetched | null;
  badgeClass: JsonObject | null;
  badgeClassUrl: string | null;
  badgeClassProblem: Fetched | null;
  issuer: Fetched | null;
  key: KeyFact | null;
  arithmetic: Arithmetic;
  problems: Finding[];
  revocationList: Fetched | null;
  endorsements: EndorsementView[];
  isBundled: (contextUrl: string) => boolean;
  isBundledInline: (context: JsonObject) => boolean;
  now: Date;
};

/** The holder's own signature under a presentation, taken by itself: what it was made for is judged by who asked. */
export type KeyBinding =
  | { state: 'absent' }
  | { state: 'wrong'; detail: string }
  | { state: 'made'; nonce: string; audience: string; iat: number };

/** Everything known about an SD-JWT VC. */
export type SdJwtFacts = {
  kind: 'sd-jwt';
  token: TokenFact;
  /** Whose it is: `iss`, or the name in a certificate that leads to a trusted authority. */
  issuer: { id: string | null; name: string | null };
  opened: OpenedClaims;
  /** The DID of the key that the credential is bound to; null when it names none. */
  holder: string | null;
  binding: KeyBinding;
  statuses: StatusFact[];
  now: Date;
};
