import { createHash, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import { base58btc } from 'multiformats/bases/base58';
import { webvhUrl } from '../../core/did-web.ts';
import type { IssuerDocument } from '../../core/facts.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { omit, textOf } from '../../core/json.ts';
import { documentAt } from '../../core/webvh-document.ts';
import { type CheckedLog, checkLog, judgeWitnesses, type LogArithmetic } from '../../core/webvh-log.ts';
import type { GatherContext } from '../context.ts';
import { decodeUtf8, readJson, readJsonList } from '../read-json.ts';
import { readMultibaseKey } from './public-key.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest();
const canonize = (value: Json) => canonicalize(value) ?? '';

const arithmetic: LogArithmetic = {
  hash: (text) => base58btc.encode(Uint8Array.from([0x12, 0x20, ...sha256(text)])).slice(1),
  canonize,
  isSigned,
};

/** Far more letters than an Ed25519 signature has. */
const longestSignature = 200;

/** An eddsa-jcs-2022 proof (VC Data Integrity "eddsa-jcs-2022"): SHA-256(proof options) ‖ SHA-256(document). */
function isSigned(document: JsonObject, proof: JsonObject, multibase: string): boolean {
  const key = readMultibaseKey(multibase);
  const value = textOf(proof.proofValue) ?? '';
  // Decoding base58 takes time with the square of the length.
  if (!key.ok || key.kind !== 'Ed25519' || value.length > longestSignature) return false;
  const signed = Buffer.concat([sha256(canonize(omit(proof, 'proofValue'))), sha256(canonize(document))]);
  try {
    const signature = base58btc.decode(value as `z${string}`);
    return verify(null, signed, key.object, signature);
  } catch {
    return false;
  }
}

type Answer = { ok: true; text: string } | { ok: false; document: IssuerDocument };

const unresolved = (detail: string): IssuerDocument => ({ state: 'unresolved', detail });

/**
 * The document of a did:webvh at a time, from its log, verified in full (verification.md §3.4). `at` is the date that
 * the proof states; without one the latest version speaks. A log that does not hold is nobody's document.
 */
export async function resolveWebvh(
  did: string,
  at: string | null,
  context: GatherContext,
): Promise<IssuerDocument> {
  const url = webvhUrl(did);
  if (url === null) return { state: 'blocked', detail: `${did} does not name a public web address` };
  const answer = await askText(url, 'text/jsonl, application/jsonl, */*', did, context);
  if (!answer.ok) return answer.document;
  const entries = readLines(answer.text);
  if (entries === null) return unresolved(`${url} is no log of a DID`);
  const log = checkLog(entries, did, context.now, arithmetic);
  if (!log.ok) return { state: log.reason === 'unsupported' ? 'unsupported' : 'foreign', detail: log.detail };
  const problem = await askWitnesses(log, url, did, context);
  if (problem !== null) return problem;
  const json = documentAt(log, at);
  return json === null
    ? { state: 'foreign', detail: `${did} did not exist when the proof says that it was made` }
    : { state: 'found', json };
}

async function askText(url: string, accept: string, did: string, context: GatherContext): Promise<Answer> {
  const refuse = (document: IssuerDocument): Answer => ({ ok: false, document });
  const answer = await context.asker.ask(url, accept);
  if (!answer.ok) {
    const isBlocked = answer.reason === 'blocked';
    return refuse(
      isBlocked ? { state: 'blocked', detail: `issuer ${did}: ${answer.detail}` } : unresolved(answer.detail),
    );
  }
  if (answer.status < 200 || answer.status >= 300)
    return refuse(unresolved(`${url} answered ${answer.status}`));
  if (new URL(answer.url).host !== new URL(url).host)
    return refuse(unresolved(`${url} was redirected to another host`));
  const text = decodeUtf8(answer.body);
  return text === null ? refuse(unresolved(`${url} is not UTF-8 text`)) : { ok: true, text };
}

/** One JSON object a line, each behind the gate. */
function readLines(text: string): JsonObject[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const read = lines.slice(0, 1_001).map((line) => readJson(line));
  const entries = read.flatMap((line) => (line.ok ? [line.json] : []));
  return entries.length === read.length ? entries : null;
}

async function askWitnesses(
  log: Extract<CheckedLog, { ok: true }>,
  url: string,
  did: string,
  context: GatherContext,
): Promise<IssuerDocument | null> {
  if (log.needs.every((need) => need === null)) return null;
  const address = url.replace(/did\.jsonl$/, 'did-witness.json');
  const answer = await askText(address, 'application/json', did, context);
  if (!answer.ok) return answer.document;
  const read = readJsonList(answer.text);
  if (!read.ok) return unresolved(`${address}: ${read.detail}`);
  const missing = judgeWitnesses(log, read.list, arithmetic);
  return missing === null ? null : { state: 'foreign', detail: missing };
}
