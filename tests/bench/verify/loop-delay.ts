import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import {
  hasShared,
  offlineFetch,
  pinnedDocuments,
  readCorpus,
  readManifest,
} from '#tests/conformance/manifest.ts';
import { createIssuer, issueJwt, issueOb3, type ProofSuite } from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';

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

/** What this thread has spent of a processor, in ms; null where the system does not tell. */
function openClock(): { read: () => number; close: () => void } | null {
  const file = `/proc/self/task/${process.pid}/schedstat`;
  if (!existsSync(file)) return null;
  const handle = openSync(file, 'r');
  const buffer = Buffer.alloc(100);
  const read = () => {
    const length = readSync(handle, buffer, 0, buffer.length, 0);
    return Number(buffer.toString('latin1', 0, length).split(' ')[0]) / 1e6;
  };
  return { read, close: () => closeSync(handle) };
}

/** Runs work and tells how long single turns of the event loop were: by the clock, and in processor time. */
async function watch(run: () => Promise<unknown>): Promise<string> {
  const clock = openClock();
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  let longest = 0;
  let before = clock?.read() ?? 0;
  let isDone = false;
  const tick = () => {
    const now = clock?.read() ?? 0;
    longest = Math.max(longest, now - before);
    before = now;
    if (isDone) clock?.close();
    else setImmediate(tick);
  };
  histogram.enable();
  tick();
  await run();
  isDone = true;
  histogram.disable();
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
  const wall = `by the clock (monitorEventLoopDelay) longest ${ms(histogram.max)} ms, 99 % below ${ms(histogram.percentile(99))} ms`;
  return clock === null ? wall : `longest turn ${longest.toFixed(1)} ms of processor time; ${wall}`;
}

/** How long the event loop waited for documents one after another, and for all of them at once. */
export async function measureLoop(): Promise<string> {
  const jobs = [...corpusJobs(), ...(await madeJobs())];
  const idle = await watch(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  const alone = await watch(async () => {
    for (const job of jobs) await job();
  });
  const fresh = [...corpusJobs(), ...(await madeJobs())];
  const together = await watch(() => Promise.all(fresh.map((job) => job())));
  return [
    `Event loop, ${jobs.length} documents (the corpus, typical badges, large ones up to 2 MiB):`,
    `- idle: ${idle}`,
    `- one after another: ${alone}`,
    `- all at once: ${together}`,
  ].join('\n');
}
