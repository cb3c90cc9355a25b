import { verifyDocument } from '#server/credentials/verify-document.ts';
import { warmUpVerifier } from '#server/credentials/warm-up-verifier.ts';
import {
  hasShared,
  offlineFetch,
  pinnedDocuments,
  readCorpus,
  readManifest,
} from '#tests/conformance/manifest.ts';
import { createIssuer, issueJwt, issueOb3, type ProofSuite } from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';
import { watchTurns } from '../turns.ts';

const resolver = { byUri: () => null, byLabel: () => [] };

type Job = () => Promise<unknown>;

/** Every document of the corpus, as it is. */
function corpusJobs(): Job[] {
  if (!hasShared) return [];
  const manifest = readManifest();
  const now = new Date(manifest.evaluate_at);
  return manifest.cases.map((entry) => {
    const didDocuments = pinnedDocuments(entry.network, entry.file);
    const fetch = offlineFetch(entry.network);
    const bytes = readCorpus(entry.file);
    return () => verifyDocument(bytes, { fetch, now, resolver, didDocuments });
  });
}

const tags = (count: number) => Array.from({ length: count }, (_, at) => `tag ${at}`);
const evidence = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ type: ['Evidence'], name: `work ${at}`, narrative: 'x' }));

/** Typical badges, some with very many values, and some as large as they may be. */
async function madeJobs(): Promise<Job[]> {
  const issuer = createIssuer({ kind: 'did:key', seed: 'loop' });
  const now = new Date('2026-11-23T00:00:00Z');
  const fetch = serve(issuer.documents);
  const suites: ProofSuite[] = ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'Ed25519Signature2018'];
  const contents: Buffer[] = [];
  const add = (content: string | object) =>
    contents.push(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)));
  for (let at = 0; at < 100; at++) {
    add(await issueOb3(issuer, { id: `urn:uuid:loop-${at}`, tags: tags(5) }));
    add(issueJwt(issuer, { id: `urn:uuid:jwt-${at}`, tags: tags(5) }));
  }
  const orders = [
    ...[50, 150, 250, 400, 600, 1_900].map((count) => ({ tags: tags(count) })),
    ...[20, 60, 150, 600].map((count) => ({ members: { evidence: evidence(count) } })),
    ...[200, 1_900].map((kib) => ({ achievement: { description: 'x'.repeat(kib * 1024) } })),
  ];
  for (const [at, order] of orders.entries())
    for (const proof of suites) add(await issueOb3(issuer, { ...order, proof, id: `urn:uuid:large-${at}` }));
  return contents.map((content) => () => verifyDocument(content, { fetch, now, resolver }));
}

/** Runs work and tells how long single turns of the event loop were. */
async function watch(run: () => Promise<unknown>): Promise<string> {
  const { longest, byClock, byClock99 } = await watchTurns(run);
  const ms = (value: number | null) => (value === null ? 'unknown' : `${value.toFixed(1)} ms`);
  return `longest turn ${ms(longest)}; by the clock (monitorEventLoopDelay) longest ${ms(byClock)}, 99 % below ${ms(byClock99)}`;
}

async function runEach(jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) await job();
}

/** How long the event loop waited in a process that has just begun: making the verifier ready, then the corpus. */
export async function measureColdLoop(): Promise<string> {
  const ready = await watch(warmUpVerifier);
  const jobs = corpusJobs();
  return [
    `Event loop of a process just begun:`,
    `- making ready: ${ready}`,
    `- the corpus, ${jobs.length} documents one after another: ${await watch(() => runEach(jobs))}`,
  ].join('\n');
}

/** How long the event loop waited for documents one after another, and for all of them at once. */
export async function measureLoop(): Promise<string> {
  const jobs = [...corpusJobs(), ...(await madeJobs())];
  const idle = await watch(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  const alone = await watch(() => runEach(jobs));
  const fresh = [...corpusJobs(), ...(await madeJobs())];
  const together = await watch(() => Promise.all(fresh.map((job) => job())));
  return [
    `Event loop, ${jobs.length} documents (the corpus, typical badges, large ones up to 2 MiB):`,
    `- idle: ${idle}`,
    `- one after another: ${alone}`,
    `- all at once: ${together}`,
  ].join('\n');
}
