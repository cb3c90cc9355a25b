// @ts-check
import './setup/check-node.mjs';

await import('./setup/dev.mjs');
