import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { bundledContexts } from '../contexts/bundled-contexts.ts';
import type { JsonObject } from '../core/json.ts';
import { doGraphWork } from './graph-work.mjs';
import type { AnswerTo, CanonizeAnswer, Digest, DisclosureAnswer, GraphJob, GraphRefusal } from './jobs.ts';
import { workInThread } from './seats.ts';

/**
 * Below this weight a document is read inline: measured, none takes 10 ms then (docs/performance.md). A value weighs 1,
 * and so does a kilobyte of text.
 */
const inlineWeight = 300;

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

/**
 * Answers of late, by the hash of everything that they follow from. Contexts are part of the program, so that they need
 * no mention. A document that is looked at again costs its hash.
 */
const answers = new LRUCache<string, AnswerTo<GraphJob>>({ max: 5_000 });
const longestRemembered = 64 * 1024;

async function work<Job extends GraphJob>(job: Job, weight: number): Promise<AnswerTo<Job> | GraphRefusal> {
  const text = JSON.stringify(job);
  const key = text.length > longestRemembered ? null : createHash('sha256').update(text).digest('base64');
  const known = key === null ? undefined : answers.get(key);
  if (known) return known as AnswerTo<Job>;
  const isLight = weight + text.length / 1_000 < inlineWeight;
  const answer = await (isLight ? doGraphWork(job, bundledContexts) : workInThread(text));
  if (answer.ok && key !== null) answers.set(key, answer);
  return answer as AnswerTo<Job>;
}
