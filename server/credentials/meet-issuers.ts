import { enqueue } from '#server/platform/queue.ts';
import type { Report } from './core/report.ts';
import { settleRecognition } from './settle-recognition.ts';
import { noteIssuer } from './store/issuers.ts';
import { issuerNoted } from './tasks.ts';

/** Names of issuers are keys, and a key has a largest size: a longer one stays in the document only. */
export function issuerKeyOf(id: string | null): string | null {
  return id !== null && Buffer.byteLength(id) <= 2_000 ? id : null;
}

/**
 * Notes the issuers that reports name, before rows refer to them. One that is named for the first time is looked for in the registries: in those
 * read as a whole at once, in the others by a task. Call inside the transaction that stores what they issued.
 */
export async function meetIssuers(reports: readonly Report[], now: Date): Promise<void> {
  const issuers = new Map(
    reports.flatMap(({ credential }) => (credential ? [[credential.issuer.id, credential.issuer]] : [])),
  );
  for (const { id, name, url } of issuers.values()) {
    const key = issuerKeyOf(id);
    if (key === null || !(await noteIssuer({ id: key, claimedName: name ?? key, url }))) continue;
    await settleRecognition([key], now);
    await enqueue(issuerNoted, { issuerId: key });
  }
}
