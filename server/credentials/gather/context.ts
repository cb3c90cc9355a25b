import type { FetchPort } from '../core/fetch-port.ts';
import type { JsonObject } from '../core/json.ts';
import type { CheckName } from '../core/report.ts';
import { plainSettings, type VerifySettings } from '../core/settings.ts';
import { Asker } from './asker.ts';
import { giveWay } from './give-way.ts';
import type { KeyListener } from './keys/seen-keys.ts';

/** What the gathering of one credential shares: the way out, the clock's reading, pinned DID documents, the operator's decisions, times spent. */
export type GatherContext = {
  asker: Asker;
  now: Date;
  didDocuments: ReadonlyMap<string, JsonObject>;
  settings: VerifySettings;
  /** Is told of every key that an issuer is seen to publish. */
  onKey: KeyListener | null;
  tookMs: Partial<Record<CheckName, number>>;
};

/** Starts the gathering of one credential. */
export function startGathering(
  fetch: FetchPort,
  now: Date,
  didDocuments: ReadonlyMap<string, JsonObject> = new Map(),
  settings: VerifySettings = plainSettings,
  onKey: KeyListener | null = null,
): GatherContext {
  return { asker: new Asker(fetch), now, didDocuments, settings, onKey, tookMs: {} };
}

/** Runs a step, after others had their turn, and books its duration on a check. */
export async function timed<T>(context: GatherContext, check: CheckName, step: () => Promise<T>): Promise<T> {
  await giveWay();
  const started = performance.now();
  try {
    return await step();
  } finally {
    context.tookMs[check] = (context.tookMs[check] ?? 0) + performance.now() - started;
  }
}
