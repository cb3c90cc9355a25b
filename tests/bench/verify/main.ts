import '#server/credentials/core/jsonld-cache.mjs';

import os from 'node:os';
import { makeContests } from './contestants.ts';
import { measureColdLoop, measureLoop } from './loop-delay.ts';
import { measure, printTable } from './measure.ts';

/*
 * `npm run bench [-- PART OF A KIND'S NAME]`: credentials a second, ours beside the common library and beside a bare signature, in one run; then
 * how long the event loop had to wait. No figure decides whether a test passes: machines differ.
 */

const rounds = Number(process.env.BENCH_ROUNDS ?? 15);
const perRound = Number(process.env.BENCH_PER_ROUND ?? 12);
/** Enough for the engine to have compiled both sides; before that it measures its compiler. */
const warmUp = Number(process.env.BENCH_WARM_UP ?? 400);

// The other library asks for a schema that it does not carry; it is answered at once, with one that accepts all.
globalThis.fetch = async (url) => {
  const address = String(url);
  if (!address.includes('/schema/')) throw new Error(`nobody may ask for ${address}`);
  return Response.json({ $id: address, type: 'object' });
};

const say = (text: string) => process.stdout.write(`${text}\n`);

const cold = await measureColdLoop();
const contests = await makeContests(warmUp + rounds * perRound, process.argv[2] ?? '');
for (const { ours, proof, other, bare, parsing } of contests)
  for (let time = 0; time < warmUp; time++) {
    await ours();
    await proof?.();
    await other?.();
    bare();
    parsing();
  }

const [cpu] = os.cpus();
say(
  `${cpu?.model ?? 'unknown processor'}, ${os.availableParallelism()} threads, load ${os.loadavg()[0]?.toFixed(0)}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
);
say(`${rounds} interleaved rounds of ${perRound} distinct credentials, medians of CPU time\n`);
say(printTable(await measure(contests, rounds, perRound)));
say(`\n${cold}\n\n${await measureLoop()}`);
process.exit(0);
