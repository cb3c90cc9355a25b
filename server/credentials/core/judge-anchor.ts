import { readInstant } from './dates.ts';
import type { ChainEntry } from './explorer-answers.ts';
import { type JsonObject, objectsOf, textOf } from './json.ts';
import type { Receipt } from './receipt.ts';
import type { Finding } from './report.ts';

/** What the explorers said about the blockchain entry that a receipt names. */
export type AnchorFact =
  /** The mock network, on which nothing is written. */
  | { state: 'no-chain' }
  | { state: 'not-asked' | 'unreachable'; detail: string }
  | { state: 'missing'; explorers: string[] }
  | { state: 'found'; entry: ChainEntry; explorers: string[] };

/** Findings about an anchor carry this as source, so that their words are about it. */
export const anchorStage = 'anchor' as const;

/** A block younger than this may still be replaced by another. */
const settledAfterMs = 60 * 60_000;

/** The root stands in the entry, the entry is settled, and its sender is an address of the issuer (verification.md §2.11 no. 5–6). */
export function judgeAnchor(
  anchor: AnchorFact,
  { merkleRoot }: Receipt,
  profile: JsonObject | null,
  now: Date,
): Finding[] {
  switch (anchor.state) {
    case 'no-chain':
      return [];
    case 'not-asked':
    case 'unreachable':
      return [unproven(anchor.detail)];
    case 'missing':
      return [mismatch(`${anchor.explorers.join(' and ')} know no such transaction`)];
    case 'found': {
      const { entry } = anchor;
      if (!entry.payloads.includes(merkleRoot)) return [mismatch('another root is written there')];
      const at = entry.at === null ? null : (readInstant(entry.at)?.ms ?? null);
      if (at === null || at > now.getTime() - settledAfterMs)
        return [unproven('the entry is not settled in the chain yet')];
      return profile === null ? [] : entry.senders.flatMap((sender) => judgeSender(sender, at, profile));
    }
  }
}

function unproven(detail: string): Finding {
  return { code: 'issuer-unresolvable', check: 'proof', detail, source: anchorStage };
}

function mismatch(detail: string): Finding {
  return { code: 'anchor-mismatch', check: 'proof', detail, source: anchorStage };
}

/** A sending address must be one that the issuer publishes, used between its creation and its end. */
function judgeSender(sender: string, at: number, profile: JsonObject): Finding[] {
  const keys = listAddresses(profile).filter(({ address }) => address.toLowerCase() === sender.toLowerCase());
  if (keys.length === 0) return [unbound(`the issuer does not publish ${sender}, which sent the entry`)];
  const findings = keys.map(({ created, revoked, expires }): Finding[] => {
    if (created !== null && !(momentOf(created) <= at))
      return [unbound(`${sender} is published as a key from ${created} on, later than the entry`)];
    const ended = [revoked, expires].find((end) => end !== null && !(at < momentOf(end)));
    return ended ? [{ code: 'key-revoked', check: 'issuer', detail: ended, source: sender }] : [];
  });
  // An address listed twice, for two periods, stands when one of them does.
  return findings.some((own) => own.length === 0) ? [] : (findings[0] ?? []);
}

function unbound(detail: string): Finding {
  return { code: 'issuer-unbound', check: 'issuer', detail };
}

/** NaN for what is no date, which compares with nothing. */
function momentOf(text: string): number {
  return readInstant(text)?.ms ?? Number.NaN;
}

type Address = { address: string; created: string | null; revoked: string | null; expires: string | null };

/** The addresses of an issuer profile: `publicKey` with ids, or `publicKeys` as drafts of version 2 wrote them. */
export function listAddresses(profile: JsonObject): Address[] {
  return [...objectsOf(profile.publicKey), ...objectsOf(profile.publicKeys)].flatMap((key) => {
    const name = textOf(key.id) ?? textOf(key.publicKey);
    const address = /^ecdsa-koblitz-pubkey:(\S+)$/i.exec(name ?? '')?.[1];
    const [created, revoked, expires] = [textOf(key.created), textOf(key.revoked), textOf(key.expires)];
    return address === undefined ? [] : [{ address, created, revoked, expires }];
  });
}
