import type { GraphFact } from '../core/facts.ts';
import { type JsonObject, objectsOf, omit } from '../core/json.ts';
import { canonize } from '../threads/canonize.ts';
import type { CanonizeAnswer } from '../threads/jobs.ts';
import { findSuite } from './suites/find-suite.ts';
import { explainGraph } from './suites/suite.ts';

/**
 * A document as a graph: its canonical hash, or why there is none (null: no proof asked for it), and how many JSON
 * values it has.
 */
export type Graph = { answer: CanonizeAnswer | null; values: number };

/**
 * Canonicalises a document without its proofs, signed or not; but not one whose proofs all cover the JSON as it is
 * written, whatever its words mean.
 */
export async function readGraph(credential: JsonObject, values: number): Promise<Graph> {
  const rows = objectsOf(credential.proof).flatMap((proof) => findSuite(proof).row ?? []);
  const isNeeded = rows.length === 0 || rows.some(({ covers }) => covers === 'graph');
  return { answer: isNeeded ? await canonize(omit(credential, 'proof'), values) : null, values };
}

/** What reading the graph showed about the document. */
export function judgeGraph({ answer }: Graph): GraphFact {
  if (answer === null) return { state: 'not-read' };
  return answer.ok ? { state: 'sound' } : { state: 'faulty', finding: explainGraph(answer) };
}
