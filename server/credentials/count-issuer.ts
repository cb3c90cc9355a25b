import { enqueue } from '#server/platform/queue.ts';
import { type SeenOutput, seenOutput, type UsedListOutput } from './core/issuer-shapes.ts';
import { findCounts, writeCounts } from './store/issuer-counts.ts';
import {
  countCredentials,
  countKinds,
  countTiers,
  countTitles,
  listUsedLists,
} from './store/issuer-facts.ts';
import { countIssuer } from './tasks.ts';

/** Nothing is said of fewer people than this. */
const fewest = 5;

/** A page shows counts as they are for so long; then the worker counts again. */
const keptMs = 10 * 60_000;

/**
 * What was counted over an issuer's credentials: one row, shared by all processes. Whoever finds it old asks the worker
 * for another and is shown what there is; only an issuer that nobody looked at before is counted at once.
 */
export async function readCounts(issuerId: string, now: Date): Promise<SeenOutput> {
  const known = await findCounts(issuerId);
  if (known === null) return recountIssuer(issuerId, now);
  if (now.getTime() - known.countedAt.getTime() >= keptMs)
    await enqueue(countIssuer, { issuerId }, { key: `count-issuer:${issuerId}`, maxAttempts: 2 });
  const read = seenOutput.safeParse(known.seen);
  // Written by another version of the program.
  return read.success ? read.data : recountIssuer(issuerId, now);
}

/** Counts an issuer's credentials and keeps the counts. Running it twice does no harm. */
export async function recountIssuer(issuerId: string, now: Date): Promise<SeenOutput> {
  const seen = await countSeen(issuerId);
  await writeCounts(issuerId, seen, now);
  return seen;
}

async function countSeen(id: string): Promise<SeenOutput> {
  const totals = await countCredentials(id);
  if (totals.credentials === 0) return { state: 'none' };
  if (totals.people < fewest) return { state: 'few' };
  const [tiers, kinds, titles, lists] = await Promise.all([
    countTiers(id),
    countKinds(id),
    countTitles(id, fewest),
    listUsedLists(id),
  ]);
  const told = titles.reduce((sum, title) => sum + title.credentials, 0);
  return {
    state: 'some',
    ...totals,
    asOf: totals.asOf ?? new Date(0),
    tiers: tiers.map(({ name, credentials }) => ({ tier: Number(name), credentials })),
    kinds: kinds.map(({ name, credentials }) => ({ kind: name || null, credentials })),
    titles: titles.map(({ name, people, tier }) => ({ title: name, people, tier })),
    untold: totals.credentials - told,
    lists: lists.map((list) => ({ ...list, state: list.state as UsedListOutput['state'] })),
  };
}
