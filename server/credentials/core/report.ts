/** The eight checks, in the order in which every report lists them. */
export const checkNames = [
  'well-formed',
  'proof',
  'issuer',
  'recipient',
  'dates',
  'status',
  'schema',
  'endorsements',
] as const;

/** One of the eight checks. */
export type CheckName = (typeof checkNames)[number];

/** What a check found; `unknown` = it could not be carried out, `not-applicable` = there was nothing to check. */
export type CheckResult = 'pass' | 'fail' | 'unknown' | 'not-applicable';

/** Derived from the findings by rank, never stored alone. */
export type Verdict = 'valid' | 'invalid' | 'unknown';

/** Whether the credential was issued to the person asked about; never changes the verdict. */
export type Bound = 'yes' | 'no' | 'not-asked';

/** Stable names of what can be wrong (verification.md §1, §8.1). */
export const findingCodes = [
  'malformed',
  'too-large',
  'not-a-credential',
  'unsupported-version',
  'ssrf-blocked',
  'key-missing',
  'context-unknown',
  'context-tampered',
  'schema',
  'missing-proof',
  'unsupported-suite',
  'signature',
  'anchor-mismatch',
  'key-revoked',
  'issuer-unbound',
  'verification-scope',
  'revoked',
  'suspended',
  'expired',
  'not-yet-valid',
  'claims-mismatch',
  'recipient-mismatch',
  'status-list-invalid',
  'status-unavailable',
  'issuer-unresolvable',
  'layout-changed',
  'platform-page',
  'replayed',
] as const;

/** One of the stable codes. */
export type FindingCode = (typeof findingCodes)[number];

/**
 * Something that a check found. `soft` marks the lower of the two ranks of `schema` (payload, not envelope) and
 * `context-tampered` (inline context, nothing redefined). `source` is the URL or JSON path it was seen at.
 */
export type Finding = {
  code: FindingCode;
  check: CheckName;
  detail: string;
  source?: string;
  soft?: boolean;
};

/** One line of a report; `code` is a finding code, or `ok`, `not-checked`, `not-stated`, `not-asked`, `info`. */
export type Check = {
  name: CheckName;
  result: CheckResult;
  code: string;
  message: string;
  source: string | null;
  at: string;
  tookMs: number;
};

/** Whom a credential names: `value` is a masked address, a hash, a DID or a name as written. */
export type RecipientView = { type: string | null; value: string | null; isDid: boolean };

/** 1 knows, 2 works with help, 3 works alone, 4 leads others. */
export type SkillLevel = 1 | 2 | 3 | 4;

/** One result the issuer states; `level` is the rubric level mapped to 1–4 where it could be mapped. */
export type ResultView = {
  name: string | null;
  /** `resultType` of its description, such as LetterGrade or RubricScore. */
  type: string | null;
  value: string | null;
  achievedLevel: string | null;
  status: string | null;
  level: SkillLevel | null;
  /** How to read the value or level, where the issuer says so. */
  scale?: { max: string | null; required: string | null; levels: string[] };
  /** URLs of the alignments that this result alone speaks about. */
  alignmentUrls: string[];
};

/** A piece of evidence the issuer attached. */
export type EvidenceView = {
  id: string | null;
  name: string | null;
  narrative: string | null;
  description: string | null;
  genre: string | null;
};

/** An alignment as the issuer wrote it. */
export type AlignmentView = {
  targetName: string | null;
  targetUrl: string | null;
  targetType: string | null;
  targetFramework: string | null;
  targetCode: string | null;
};

/** Something that a certificate states about what was learned, under a fixed term. */
export type StatedFact = {
  term: 'eqf-level' | 'national-level' | 'credit' | 'workload' | 'supervision';
  value: string;
};

/** What the document says, read only from members that its securing protects; null = not stated. */
export type CredentialView = {
  id: string | null;
  kind: 'badge' | 'certificate' | 'portfolio';
  title: string | null;
  description: string | null;
  criteria: string | null;
  /** Where the criteria can be read, if that is said besides words. */
  criteriaUrl?: string | null;
  achievementType: string | null;
  issuer: { id: string | null; name: string | null; url: string | null };
  issuedAt: string | null;
  validFrom: string | null;
  validUntil: string | null;
  recipient: RecipientView | null;
  results: ResultView[];
  evidence: EvidenceView[];
  tags: string[];
  alignments: AlignmentView[];
  /** True when an issuer secured it: by a signature, or by hosting it. */
  signed: boolean;
  /** Levels, credits and the like, for formats that state them. */
  facts?: StatedFact[];
  /** The public page that stands in for a document that nobody signed. */
  page?: PageView;
};

/** A page of a learning platform. When it was not read by a program, `readAt` and `hash` are null. */
export type PageView = {
  platform: string;
  /** To be opened by hand. */
  url: string;
  readAt: string | null;
  /** SHA-256 (hex) of the fields read; the page itself is not kept. */
  hash: string | null;
};

/**
 * A skill read from a credential; `counts` only for an exact URI alignment to a known skill of a valid credential.
 * `label` is the scheme's label where the skill is known, `words` what the issuer wrote.
 */
export type SkillReading = {
  label: string;
  words: string;
  uri: string | null;
  skillKey: number | null;
  level: SkillLevel | null;
  source: 'alignment' | 'tag' | 'name';
  confidence: number;
  counts: boolean;
};

/** Strength of evidence 0–5 (features V8) and the id of the rule that gave it (see `core/tier.ts`). */
export type Tier = { level: 0 | 1 | 2 | 3 | 4 | 5; rule: string };

/**
 * The blockchain entry that a credential names, with what is provable without asking anybody shown apart (features
 * V7): `offline` is the receipt's arithmetic, `onChain` what an explorer confirmed.
 */
export type AnchorView = {
  chain: string;
  transaction: string | null;
  offline: CheckResult;
  onChain: CheckResult;
  detail: string;
  /** True for test networks and for none at all: such an anchor costs nothing, and nothing counts. */
  isDemo: boolean;
};

/**
 * A place in a list that says whether a credential still stands: what a later look must ask, and how long the list as
 * read may be kept (`ttlMs`, the issuer's own wish) and counts (`validUntil`). `index` is null for lists of ids.
 */
export type StatusEntry = {
  type: string;
  url: string;
  index: number | null;
  size: number;
  purpose: string;
  ttlMs: number | null;
  validUntil: string | null;
  /** What it said about this credential, if it could be believed, and the value read (null where there was none). */
  standing: 'set' | 'clear' | 'unknown';
  value: number | null;
};

/**
 * Somebody's word about a credential, its achievement or its issuer, verified alone. `problem` is null when it stands:
 * else a finding code, or why it adds nothing. `comment` is only given while it stands.
 */
export type EndorsementView = {
  about: 'credential' | 'achievement' | 'issuer';
  issuer: { id: string | null; name: string | null };
  since: string | null;
  until: string | null;
  comment: string | null;
  stands: boolean;
  problem: FindingCode | 'self' | 'about-something-else' | 'not-an-endorsement' | 'not-looked-at' | null;
};

/** A newer copy that the issuer's refresh service gave, and that stands in place of what was handed in. */
export type RefreshedCopy = { url: string; text: string };

/** The outcome of one verification. `payloadHash` is the SHA-256 (hex) of what was signed, not of its wrapping. */
export type Report = {
  /** Name of the file inside an archive; null for what was handed in by itself. */
  label: string | null;
  format: string;
  container: string;
  verdict: Verdict;
  code: FindingCode | null;
  bound: Bound;
  checks: Check[];
  findings: Finding[];
  credential: CredentialView | null;
  skills: SkillReading[];
  tier: Tier;
  payloadHash: string;
  /** Credentials inside, each with a report of its own. */
  parts: Report[];
  endorsements: EndorsementView[];
  /** What was judged instead of the document handed in; `payloadHash` stays that of the latter. */
  refreshed: RefreshedCopy | null;
  anchor: AnchorView | null;
  /** What a later look depends on; `ttlMs` is the shortest time for which one of its lists may be kept. */
  watch: {
    statusLists: string[];
    statusEntries: StatusEntry[];
    ttlMs: number | null;
    validUntil: string | null;
    validFrom: string | null;
  };
};
