import { monitorEventLoopDelay } from 'node:perf_hooks';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import {
  hasShared,
  offlineFetch,
  pinnedDocuments,
  readCorpus,
  readManifest,
} from '#tests/conformance/manifest.ts';
import { createIssuer, issueJwt, issueOb3 } from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';

const resolver = { byUri: () => null, byLabel: () => [] };

type Job = () => Promise<unknown>;

/** Every document of the corpus, as it is. */
function corpusJobs(): Job[] {
  if (!hasShared) return [];
  const manifest = readManifest();
  const now = new Date(manifest.evaluate_at);
  return manifest.cases.map((entry) => () => {
    const didDocuments = pinnedDocuments(entry.network, entry.file);
    return verifyDocument(readCorpus(entry.file), {
      fetch: offlineFetch(entry.network),
      now,
      resolver,
      didDocuments,
    });
  });
}

/** Typical badges, and some with very many values. */
async function madeJobs(): Promise<Job[]> {
  const issuer = createIssuer({ kind: 'did:key', seed: 'loop' });
  const now = new Date('2026-11-23T00:00:00Z');
  const fetch = serve(issuer.documents);
  const tags = (count: number) => Array.from({ length: count }, (_, at) => `tag ${at}`);
  const contents: string[] = [];
  for (let at = 0; at < 100; at++) {
    contents.push(JSON.stringify(await issueOb3(issuer, { id: `urn:uuid:loop-${at}`, tags: tags(5) })));
    contents.push(issueJwt(issuer, { id: `urn:uuid:jwt-${at}`, tags: tags(5) }));
  }
  for (const count of [100, 300, 450, 600, 1_500])
    for (let at = 0; at < 4; at++) {
      const id = `urn:uuid:many-${count}-${at}`;
      contents.push(JSON.stringify(await issueOb3(issuer, { id, tags: tags(count) })));
      contents.push(
        JSON.stringify(await issueOb3(issuer, { id, tags: tags(count), proof: 'eddsa-jcs-2022' })),
      );
    }
  return contents.map((content) => () => verifyDocument(Buffer.from(content), { fetch, now, resolver }));
}

/** The longest that the event loop waited for one document alone, and with all of them at once, in ms. */
export async function measureLoop(): Promise<string> {
  const jobs = [...corpusJobs(), ...(await madeJobs())];
  const ms = (nanoseconds: number) => (nanoseconds / 1e6).toFixed(1);
  const alone = await watch(async () => {
    for (const job of jobs) {
      await job();
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  return `event loop, ${jobs.length} documents (the corpus and made ones) one after another: longest wait ${ms(alone.max)} ms, 99 % below ${ms(alone.percentile(99))} ms`;
}

async function watch(run: () => Promise<void>) {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await run();
  histogram.disable();
  return histogram;
}
