// @ts-check
import './setup/check-node.mjs';

await import('./checks/run.mjs');
