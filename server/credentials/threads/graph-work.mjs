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
  const answer =
    job.kind === 'canonize'
      ? await canonizeGraph(job.document, job.digest, contexts)
      : await readDisclosure(job.document, job.proof, contexts);
  return /** @type {import('./jobs.ts').AnswerTo<Job>} */ (answer);
}
