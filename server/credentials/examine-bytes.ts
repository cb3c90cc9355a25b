import type { Examination } from './core/examination.ts';
import type { Finding } from './core/report.ts';
import { examine } from './formats/examine.ts';
import { leaveUnread } from './formats/unread.ts';
import { classify } from './gather/classify.ts';
import type { GatherContext } from './gather/context.ts';
import { timed } from './gather/context.ts';
import { linkProblem } from './gather/ob2.ts';
import { unpack } from './gather/unpack/unpack.ts';
import type { Unpacked } from './gather/unpack/unpacked.ts';
import { refreshDocument } from './refresh-document.ts';

/**
 * Everything about a document short of who asks: unpacks the bytes, follows the addresses that the format needs,
 * computes what a signature says and judges it. Never throws for anything a document or the network does.
 */
export async function examineBytes(
  bytes: Uint8Array,
  context: GatherContext,
): Promise<{ examination: Examination; container: string }> {
  const first = await timed(context, 'well-formed', async () => unpack(bytes));
  const opened = first.kind === 'link' ? await followLink(first, context) : first;
  if (opened.kind === 'finding')
    return { examination: leaveUnread('link', opened.finding), container: first.container };
  const container = first.kind === 'link' && first.container === 'link' ? opened.container : first.container;
  const document = classify(opened);
  const examination = await examine(document, context);
  return { examination: await refreshDocument(document, examination, context), container };
}

type LinkProblem = { kind: 'finding'; finding: Finding };

async function followLink(
  link: Unpacked & { kind: 'link' },
  context: GatherContext,
): Promise<Exclude<Unpacked, { kind: 'link' }> | LinkProblem> {
  const { url } = link;
  const answer = await timed(context, 'well-formed', () => context.asker.ask(url, 'application/json, */*'));
  if (!answer.ok) {
    const state = answer.reason === 'blocked' ? 'blocked' : 'unreachable';
    return { kind: 'finding', finding: linkProblem({ state, url, status: null, detail: answer.detail }) };
  }
  // A revoked hosted badge may answer 410 with the document that says so.
  if (answer.status >= 400 && answer.status !== 410) {
    const { status } = answer;
    const problem = { state: 'unreachable', url, status, detail: `${url} answered ${status}` } as const;
    return { kind: 'finding', finding: linkProblem(problem) };
  }
  const opened = unpack(answer.body);
  if (opened.kind !== 'link') return opened;
  return { kind: 'refused', container: 'link', code: 'not-a-credential', detail: 'page' };
}
