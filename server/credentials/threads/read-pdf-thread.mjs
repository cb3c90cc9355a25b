// Reads what a PDF carries: its embedded files, and the web addresses that it links to or prints. Runs in a thread of
// its own, which the starter ends when its time is over. Pages are never drawn: how a page looks is no evidence.
import { parentPort } from 'node:worker_threads';
import { ownThread } from './own-thread.mjs';

/** @typedef {{ name: string, bytes: Uint8Array }} File */
/** @typedef {{ entries: number, bytes: number, pages: number, links: number, linkLength: number }} Limits */
/** @typedef {{ ok: true, files: File[], links: string[] } | { ok: false, code: 'malformed' | 'too-large', detail: string }} Answer */

// A stream that unpacks to far more than any real one must not fill the memory before the time limit ends it: the
// native inflater, which has no limit, is taken away, and the buffers of the library's own grow to 32 MiB at most.
Reflect.deleteProperty(globalThis, 'DecompressionStream');
const largestBuffer = 32 * 1024 * 1024;
const Bytes = globalThis.Uint8Array;
globalThis.Uint8Array = new Proxy(Bytes, {
  construct(target, given, made) {
    if (typeof given[0] === 'number' && given[0] > largestBuffer)
      throw new RangeError('a part unpacks to too much');
    return Reflect.construct(target, given, made === globalThis.Uint8Array ? target : made);
  },
});
// It warns about a missing canvas while it is loaded; nothing is drawn here.
console.warn = () => {};
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');

const address = /\bhttps?:\/\/[^\s<>"'()[\]{}\\^`|]+/gi;

/** @param {'malformed' | 'too-large'} code @param {string} detail @returns {Answer} */
const refuse = (code, detail) => ({ ok: false, code, detail });

/** @param {Uint8Array} data @param {Limits} limits @returns {Promise<Answer>} */
async function readPdf(data, limits) {
  const task = getDocument({
    data,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWasm: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    if (document.numPages > limits.pages)
      return refuse('too-large', `the PDF has more than ${limits.pages} pages`);
    return await readDocument(document, limits);
  } catch (error) {
    const words = error instanceof Error ? error.message.slice(0, 80) : 'unknown fault';
    return refuse('malformed', `the PDF cannot be read (${words})`);
  } finally {
    await task.destroy().catch(() => {});
  }
}

/** @param {import('pdfjs-dist').PDFDocumentProxy} document @param {Limits} limits @returns {Promise<Answer>} */
async function readDocument(document, limits) {
  const files = Object.values((await document.getAttachments()) ?? {}).flatMap(fileOf);
  /** @type {Set<string>} */
  const links = new Set();
  for (let number = 1; number <= document.numPages && links.size <= limits.links; number++) {
    try {
      await readPage(await document.getPage(number), files, links);
    } catch {
      // A page that cannot be drawn takes nothing from the files that were embedded.
    }
  }
  if (files.length > limits.entries)
    return refuse('too-large', `the PDF holds more than ${limits.entries} files`);
  if (files.reduce((sum, file) => sum + file.bytes.byteLength, 0) > limits.bytes)
    return refuse('too-large', 'the files in the PDF are larger than 10 MB together');
  const short = [...links].filter((url) => url.length <= limits.linkLength);
  return { ok: true, files, links: short.slice(0, limits.links) };
}

/** @param {import('pdfjs-dist').PDFPageProxy} page @param {File[]} files @param {Set<string>} links */
async function readPage(page, files, links) {
  for (const note of await page.getAnnotations()) {
    files.push(...fileOf(note.file));
    for (const url of [note.url, note.unsafeUrl]) if (typeof url === 'string') links.add(url);
  }
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  for (const [url] of text.matchAll(address)) links.add(url);
  page.cleanup();
}

/** @param {unknown} given @returns {File[]} */
function fileOf(given) {
  if (typeof given !== 'object' || given === null || !('content' in given)) return [];
  const { content } = given;
  if (!(content instanceof Uint8Array)) return [];
  const name = 'filename' in given && typeof given.filename === 'string' ? given.filename : 'file';
  return [{ name, bytes: Uint8Array.from(content) }];
}

const port = parentPort;
port?.on('message', async (/** @type {{ bytes: Uint8Array, limits: Limits }} */ { bytes, limits }) => {
  port.postMessage(await readPdf(bytes, limits));
});
port?.postMessage({ thread: ownThread() });
