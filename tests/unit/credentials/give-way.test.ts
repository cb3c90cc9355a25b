import { describe, expect, it } from 'vitest';
import { giveWay } from '#server/credentials/gather/give-way.ts';
import { createIssuer, issueOb3, judge } from '#tests/support/signing/index.ts';

/* Counts turns of the event loop, no time: machines differ. */

/** Counts how often the loop turns until the work is done. */
async function countTurns(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns++;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work;
  isDone = true;
  return turns;
}

describe('verifications at the same time', () => {
  it('let the event loop turn between their steps', async () => {
    const issuer = createIssuer({ kind: 'did:key', seed: 'turns' });
    const documents = await Promise.all(
      Array.from({ length: 20 }, (_, at) => issueOb3(issuer, { id: `urn:uuid:turn-${at}` })),
    );
    const verdicts: string[] = [];
    const all = documents.map(async (document) => verdicts.push(await judge(document)));
    // Twenty verifications have more than a hundred steps; few of them share a turn.
    expect(await countTurns(Promise.all(all))).toBeGreaterThan(40);
    expect(verdicts).toEqual(documents.map(() => 'valid'));
  });

  it('go on one after another, in the order in which they came', async () => {
    const order: number[] = [];
    const step = async (number: number) => {
      for (let time = 0; time < 3; time++) {
        await giveWay();
        order.push(number);
      }
    };
    const spin = performance.now();
    while (performance.now() - spin < 10);
    await Promise.all([1, 2, 3].map(step));
    expect(order.slice(0, 3)).toEqual([1, 2, 3]);
    expect(order.toSorted()).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3]);
  });
});
