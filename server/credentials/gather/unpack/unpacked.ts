import type { JsonObject } from '../../core/json.ts';
import type { FindingCode } from '../../core/report.ts';

/** What wraps a credential. */
export type Container = 'json' | 'jwt' | 'png' | 'svg' | 'link' | 'zip' | 'pdf' | 'xml' | 'unknown';

/** One document: JSON, a compact token, a token with disclosures, an address to fetch, or a refusal. */
export type Single =
  | { kind: 'json'; container: Container; json: JsonObject; values: number; text: string }
  | { kind: 'token'; container: Container; text: string }
  | { kind: 'disclosed'; container: Container; text: string }
  | { kind: 'link'; container: Container; url: string }
  | Refused;

/** A file inside another, with the name it has there; never a path to write to. */
export type RawEntry = { name: string; bytes: Uint8Array };

/** Such a file, opened. */
export type Entry = RawEntry & { document: Single };

/**
 * Several files in one: an archive, or a picture that was baked in two versions. `links` are addresses found in it;
 * they count only when no file of it is a credential.
 */
export type Archive = {
  kind: 'archive';
  container: 'zip' | 'pdf' | 'png' | 'svg';
  entries: Entry[];
  links: Entry[];
};

/** What came out of the wrapping. */
export type Unpacked = Single | Archive;

/** Why nothing came out. */
export type Refused = { kind: 'refused'; container: Container; code: FindingCode; detail: string };

/** Limits of an archive (verification.md §2.14). */
export const archiveLimits = { entries: 50, bytes: 10 * 1024 * 1024 } as const;

/** Makes a refusal. */
export function refuse(container: Container, code: FindingCode, detail: string): Refused {
  return { kind: 'refused', container, code, detail };
}

/** The name of a file inside an archive, as a page may show it: its last part, without control characters. */
export function entryName(path: string): string {
  const last = path.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').trim();
  return [...plain].slice(0, 100).join('') || 'file';
}
