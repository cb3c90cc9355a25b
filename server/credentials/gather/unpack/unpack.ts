import { gateLimits } from '../../core/json-gate.ts';
import { decodeUtf8 } from '../read-json.ts';
import { unpackPdf } from './pdf.ts';
import { isPng, unpackPng } from './png.ts';
import { unpackSvg } from './svg.ts';
import { unpackText } from './text.ts';
import { type Entry, type RawEntry, type Refused, refuse, type Single, type Unpacked } from './unpacked.ts';
import { unpackZip } from './zip.ts';

/** What is baked into a picture. */
type Baked = { container: 'png' | 'svg'; entries: Entry[] };

const headOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
// The second is the beginning of an archive without files.
const isZip = (head: string) => head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06');
const isPdf = (head: string) => head.includes('%PDF-');

/**
 * Takes credentials out of whatever they came in; names and media types are not asked (verification.md §2.0, §2.14).
 * Never throws for anything in the bytes.
 */
export async function unpackAll(bytes: Uint8Array): Promise<Unpacked> {
  const head = headOf(bytes);
  const isArchive = bytes.byteLength <= gateLimits.fileBytes && !isPng(bytes);
  if (isArchive && isZip(head)) return openAll('zip', await unpackZip(bytes));
  if (isArchive && isPdf(head)) return openAll('pdf', await unpackPdf(bytes));
  const found = unpackFile(bytes);
  if ('kind' in found || found.entries.length < 2) return firstOf(found);
  // Baked as Open Badges 3.0 and as 2.0: both are shown, since readers that take one of them would disagree.
  return { kind: 'archive', ...found, links: [] };
}

/** Takes one credential out of a file; an archive is refused, since one level is unpacked. */
export function unpack(bytes: Uint8Array): Single {
  return firstOf(unpackFile(bytes));
}

function openAll(
  container: 'zip' | 'pdf',
  found: { entries: RawEntry[]; links: RawEntry[] } | Refused,
): Unpacked {
  if ('kind' in found) return found;
  const open = (entry: RawEntry): Entry => ({ ...entry, document: unpack(entry.bytes) });
  return { kind: 'archive', container, entries: found.entries.map(open), links: found.links.map(open) };
}

function firstOf(found: Single | Baked): Single {
  if ('kind' in found) return found;
  return found.entries[0]?.document ?? refuse(found.container, 'not-a-credential', 'picture');
}

function unpackFile(bytes: Uint8Array): Single | Baked {
  if (bytes.byteLength > gateLimits.fileBytes) {
    const size = Math.ceil(bytes.byteLength / (1024 * 1024));
    return refuse('unknown', 'too-large', `${size} MB is over the limit of 10 MB`);
  }
  if (isPng(bytes)) return baked('png', unpackPng(bytes));
  const head = headOf(bytes);
  if (isZip(head)) return refuse('zip', 'too-large', 'it is an archive inside an archive');
  if (isPdf(head)) return refuse('pdf', 'too-large', 'it is a PDF inside an archive');
  const text = decodeUtf8(bytes);
  if (text === null)
    return isText(head) ? refuse('json', 'malformed', 'it is not UTF-8 text') : noCredential('file');
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (/^<(?:!doctype\s+html|html)/i.test(start)) return noCredential('web page');
  if (start.startsWith('<')) return baked('svg', unpackSvg(start));
  return unpackText(text, 'unknown');
}

function baked(container: Baked['container'], found: Entry[] | Refused): Refused | Baked {
  return Array.isArray(found) ? { container, entries: found } : found;
}

function isText(head: string): boolean {
  return /^[\s\u00ef\u00bb\u00bf]*[{["]/.test(head) && !head.includes('\0');
}

function noCredential(noun: string): Refused {
  return refuse('unknown', 'not-a-credential', noun);
}
