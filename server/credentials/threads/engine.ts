import { LRUCache } from 'lru-cache';
import { bundledContexts } from '../contexts/bundled-contexts.ts';
import { contextCache } from '../core/jsonld-cache.mjs';
import { giveWay } from '../gather/give-way.ts';
import { doGraphWork } from './graph-work.mjs';
import type { AnswerTo, GraphJob, GraphRefusal } from './jobs.ts';
import { workInThread } from './seats.ts';

/** What reads graphs: contexts processed, code compiled, threads begun, answers of late. */
type Engine = {
  /**
   * By the hash of everything that they follow from. Contexts are part of the program, so that they need no mention. A
   * document that is looked at again costs its hash.
   */
  answers: LRUCache<string, AnswerTo<GraphJob>>;
  workInline: (job: GraphJob) => Promise<AnswerTo<GraphJob>>;
  /** @param text a job as JSON */
  workInThread: (text: string) => Promise<AnswerTo<GraphJob> | GraphRefusal>;
};

const shared = globalThis as typeof globalThis & { assayGraphEngine?: Engine };

function makeEngine(): Engine {
  // Processing a context that is not known yet takes as long as ten credentials.
  contextCache.giveWay = giveWay;
  return {
    answers: new LRUCache({ max: 5_000 }),
    workInline: (job) => doGraphWork(job, bundledContexts),
    workInThread,
  };
}

/**
 * The one engine of this process. A bundler makes a copy of this file for each kind of entry (the start of the process,
 * pages, doors); all of them use what the first one has warmed up.
 */
shared.assayGraphEngine ??= makeEngine();
export const engine: Engine = shared.assayGraphEngine;
