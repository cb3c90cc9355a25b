import { z } from 'zod';
import { anchorOutput, resultShape, stageShape } from './core/anchor-shapes.ts';
import { issuerOutput, trustOutput } from './core/issuer-shapes.ts';

export type { AnchorOutput } from './core/anchor-shapes.ts';
export {
  type IssuerKeyOutput,
  type IssuerPageOutput,
  issuerInput,
  issuerPageOutput,
  type SeenOutput,
  type TrustOutput,
  type UsedListOutput,
  type VoucherOutput,
} from './core/issuer-shapes.ts';
export {
  decideProposalInput,
  dismissInput,
  onProfileInput,
  publicLinkInput,
  walletPageInput,
} from './core/wallet-inputs.ts';

/** The eight checks, in the order in which every report shows them. */
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

export const verdictShape = z.enum(['valid', 'invalid', 'unknown']);
export const boundShape = z.enum(['yes', 'no', 'not-asked']);

/** One line of a report. */
export const checkOutput = z.object({
  name: z.enum(checkNames),
  result: resultShape,
  code: z.string(),
  message: z.string(),
  source: z.string().nullable(),
  at: z.date(),
  tookMs: z.number(),
});
export type CheckOutput = z.output<typeof checkOutput>;

/** A skill as a page shows it. `standing` is null when nothing of it counts. */
export const skillOutput = z.object({
  skillKey: z.int().nullable(),
  label: z.string(),
  uri: z.string().nullable(),
  level: z.int().nullable(),
  source: z.enum(['alignment', 'tag', 'name']),
  state: z.enum(['proven', 'unknown', 'lapsed', 'proposed', 'confirmed', 'not-counted']),
  /** True when confirming it makes it count, because the issuer's own tag names the skill. */
  namedByIssuer: z.boolean(),
  words: z.string().nullable(),
});
export type SkillOutput = z.output<typeof skillOutput>;

/** A page of a platform, to be opened by hand. */
const pageOutput = z.object({ platform: z.string(), url: z.url({ protocol: /^https$/ }) });

/** A credential as a row of the wallet. */
export const credentialOutput = z.object({
  id: z.uuid(),
  candidateId: z.uuid(),
  title: z.string(),
  kind: z.enum(['badge', 'certificate', 'portfolio']),
  format: z.string(),
  issuer: issuerOutput,
  signed: z.boolean(),
  /** The page of a platform that stands in for a document nobody signed, to be opened by hand. */
  page: pageOutput.nullable(),
  verdict: verdictShape,
  code: z.string().nullable(),
  stage: stageShape,
  /** What is wrong and how to mend it; null when nothing is. */
  sentence: z.string().nullable(),
  hint: z.string().nullable(),
  bound: boundShape,
  /** True when it is valid and the candidate's: the only state in which it counts. */
  counts: z.boolean(),
  recipient: z.string().nullable(),
  tier: z.object({ level: z.int(), rule: z.string() }),
  issuedAt: z.date().nullable(),
  validFrom: z.date().nullable(),
  validUntil: z.date().nullable(),
  checkedAt: z.date(),
  verdictSince: z.date(),
  /** When it was last found to stand, by itself or by its status lists; null = never. */
  lastGoodAt: z.date().nullable(),
  /** Since when issuer or status list give no answer; null unless that is why it is unknown. */
  unreachableSince: z.date().nullable(),
  /** When its status lists were last read since then; null when it has none, or they were not. */
  statusReadAt: z.date().nullable(),
  nextCheckAt: z.date(),
  receivedAt: z.date(),
  publicLink: z.boolean(),
  /** True when it stands on the holder's public page. */
  onProfile: z.boolean(),
  skills: skillOutput.array(),
});
export type CredentialOutput = z.output<typeof credentialOutput>;

/** A term of the document with its value, for "what the issuer says". */
export const statementOutput = z.object({
  term: z.string(),
  value: z.string().nullable(),
  link: z.string().nullable(),
});

/** An earlier verification. */
export const runOutput = z.object({
  id: z.uuid(),
  at: z.date(),
  trigger: z.string(),
  verdict: verdictShape,
  code: z.string().nullable(),
  bound: boundShape,
});

/** A stretch of verifications that all found the same; `silent`: nobody answered, which withdraws nothing (V16). */
const spellOutput = z.object({
  id: z.uuid(),
  from: z.date(),
  to: z.date(),
  checks: z.int(),
  verdict: verdictShape,
  code: z.string().nullable(),
  bound: boundShape,
  silent: z.boolean(),
});

/** A result the issuer states, with the scale or rubric it is read by where that is stated too. */
export const resultOutput = z.object({
  name: z.string().nullable(),
  value: z.string().nullable(),
  max: z.string().nullable(),
  required: z.string().nullable(),
  level: z.string().nullable(),
  /** Names of all levels of the rubric, lowest first. */
  levels: z.string().array(),
  status: z.string().nullable(),
});
export type ResultOutput = z.output<typeof resultOutput>;

/** Somebody's word about the credential; `problem` says why it adds nothing, null while it stands. */
export const endorsementOutput = z.object({
  about: z.enum(['credential', 'achievement', 'issuer']),
  issuerName: z.string().nullable(),
  since: z.date().nullable(),
  until: z.date().nullable(),
  comment: z.string().nullable(),
  stands: z.boolean(),
  problem: z.string().nullable(),
});
export type EndorsementOutput = z.output<typeof endorsementOutput>;

/** A credential that lies in another one: verified alone, with its own verdict and eight lines. */
export const partOutput = z.object({
  format: z.string(),
  title: z.string().nullable(),
  issuerName: z.string().nullable(),
  signed: z.boolean(),
  verdict: verdictShape,
  code: z.string().nullable(),
  sentence: z.string().nullable(),
  hint: z.string().nullable(),
  bound: boundShape,
  validUntil: z.date().nullable(),
  tier: z.object({ level: z.int(), rule: z.string() }),
  checks: checkOutput.array().length(8),
  skills: skillOutput.array(),
  get parts(): z.ZodArray<typeof partOutput> {
    return partOutput.array();
  },
});
export type PartOutput = z.output<typeof partOutput>;

/** Everything on the proof page. */
export const proofOutput = credentialOutput.extend({
  /**
   * holder: the owner looks; granted: an employer with a grant; masked: such an employer, while the job hides names;
   * public: anybody with the address.
   */
  viewer: z.enum(['holder', 'granted', 'masked', 'public']),
  holderName: z.string().nullable(),
  /** Null when it names no issuer. */
  trust: trustOutput.nullable(),
  description: z.string().nullable(),
  achievementType: z.string().nullable(),
  criteria: z.string().nullable(),
  /** Where the criteria can be read, if the issuer says so besides its own words. */
  criteriaUrl: z.string().nullable(),
  results: resultOutput.array(),
  statements: statementOutput.array(),
  endorsements: endorsementOutput.array(),
  parts: partOutput.array(),
  /** When the issuer's refresh service gave the newer copy that this is about; null = it is about the original. */
  refreshedAt: z.date().nullable(),
  checks: checkOutput.array().length(8),
  anchor: anchorOutput.nullable(),
  tookMs: z.number(),
  runs: runOutput.array(),
  /** The same as spells, latest first, 20 at most. */
  spells: spellOutput.array(),
  container: z.string(),
  original: z.object({
    name: z.string(),
    size: z.number(),
    mediaType: z.string(),
    sourceUrl: z.string().nullable(),
  }),
  /** First part of the document as text, or null when it is not text. */
  raw: z.string().nullable(),
});
export type ProofOutput = z.output<typeof proofOutput>;

/** A report about a document that nobody keeps (verify page, command line, REST). */
export const reportOutput = z.object({
  format: z.string(),
  container: z.string(),
  verdict: verdictShape,
  code: z.string().nullable(),
  stage: stageShape,
  sentence: z.string().nullable(),
  hint: z.string().nullable(),
  bound: boundShape,
  checks: checkOutput.array().length(8),
  anchor: anchorOutput.nullable(),
  title: z.string().nullable(),
  trust: trustOutput.nullable(),
  description: z.string().nullable(),
  signed: z.boolean(),
  page: pageOutput.nullable(),
  recipient: z.string().nullable(),
  issuedAt: z.date().nullable(),
  validUntil: z.date().nullable(),
  tier: z.object({ level: z.int(), rule: z.string() }),
  skills: skillOutput.array(),
  endorsements: endorsementOutput.array(),
  parts: partOutput.array(),
  /** The same, signed for third parties (compact JWS); it names nobody. */
  signedReport: z.string(),
});
export type ReportOutput = z.output<typeof reportOutput>;

/** What may be imported or verified: exactly one of a file, an address or a text. */
export const importForm = z.instanceof(FormData);

/** One item of an import and how far it is. */
export const importItemOutput = z.object({
  id: z.uuid(),
  source: z.enum(['file', 'url', 'paste', 'wallet']),
  name: z.string(),
  size: z.number(),
  state: z.enum(['received', 'reading', 'checking', 'reading-skills', 'done', 'refused']),
  /** Refusal code, its sentence and how to mend it; null unless refused. */
  code: z.string().nullable(),
  sentence: z.string().nullable(),
  hint: z.string().nullable(),
  duplicate: z.boolean(),
  /** How many credentials were in it, each an item of its own by now; null unless it was an archive of several. */
  unpacked: z.int().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
  credential: credentialOutput.nullable(),
});
export type ImportItemOutput = z.output<typeof importItemOutput>;

/** Names one credential of the caller. */
export const credentialIdInput = z.object({ id: z.uuid() });

/** Names one credential of anybody; the answer is "not found" unless the caller may see it. */
export const proofInput = z.object({ candidateId: z.uuid(), credentialId: z.uuid() });

/** What the card of a shared credential says (the picture for other people's pages). */
export const cardOutput = credentialOutput
  .pick({ title: true, kind: true, issuer: true, verdict: true, bound: true, code: true })
  .extend({
    /** When it was found so: the picture says it, since pictures are kept. */
    at: z.date(),
  });
export type CardOutput = z.output<typeof cardOutput>;

/** Wallet: what counts today and what does not. */
export const walletOutput = z.object({
  counting: credentialOutput.array(),
  others: credentialOutput.array(),
});
export type WalletOutput = z.output<typeof walletOutput>;

export const walletPageOutput = z.object({
  items: credentialOutput.array(),
  nextCursor: z.uuid().nullable(),
});
export type WalletPageOutput = z.output<typeof walletPageOutput>;

/** What a wallet adds up to. */
export const walletOverviewOutput = z.object({
  kinds: z
    .object({ kind: z.enum(['badge', 'certificate', 'portfolio']), counting: z.int(), others: z.int() })
    .array(),
  /** How many proofs open by their link. */
  shared: z.int(),
  /** Up to three that count today and end within thirty days, the nearest first. */
  endsSoon: credentialOutput.array(),
  /** Skills proven today with their best proof, 60 at most. */
  proven: z
    .object({
      skillKey: z.int(),
      label: z.string(),
      level: z.int().nullable(),
      candidateId: z.uuid(),
      credentialId: z.uuid(),
    })
    .array(),
});
export type WalletOverviewOutput = z.output<typeof walletOverviewOutput>;
