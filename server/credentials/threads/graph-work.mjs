import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { canonizeGraph } from './canonize-graph.mjs';
import { readDisclosure } from './read-disclosure.mjs';

/**
 * Does one piece of work on a graph, in a thread or inline.
 *
 * @template {import('./jobs.ts').GraphJob} Job
 * @param {Job} job
 * @param {import('./jsonld-answers.mjs').Contexts} contexts the only contexts there are, by URL
 * @returns {Promise<import('./jobs.ts').AnswerTo<Job>>}
 */
export async function doGraphWork(job, contexts) {
  return /** @type {import('./jobs.ts').AnswerTo<Job>} */ (await answer(job, contexts));
}

/**
 * @param {import('./jobs.ts').GraphJob} job
 * @param {import('./jsonld-answers.mjs').Contexts} contexts
 */
async function answer(job, contexts) {
  switch (job.kind) {
    case 'canonize':
      return canonizeGraph(job.document, job.digest, contexts);
    case 'json':
      return hashJson(job.document);
    case 'disclosure':
      return readDisclosure(job.document, job.proof, contexts);
  }
}

/**
 * Canonicalises JSON as it is written (JCS, RFC 8785) and hashes it.
 *
 * @param {object} document
 * @returns {import('./jobs.ts').CanonizeAnswer}
 */
function hashJson(document) {
  try {
    const text = canonicalize(document) ?? '';
    return { ok: true, hash: createHash('sha256').update(text).digest('hex') };
  } catch {
    return { ok: false, reason: 'other', detail: 'it cannot be written as canonical JSON' };
  }
}
