// @ts-check
import './setup/check-node.mjs';

await import('./setup/demo.mjs');
