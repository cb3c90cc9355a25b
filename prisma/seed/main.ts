/*
 * Fills a database with the demo world: people, employers, jobs, applications, and credentials that are really
 * signed and really verified. An existing world is left alone, an interrupted one is made anew.
 *
 *   DATABASE_URL=… NEXTAUTH_URL=… NEXTAUTH_SECRET=… DEMO=1 node --import tsx prisma/seed/main.ts [--reset]
 */
import { serveIssuingDocument } from '#server/issuing/index.ts';
import { env } from '#server/platform/env.ts';
import { registerOwnHost } from '#server/platform/fetch.ts';
import { endRateLimits } from '#server/platform/rate-limit.ts';
import { endDatabase } from '#server/platform/transaction.ts';
import { ensureWorld } from './build-world.ts';

async function seed(): Promise<void> {
  const { DEMO, ISSUER_HOST } = env();
  if (!DEMO) throw new Error('The demo world is for the demo only: set DEMO=1.');
  registerOwnHost(ISSUER_HOST, serveIssuingDocument);
  const begin = performance.now();
  const say = (line: string) => {
    const seconds = ((performance.now() - begin) / 1_000).toFixed(1);
    console.log(`${seconds.padStart(6)} s  ${line}`);
  };
  const world = await ensureWorld(new Date(), say, process.argv.includes('--reset'));
  if (!world) console.log('The demo world is there already.');
  for (const { owner, achievement, found } of world?.surprises ?? [])
    console.warn(`Not as intended: "${achievement.title}" of ${owner} is ${found}.`);
}

try {
  await seed();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await endRateLimits();
  await endDatabase();
}
