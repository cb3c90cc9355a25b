import { hash } from 'node:crypto';
import type { JsonObject } from '../core/json.ts';
import { giveWay } from '../gather/give-way.ts';
import { engine } from './engine.ts';
import type { AnswerTo, CanonizeAnswer, Digest, DisclosureAnswer, GraphJob, GraphRefusal } from './jobs.ts';

/**
 * Below this weight a document is read inline: typical badges are, records are not (docs/performance.md). A value
 * weighs 1, and so does a kilobyte of text.
 */
const inlineWeight = 150;

/** JSON has no meaning to be worked out. */
const jsonLightness = 10;

/** A derived proof costs two readings, and a signature a statement. */
const disclosureWeight = 4;

/**
 * Canonicalises a document: small ones at once, others in a thread.
 *
 * @param values how many JSON values the gate counted in it
 * @param digest the hash of the result, and of the algorithm itself
 */
export function canonize(
  document: JsonObject,
  values: number,
  digest: Digest = 'sha256',
): Promise<CanonizeAnswer> {
  return work({ kind: 'canonize', document, digest }, values);
}

/** Canonicalises a document as the JSON it is (JCS), for proofs that cover that. */
export function canonizeJson(document: JsonObject, values: number): Promise<CanonizeAnswer> {
  return work({ kind: 'json', document }, values / jsonLightness);
}

/** Reads the statements that a derived proof (ecdsa-sd-2023) reveals, and checks their signatures. */
export function readDisclosure(
  document: JsonObject,
  proof: JsonObject,
  values: number,
): Promise<DisclosureAnswer> {
  return work({ kind: 'disclosure', document, proof }, values * disclosureWeight);
}

const longestRemembered = 64 * 1024;

async function work<Job extends GraphJob>(job: Job, weight: number): Promise<AnswerTo<Job> | GraphRefusal> {
  const text = JSON.stringify(job);
  const key = text.length > longestRemembered ? null : hash('sha256', text, 'base64');
  const known = key === null ? undefined : engine.answers.get(key);
  if (known) return known as AnswerTo<Job>;
  const isLight = weight + text.length / 1_000 < inlineWeight;
  const answer = await (isLight ? engine.workInline(job) : sendToThread(text));
  if (answer.ok && key !== null) engine.answers.set(key, answer);
  return answer as AnswerTo<Job>;
}

/** Writing a large document down and handing it over each take some milliseconds: not in one turn. */
async function sendToThread(text: string): Promise<AnswerTo<GraphJob> | GraphRefusal> {
  await giveWay();
  return engine.workInThread(text);
}
