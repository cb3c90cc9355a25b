import { parentPort, workerData } from 'node:worker_threads';
import { doGraphWork } from './graph-work.mjs';

// Runs what might take long in a thread of its own, which the starter ends when its time is over.
const port = parentPort;
port?.on('message', async (/** @type {import('./jobs.ts').GraphJob} */ job) => {
  port.postMessage(await doGraphWork(job, workerData.contexts));
});
port?.postMessage('ready');
