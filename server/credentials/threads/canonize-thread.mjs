import { parentPort, workerData } from 'node:worker_threads';
import { canonizeGraph } from './canonize-graph.mjs';

// Runs what might take long in a thread of its own, which the starter ends when its time is over.
const port = parentPort;
port?.on('message', async (/** @type {object} */ document) => {
  port.postMessage(await canonizeGraph(document, workerData.contexts));
});
port?.postMessage('ready');
