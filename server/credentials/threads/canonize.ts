import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { bundledContexts } from '../contexts/bundled-contexts.ts';
import type { JsonObject } from '../core/json.ts';
import { doGraphWork } from './graph-work.mjs';
import type { AnswerTo, CanonizeAnswer, Digest, DisclosureAnswer, GraphJob, GraphRefusal } from './jobs.ts';
import { workInThread } from './seats.ts';

/** Below this many values a document is read inline: no document of that size takes long. */
const inlineValues = 500;

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

async function work<Job extends GraphJob>(job: Job, weight: number): Promise<AnswerTo<Job> | GraphRefusal> {
  const key = createHash('sha256').update(JSON.stringify(job)).digest('base64');
  const known = answers.get(key);
  if (known) return known as AnswerTo<Job>;
  const answer = await (weight < inlineValues ? doGraphWork(job, bundledContexts) : workInThread(job));
  if (answer.ok) answers.set(key, answer);
  return answer;
}
