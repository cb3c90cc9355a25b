import { crc32, inflateSync } from 'node:zlib';
import { decodeUtf8 } from '../read-json.ts';
import { unpackText } from './text.ts';
import { type Entry, type Refused, refuse } from './unpacked.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostChunks = 10_000;
const mostTextBytes = 1024 * 1024;

/** Keywords of baked badges: Open Badges 3.0 first, then 2.0. */
const keywords = ['openbadgecredential', 'openbadges'];

/** True for bytes that begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.equals(Buffer.from(bytes.subarray(0, signature.length)));
}

class PngFault extends Error {}

/** Takes the credentials out of a baked PNG without decoding a pixel (verification.md §2.14); none is an empty list. */
export function unpackPng(bytes: Uint8Array): Entry[] | Refused {
  try {
    const found = readTexts(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return keywords.flatMap((keyword) => {
      const texts = found.filter((entry) => entry.keyword === keyword);
      if (texts.length > 1) throw new PngFault(`the picture holds two texts named ${keyword}`);
      return texts.map(({ text }) => ({
        name: keyword,
        bytes: Buffer.from(text),
        document: unpackText(text, 'png'),
      }));
    });
  } catch (error) {
    if (error instanceof PngFault) return refuse('png', 'malformed', error.message);
    throw error;
  }
}

type Text = { keyword: string; text: string };

function readTexts(bytes: Buffer): Text[] {
  const texts: Text[] = [];
  let at = signature.length;
  for (let count = 0; count < mostChunks; count++) {
    if (at + 12 > bytes.length) throw new PngFault('the picture breaks off');
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw new PngFault('the picture breaks off');
    if (type === 'IEND') return texts;
    if (type === 'iTXt' || type === 'tEXt') {
      const text = readText(type, bytes.subarray(at + 8, end), () => checkSum(bytes, at + 4, end));
      if (text) texts.push(text);
    }
    at = end + 4;
  }
  throw new PngFault(`the picture has more than ${mostChunks} parts`);
}

function checkSum(bytes: Buffer, from: number, end: number): void {
  if (crc32(bytes.subarray(from, end)) !== bytes.readUInt32BE(end))
    throw new PngFault('the text in the picture was damaged (checksum)');
}

/** tEXt: keyword\0 Latin-1 text. iTXt: keyword\0 flag method language\0 translated\0 UTF-8 text. */
function readText(type: string, chunk: Buffer, check: () => void): Text | null {
  const nameEnd = chunk.indexOf(0);
  const keyword = chunk.toString('latin1', 0, Math.max(0, nameEnd));
  if (nameEnd < 0 || !keywords.includes(keyword)) return null;
  check();
  if (type === 'tEXt') return { keyword, text: chunk.toString('latin1', nameEnd + 1) };
  const languageEnd = chunk.indexOf(0, nameEnd + 3);
  const translatedEnd = languageEnd < 0 ? -1 : chunk.indexOf(0, languageEnd + 1);
  if (translatedEnd < 0) throw new PngFault('the text in the picture is cut');
  const [flag = 0, method = 0] = chunk.subarray(nameEnd + 1);
  if (flag > 1 || method !== 0) throw new PngFault('the text in the picture is packed in an unknown way');
  const raw = chunk.subarray(translatedEnd + 1);
  const text = decodeUtf8(flag === 1 ? inflate(raw) : raw);
  if (text === null) throw new PngFault('the text in the picture is not UTF-8');
  return { keyword, text };
}

/** Compression is against the Open Badges specification, but seen. */
function inflate(raw: Buffer): Buffer {
  try {
    return inflateSync(raw, { maxOutputLength: mostTextBytes });
  } catch {
    throw new PngFault('the text in the picture cannot be unpacked within 1 MiB');
  }
}
