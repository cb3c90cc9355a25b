import type { Ob2Facts, VcFacts } from './core/facts.ts';
import type { Finding } from './core/report.ts';
import { type Classified, classify } from './gather/classify.ts';
import type { GatherContext } from './gather/context.ts';
import { timed } from './gather/context.ts';
import { gatherOb2, linkProblem } from './gather/ob2.ts';
import { unpack } from './gather/unpack/unpack.ts';
import type { Unpacked } from './gather/unpack/unpacked.ts';
import { gatherVc } from './gather/vc.ts';

/** A document and everything that was found out about it; `unread` when it could not be taken further. */
export type Gathered = { format: string; container: string; payload: string | null } & (
  | { facts: VcFacts | Ob2Facts }
  | { facts: null; finding: Finding }
);

/**
 * The one impure step of a verification: unpacks the bytes, follows the addresses that the format needs, and
 * computes what a signature says. Never throws for anything a document or the network does.
 */
export async function gatherFacts(bytes: Uint8Array, context: GatherContext): Promise<Gathered> {
  const first = await timed(context, 'well-formed', async () => unpack(bytes));
  const opened = first.kind === 'link' ? await followLink(first, context) : first;
  if ('code' in opened && opened.kind === 'finding') {
    return { format: 'link', container: first.container, payload: null, facts: null, finding: opened };
  }
  const container = first.kind === 'link' && first.container === 'link' ? opened.container : first.container;
  return gatherClassified(classify(opened), container, context);
}

type LinkFinding = Finding & { kind: 'finding' };

async function followLink(
  link: Unpacked & { kind: 'link' },
  context: GatherContext,
): Promise<Exclude<Unpacked, { kind: 'link' }> | LinkFinding> {
  const answer = await timed(context, 'well-formed', () =>
    context.asker.ask(link.url, 'application/json, */*'),
  );
  if (!answer.ok) {
    const state = answer.reason === 'blocked' ? 'blocked' : 'unreachable';
    const problem = linkProblem({ state, url: link.url, status: null, detail: answer.detail });
    return { ...problem, kind: 'finding' };
  }
  // A revoked hosted badge may answer 410 with the document that says so.
  if (answer.status >= 400 && answer.status !== 410) {
    const detail = `${link.url} answered ${answer.status}`;
    return {
      ...linkProblem({ state: 'unreachable', url: link.url, status: answer.status, detail }),
      kind: 'finding',
    };
  }
  const opened = unpack(answer.body);
  if (opened.kind !== 'link') return opened;
  return { kind: 'refused', container: 'link', code: 'not-a-credential', detail: 'page' };
}

async function gatherClassified(
  document: Classified,
  container: string,
  context: GatherContext,
): Promise<Gathered> {
  const { format } = document;
  switch (document.kind) {
    case 'vc': {
      const facts = await gatherVc(
        { kind: 'document', credential: document.json, values: document.values },
        context,
      );
      return { format, container, payload: document.payload, facts };
    }
    case 'vc-token': {
      const facts = await gatherVc({ kind: 'token', token: document.token }, context);
      return { format, container, payload: document.payload, facts };
    }
    case 'ob2': {
      const token = document.securing === 'signed' ? document.token : null;
      const facts = await gatherOb2({ named: document.json, token }, context);
      // Of a hosted badge the fetched document is the payload.
      const isFetched = token === null && facts.assertion?.state === 'found';
      const payload =
        isFetched && facts.assertion?.state === 'found'
          ? JSON.stringify(facts.assertion.json)
          : document.payload;
      return { format, container, payload, facts };
    }
    case 'link':
      return {
        format,
        container,
        payload: null,
        facts: null,
        finding: unreadable('not-a-credential', 'page'),
      };
    case 'refused':
      return {
        format,
        container,
        payload: null,
        facts: null,
        finding: unreadable(document.code, document.detail),
      };
  }
}

const proofCodes: Finding['code'][] = ['unsupported-suite', 'key-missing'];

function unreadable(code: Finding['code'], detail: string): Finding {
  return { code, check: proofCodes.includes(code) ? 'proof' : 'well-formed', detail };
}
