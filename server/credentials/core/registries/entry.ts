import { type Json, textOf } from '../json.ts';

/**
 * What a registry says of one issuer. `listed` recognises; `stated` is a statement whose signature could not be
 * checked: it is shown, and recognises nobody. Times are ISO texts as stated.
 */
export type RegistryEntry = {
  /** DID or https address, compared exactly. */
  issuerId: string;
  /** Null when the registry knows the id only. */
  name: string | null;
  homepage: string | null;
  logo: string | null;
  location: string | null;
  since: string | null;
  validUntil: string | null;
  /** What the issuer is recognised for, such as a type of credential; null = anything. */
  scope: string | null;
  /** What the registry rests its word on. */
  evidence: string | null;
  standing: 'listed' | 'stated';
};

/** A registry's content, or why it could not be used. `skipped` counts entries that were no entries. */
export type ReadRegistry =
  | { ok: true; entries: RegistryEntry[]; skipped: number; updatedAt: string | null }
  | { ok: false; detail: string };

/** True for ids by which an issuer can be recognised: a DID, or an https address. */
export function isIssuerId(id: string): boolean {
  if (id.length > 2_000 || !/^[\x21-\x7e]+$/.test(id)) return false;
  return /^did:[a-z0-9]+:./.test(id) || (id.startsWith('https://') && URL.canParse(id));
}

/** A line of text for people: control and direction characters go, at most 300 letters stay. Null when nothing is left. */
export function lineOf(value: Json | undefined): string | null {
  const text = textOf(value)?.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ');
  return text?.trim().slice(0, 300) || null;
}

/** An https address that can be linked. */
export function linkOf(value: Json | undefined): string | null {
  const text = textOf(value);
  return text !== null && text.length <= 2_000 && /^https:\/\/[^\s]+$/.test(text) && URL.canParse(text)
    ? text
    : null;
}

/** A moment that can be stored, as an ISO text. */
export function momentOf(value: Json | undefined): string | null {
  const time = typeof value === 'number' ? value * 1_000 : Date.parse(textOf(value) ?? '');
  const year = Number.isFinite(time) ? new Date(time).getUTCFullYear() : 0;
  return year >= 1 && year <= 9999 ? new Date(time).toISOString() : null;
}
