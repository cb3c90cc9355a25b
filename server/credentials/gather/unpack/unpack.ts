import { gateLimits } from '../../core/json-gate.ts';
import { decodeUtf8 } from '../read-json.ts';
import { isPng, unpackPng } from './png.ts';
import { unpackSvg } from './svg.ts';
import { unpackText } from './text.ts';
import { refuse, type Unpacked } from './unpacked.ts';

/** Takes a credential out of whatever it came in; names and media types are not asked (verification.md §2.0, §2.14). */
export function unpack(bytes: Uint8Array): Unpacked {
  if (bytes.byteLength > gateLimits.fileBytes) {
    const size = Math.ceil(bytes.byteLength / (1024 * 1024));
    return refuse('unknown', 'too-large', `${size} MB is over the limit of 10 MB`);
  }
  if (isPng(bytes)) return unpackPng(bytes);
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('PK\x03\x04')) return refuse('zip', 'unsupported-version', 'a zip archive');
  if (head.includes('%PDF-')) return refuse('pdf', 'unsupported-version', 'a PDF file');
  const text = decodeUtf8(bytes);
  if (text === null)
    return isText(head) ? refuse('json', 'malformed', 'it is not UTF-8 text') : noCredential();
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (/^<(?:!doctype\s+html|html)/i.test(start)) return refuse('unknown', 'not-a-credential', 'web page');
  if (start.startsWith('<')) return unpackSvg(start);
  return unpackText(text, 'unknown');
}

function isText(head: string): boolean {
  return /^[\s\u00ef\u00bb\u00bf]*[{["]/.test(head) && !head.includes('\0');
}

function noCredential(): Unpacked {
  return refuse('unknown', 'not-a-credential', 'file');
}
