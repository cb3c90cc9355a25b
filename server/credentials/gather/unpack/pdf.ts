import { readPdf } from '../../threads/read-pdf.ts';
import { recogniseLink } from '../links/recognise-link.ts';
import { archiveLimits, entryName, type RawEntry, type Refused, refuse } from './unpacked.ts';

const limits = { ...archiveLimits, pages: 50, links: 500, linkLength: 2_000 } as const;
const utf8 = new TextEncoder();

/**
 * What a PDF carries: the files embedded in it, and the addresses in it that lead to a known platform. Other addresses are not followed, and what its pages look like is no evidence (verification.md §2.14).
 */
export async function unpackPdf(
  bytes: Uint8Array,
): Promise<{ entries: RawEntry[]; links: RawEntry[] } | Refused> {
  const answer = await readPdf(bytes, limits);
  if (!answer.ok) return refuse('pdf', answer.code, answer.detail);
  const entries = answer.files.map((file) => ({ name: entryName(file.name), bytes: file.bytes }));
  return { entries, links: linkEntries(answer.links) };
}

/** One entry a credential: a PDF often links to the same one from its picture, its words and its code. */
function linkEntries(links: readonly string[]): RawEntry[] {
  const found = new Map<string, RawEntry>();
  for (const url of links) {
    const target = recogniseLink(url);
    if (target && !found.has(target.key)) found.set(target.key, { name: url, bytes: utf8.encode(url) });
  }
  return [...found.values()].slice(0, limits.entries);
}
