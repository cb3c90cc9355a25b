import canonicalize from 'canonicalize';
import { asArray, type Json, type JsonObject, omit } from '../../core/json.ts';
import type { Finding } from '../../core/report.ts';
import { canonize, canonizeJson } from '../../threads/canonize.ts';
import type { Digest } from '../../threads/jobs.ts';
import { explainGraph, type ProofInput } from './suite.ts';

/** Hash of the proof options ‖ hash of the document, or the fault that keeps them from being computed. */
export type SignedHashes = { ok: true; bytes: Buffer } | { ok: false; problems: Finding[] };

/** P-384 goes with SHA-384, everything else with SHA-256 (DI ECDSA §3.2). */
export function digestFor({ key }: ProofInput): Digest {
  return key.kind === 'P-384' ? 'sha384' : 'sha256';
}

/** The proof without its signature, in the vocabulary given. */
function optionsOf(proof: JsonObject, vocabulary: Json): JsonObject {
  return { ...omit(proof, 'proofValue', 'jws', 'signatureValue'), '@context': vocabulary };
}

/**
 * Canonicalises both by RDFC-1.0 in safe mode.
 *
 * @param vocabulary the contexts of the proof options; those of the document where none are given
 */
export async function hashGraphs(
  input: ProofInput,
  digest: Digest,
  vocabulary: Json = input.document['@context'] ?? null,
): Promise<SignedHashes> {
  const { proof, document, values, graph } = input;
  const isKnown = graph !== null && digest === 'sha256';
  const documentHash = isKnown ? graph : await canonize(document, values, digest);
  // A document that cannot be read as a graph is reported once, as a fact of its own.
  if (!documentHash.ok) return { ok: false, problems: graph === null ? [explainGraph(documentHash)] : [] };
  const optionsHash = await canonize(optionsOf(proof, vocabulary), values, digest);
  if (!optionsHash.ok) return { ok: false, problems: [explainGraph(optionsHash)] };
  return { ok: true, bytes: Buffer.from(optionsHash.hash + documentHash.hash, 'hex') };
}

/**
 * Canonicalises both as JSON (JCS, RFC 8785). A proof with contexts of its own covers those of the document's that it
 * names, and no more (DI EdDSA §3.3.2).
 */
export async function hashJson({ proof, document, values }: ProofInput): Promise<SignedHashes> {
  const own = proof['@context'];
  const signed = own === undefined ? document : { ...document, '@context': own };
  const answers = [await canonizeJson(omit(proof, 'proofValue'), 0), await canonizeJson(signed, values)];
  const hashes = answers.flatMap((answer) => (answer.ok ? answer.hash : []));
  const problems = answers.flatMap((answer) => (answer.ok ? [] : explainGraph(answer)));
  return problems.length === 0
    ? { ok: true, bytes: Buffer.from(hashes.join(''), 'hex') }
    : { ok: false, problems };
}

/** Vocabulary of its own inside a proof would not be the document's. */
export function refuseVocabulary(proof: JsonObject): Finding[] {
  if (proof['@context'] === undefined) return [];
  return [{ code: 'context-tampered', check: 'well-formed', detail: 'proof.@context' }];
}

/** A proof over JSON may name the contexts that it was made under: those that the document begins with. */
export function compareVocabulary(proof: JsonObject, document: JsonObject): Finding[] {
  const stated = asArray(document['@context']);
  const begins = asArray(proof['@context']).every(
    (context, place) => canonicalize(context) === canonicalize(stated[place]),
  );
  const detail = 'the document does not begin with the contexts that its proof was made under';
  return begins ? [] : [{ code: 'context-tampered', check: 'well-formed', detail }];
}
