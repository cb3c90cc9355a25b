import { crc32 } from 'node:zlib';
import { fromBufferPromise, type Entry as ZipEntry, type ZipFile } from 'yauzl';
import { archiveLimits, entryName, type RawEntry, type Refused, refuse } from './unpacked.ts';

const limits = archiveLimits;

/** Raised inside this file only, and answered where it is caught. */
class ZipFault extends Error {
  readonly code: 'malformed' | 'too-large';
  constructor(code: 'malformed' | 'too-large', detail: string) {
    super(detail);
    this.code = code;
  }
}

/**
 * The files of a zip archive, one level deep: at most 50, 10 MiB together. Encrypted files, names that lead out of the
 * archive, sizes that lie and damaged content refuse the whole of it (verification.md §2.14, §6.2 no. 22).
 */
export async function unpackZip(
  bytes: Uint8Array,
): Promise<{ entries: RawEntry[]; links: RawEntry[] } | Refused> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, strictFileNames: false });
    return { entries: await readEntries(zip), links: [] };
  } catch (error) {
    if (error instanceof ZipFault) return refuse('zip', error.code, error.message);
    // Whatever the library throws is about these bytes: it asks nothing else.
    const words = error instanceof Error ? error.message.slice(0, 80) : 'unknown fault';
    return refuse('zip', 'malformed', `the archive is damaged (${words})`);
  }
}

async function readEntries(zip: ZipFile): Promise<RawEntry[]> {
  if (zip.entryCount > limits.entries)
    throw new ZipFault('too-large', `the archive holds more than ${limits.entries} files`);
  const listed: ZipEntry[] = [];
  for await (const entry of zip.eachEntry()) listed.push(entry);
  const files = listed.filter((entry) => !isOfTheSystem(entry.fileName));
  // Before anything is unpacked: what the archive itself says about its size.
  const sum = files.reduce((size, entry) => size + entry.uncompressedSize, 0);
  if (sum > limits.bytes) throw new ZipFault('too-large', 'its files are larger than 10 MB together');
  const entries: RawEntry[] = [];
  for (const file of files) entries.push(await readEntry(zip, file));
  return entries;
}

/** Folders, and what operating systems put into every archive. */
function isOfTheSystem(path: string): boolean {
  return path.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|Thumbs\.db$|desktop\.ini$)/.test(path);
}

async function readEntry(zip: ZipFile, entry: ZipEntry): Promise<RawEntry> {
  const name = entryName(entry.fileName);
  if (entry.isEncrypted()) throw new ZipFault('malformed', `${name} in the archive is encrypted`);
  if (!entry.canDecodeFileData())
    throw new ZipFault('malformed', `${name} in the archive is packed in an unknown way`);
  // The library ends the stream as soon as it yields more than the size that was said.
  const stream = await zip.openReadStreamPromise(entry);
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  const bytes = Buffer.concat(pieces);
  if (crc32(bytes) !== entry.crc32)
    throw new ZipFault('malformed', `${name} in the archive is damaged (checksum)`);
  return { name, bytes };
}
