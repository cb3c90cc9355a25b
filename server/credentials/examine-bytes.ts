import { combineParts } from './core/combine-parts.ts';
import type { Examination } from './core/examination.ts';
import { examine } from './formats/examine.ts';
import { leaveUnread, refuseKind } from './formats/unread.ts';
import { type Classified, classify } from './gather/classify.ts';
import { type GatherContext, timed } from './gather/context.ts';
import { giveWay } from './gather/give-way.ts';
import { followLink } from './gather/links/follow-link.ts';
import { openArchive } from './gather/open-archive.ts';
import { unpack, unpackAll } from './gather/unpack/unpack.ts';
import type { Archive, Entry, Single } from './gather/unpack/unpacked.ts';
import { refreshDocument } from './refresh-document.ts';

/** What was found in a file, and what it was wrapped in. */
type Examined = { examination: Examination; container: string };

/**
 * Everything about a document short of who asks: unpacks the bytes, follows the addresses that the format needs,
 * computes what a signature says and judges it. Never throws for anything a document or the network does.
 */
export async function examineBytes(bytes: Uint8Array, context: GatherContext): Promise<Examined> {
  const unpacked = await timed(context, 'well-formed', () => unpackAll(bytes));
  return unpacked.kind === 'archive' ? examineArchive(unpacked, context) : examineSingle(unpacked, context);
}

async function examineSingle(document: Single, context: GatherContext): Promise<Examined> {
  await giveWay();
  const classified = classify(document);
  if (classified.kind !== 'link')
    return { examination: await examineNewest(classified, context), container: document.container };
  const followed = await timed(context, 'well-formed', () => followLink(classified.url, context.asker));
  if (followed.kind === 'finding')
    return { examination: leaveUnread('link', followed.finding), container: document.container };
  const opened = unpack(followed.body);
  const container = document.container === 'link' ? opened.container : document.container;
  // A page that holds nothing but one more address is followed no further.
  if (opened.kind === 'link')
    return { examination: refuseKind('link', 'not-a-credential', 'page'), container };
  return { examination: await examineNewest(classify(opened), context), container };
}

/** The document, or the newer copy that its issuer offers. */
async function examineNewest(document: Classified, context: GatherContext): Promise<Examination> {
  await giveWay();
  return refreshDocument(document, await examine(document, context), context);
}

/** An archive with one credential is that credential; with several, each is examined by itself. */
async function examineArchive(archive: Archive, context: GatherContext): Promise<Examined> {
  const { container } = archive;
  const { credentials, others } = openArchive(archive);
  const [first, ...rest] = credentials;
  if (!first) {
    return { examination: refuseKind('unknown', 'not-a-credential', nouns[container]), container };
  }
  if (rest.length === 0) return { ...(await examineSingle(first.document, context)), container };
  const parts = await examineEntries(credentials, context);
  return { examination: combineParts(parts, others.length), container };
}

const atOnce = 4;
const addressesEach = 12;
const nouns = { zip: 'archive', pdf: 'PDF', png: 'picture', svg: 'picture' } as const;

/** Examines a few at a time; all of them share one budget of time and requests. */
async function examineEntries(entries: Entry[], context: GatherContext): Promise<Examination[]> {
  context.asker.allowMore(addressesEach * (entries.length - 1));
  const parts: Examination[] = [];
  for (let at = 0; at < entries.length; at += atOnce) {
    const some = entries.slice(at, at + atOnce).map(async ({ name, document }) => {
      const own: GatherContext = { ...context, tookMs: {} };
      const { examination } = await examineSingle(document, own);
      return { ...examination, label: name };
    });
    parts.push(...(await Promise.all(some)));
  }
  return parts;
}
