import { parentPort, workerData } from 'node:worker_threads';
import { doGraphWork } from './graph-work.mjs';
import { ownThread } from './own-thread.mjs';

// Runs what might take long in a thread of its own, which the starter ends when its time is over.
const port = parentPort;
const contexts = JSON.parse(workerData);
port?.on('message', async (/** @type {string} */ text) => {
  port.postMessage(await doGraphWork(JSON.parse(text), contexts));
});
port?.postMessage({ thread: ownThread() });
