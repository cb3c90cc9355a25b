import { AppError } from '#server/platform/errors.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { completeChecks } from './complete-checks.ts';
import { type Mask, noMask } from './core/mask-holder.ts';
import type { CredentialView, EndorsementView, FindingCode, ResultView } from './core/report.ts';
import { wasUnanswered } from './core/schedule.ts';
import { describeTrust } from './describe-trust.ts';
import { maskProof } from './mask-credential.ts';
import { presentCredential } from './present-credential.ts';
import { hideRecipient, hideRecipients, presentEndorsement, readParts } from './present-part.ts';
import type { AnchorOutput, CheckOutput, ProofOutput, ResultOutput } from './schemas.ts';
import { findCredential, findParts, type StoredCredential } from './store/credentials.ts';
import { findLatestRun, listRuns, listSpells, type Spell } from './store/runs.ts';

/** Who looks at a proof; decided at the door. */
type ProofViewer = ProofOutput['viewer'];

/** Who looks, by what name they know the holder, and what to take out of the words for a `masked` reader. */
export interface ProofReader {
  viewer: ProofViewer;
  holderName: string | null;
  mask: Mask;
}

/** The holder, who knows everything. */
export function holderReader(holderName: string | null = null): ProofReader {
  return { viewer: 'holder', holderName, mask: noMask };
}

/** True when the reader may see whom a credential names, and the document itself. */
export function knowsHolder(viewer: ProofViewer): boolean {
  return viewer === 'holder' || viewer === 'granted';
}

const rawLimit = 64 * 1024;

/** What is stored of a document's words, with what others say about it (`recordReport`). */
type StoredView = CredentialView & { endorsements?: EndorsementView[] };

const unknownProof = () =>
  new AppError('proof.unknown', 'not-found', 'There is no such proof, or it is not shared with you.');

/** True when anybody with the address may see the proof. */
export async function isProofPublic(candidateId: string, credentialId: string): Promise<boolean> {
  const stored = await findCredential(candidateScope(candidateId), credentialId);
  return stored?.publicLink ?? false;
}

/**
 * The proof page's content. Raw document and recipient are for the holder and granted employers; the public, and
 * employers whose job hides names, see the report and the issuer's words. Errors: `proof.unknown`.
 */
export async function getProof(
  candidateId: string,
  credentialId: string,
  reader: ProofReader,
  now: Date,
): Promise<ProofOutput> {
  const proof = await readProof(candidateId, credentialId, reader, now);
  return reader.viewer === 'masked' ? maskProof(proof, reader.mask) : proof;
}

async function readProof(
  candidateId: string,
  credentialId: string,
  { viewer, holderName }: ProofReader,
  now: Date,
): Promise<ProofOutput> {
  const scope = candidateScope(candidateId);
  const [stored, storedParts, run, runs, spells] = await Promise.all([
    findCredential(scope, credentialId),
    findParts(scope, credentialId),
    findLatestRun(scope, credentialId),
    listRuns(scope, credentialId, 20),
    listSpells(scope, credentialId, 20),
  ]);
  if (!stored || !run) throw unknownProof();
  const view = stored.view as unknown as StoredView;
  const shown = presentCredential(candidateId, stored);
  const parts = readParts(storedParts);
  return {
    ...shown,
    recipient: !knowsHolder(viewer) ? null : shown.recipient,
    // Such a page prints a name.
    page: !knowsHolder(viewer) ? null : shown.page,
    viewer,
    holderName,
    trust: await describeStoredTrust(stored.issuerId, view.issuer.name, now),
    description: view.description,
    achievementType: view.achievementType,
    criteria: view.criteria,
    criteriaUrl: view.criteriaUrl?.startsWith('https://') ? view.criteriaUrl : null,
    results: view.results.map(presentResult),
    statements: statementsOf(view),
    endorsements: (view.endorsements ?? []).map(presentEndorsement),
    parts: !knowsHolder(viewer) ? hideRecipients(parts) : parts,
    refreshedAt: stored.refreshedAt,
    checks: completeChecks(run.checks, run.at)
      .map((check) => asLastRead(check, shown.statusReadAt))
      .map((check) => (!knowsHolder(viewer) ? hideRecipient(check) : check)),
    anchor: stored.anchor as AnchorOutput | null,
    tookMs: run.tookMs,
    runs: runs.map((entry) => ({
      id: entry.id,
      at: entry.at,
      trigger: entry.trigger,
      verdict: entry.verdict as ProofOutput['verdict'],
      code: entry.decidingCode,
      bound: entry.bound as ProofOutput['bound'],
    })),
    spells: spells.map(presentSpell),
    container: stored.container,
    original: {
      // People put their names into the names of files.
      name: !knowsHolder(viewer) ? 'document' : stored.originalName,
      size: stored.originalSize,
      mediaType: stored.mediaType,
      sourceUrl: !knowsHolder(viewer) ? null : stored.sourceUrl,
    },
    raw: !knowsHolder(viewer) ? null : await readableOriginal(stored),
  };
}

/** A status that passed was found the same at each look at its lists since. */
function asLastRead(check: CheckOutput, readAt: Date | null): CheckOutput {
  return check.name === 'status' && check.result === 'pass' && readAt !== null
    ? { ...check, at: readAt }
    : check;
}

function presentSpell({ decidingCode, ...spell }: Spell): ProofOutput['spells'][number] {
  const verdict = spell.verdict as ProofOutput['verdict'];
  const code = decidingCode as FindingCode | null;
  return {
    ...spell,
    verdict,
    code,
    bound: spell.bound as ProofOutput['bound'],
    silent: wasUnanswered({ verdict, code }),
  };
}

function presentResult({ name, value, achievedLevel, status, scale }: ResultView): ResultOutput {
  const { max = null, required = null, levels = [] } = scale ?? {};
  return { name, value, max, required, level: achievedLevel, levels, status };
}

async function describeStoredTrust(id: string | null, claimedName: string | null, now: Date) {
  return id === null ? null : describeTrust({ id, claimedName }, now);
}

function statementsOf(view: CredentialView): ProofOutput['statements'] {
  return [
    ...(view.evidence.length === 0
      ? [{ term: 'evidence', value: null, link: null }]
      : view.evidence.map((item) => ({
          term: 'evidence',
          value: item.name ?? item.narrative ?? item.description ?? item.id,
          link: item.id?.startsWith('https://') ? item.id : null,
        }))),
    { term: 'tags', value: view.tags.join(', ') || null, link: null },
    ...(view.facts ?? []).map(({ term, value }) => ({ term, value, link: null })),
  ];
}

async function readableOriginal(stored: StoredCredential): Promise<string | null> {
  const bytes = await files().get(stored.refreshedKey ?? stored.originalKey);
  const head = bytes.subarray(0, rawLimit);
  if (head.includes(0)) return null;
  const text = new TextDecoder().decode(head);
  try {
    return bytes.byteLength <= rawLimit ? JSON.stringify(JSON.parse(text), null, 2) : text;
  } catch {
    return text;
  }
}

/** The bytes as received, with their name and media type. Errors: `proof.unknown`. */
export async function getOriginal(candidateId: string, credentialId: string) {
  const stored = await findCredential(candidateScope(candidateId), credentialId);
  if (!stored) throw unknownProof();
  return {
    bytes: await files().get(stored.originalKey),
    name: stored.originalName,
    mediaType: stored.mediaType,
  };
}

/** The bytes that the verdict is about: the issuer's newer copy where there is one. Errors: `proof.unknown`. */
export async function getJudged(candidateId: string, credentialId: string): Promise<Uint8Array> {
  const stored = await findCredential(candidateScope(candidateId), credentialId);
  if (!stored) throw unknownProof();
  return files().get(stored.refreshedKey ?? stored.originalKey);
}
