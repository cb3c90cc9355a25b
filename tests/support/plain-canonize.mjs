import { parentPort, workerData } from 'node:worker_threads';
import jsonld from 'jsonld';

// Canonicalises with jsonld as it is published, in a thread whose copy of it nothing else has touched.
const { contexts } = workerData;

const options = {
  safe: true,
  base: null,
  documentLoader: async (/** @type {string} */ url) => {
    if (!Object.hasOwn(contexts, url)) throw new Error(`unknown ${url}`);
    return { contextUrl: null, documentUrl: url, document: structuredClone(contexts[url]) };
  },
};

parentPort?.on('message', async (/** @type {object[]} */ documents) => {
  const answers = [];
  for (const document of documents)
    answers.push(
      await jsonld
        .canonize(
          document,
          /** @type {import('jsonld').Options.Normalize} */ (/** @type {unknown} */ (options)),
        )
        .then(String, () => null),
    );
  parentPort?.postMessage(answers);
});
