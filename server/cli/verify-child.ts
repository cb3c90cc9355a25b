// Started by verify-runner.ts: verifies one file after another, as it is told.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { gateLimits } from '#server/credentials/core/json-gate.ts';
import { plainSettings } from '#server/credentials/core/settings.ts';
import { readSealRoots } from '#server/credentials/read-settings.ts';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import { guardedFetch } from '#server/platform/fetch.ts';
import { starterResolver } from '#server/skills/core/starter-resolver.ts';
import { readResponses } from './recorded-responses.ts';
import type { Message, Terms } from './verify-runner.ts';

type Order = { terms: Terms } | { file: string };

const answer = (message: Message) => process.send?.(message);

/** At most one byte over the limit, which is enough to refuse a file by its size. */
function readStart(file: string): Uint8Array {
  const limit = gateLimits.fileBytes + 1;
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(limit);
    let size = 0;
    for (let read = -1; read !== 0 && size < limit; size += read)
      read = readSync(handle, bytes, size, limit - size, null);
    return bytes.subarray(0, size);
  } finally {
    closeSync(handle);
  }
}

function prepare({ responses, email, now, explorers, sealRoots }: Terms) {
  const recorded = responses === null ? null : readResponses(responses, readFileSync(responses));
  const emails = email === null ? [] : [email];
  const settings = {
    ...plainSettings,
    explorers,
    sealRoots: sealRoots === null ? [] : readSealRoots(sealRoots),
  };
  const options = { now: new Date(now), emails, resolver: starterResolver, settings };
  return (file: string) =>
    verifyDocument(readStart(file), {
      ...options,
      fetch: recorded?.fetch ?? guardedFetch,
      ...(recorded ? { didDocuments: recorded.didDocuments } : {}),
    });
}

let verify: ReturnType<typeof prepare> | null = null;

process.on('message', async (order: Order) => {
  try {
    if ('terms' in order) {
      verify = prepare(order.terms);
      answer({ ready: true });
    } else if (verify) answer({ report: await verify(order.file) });
  } catch (error) {
    answer({ fault: error instanceof Error ? error.message : 'the file cannot be read' });
  }
});
process.on('disconnect', () => process.exit());
