import type { Examination } from './core/examination.ts';
import { judgeCopy, refreshUrlOf } from './core/refresh.ts';
import { examine } from './formats/examine.ts';
import { type Classified, classify } from './gather/classify.ts';
import { type GatherContext, timed } from './gather/context.ts';
import { decodeUtf8 } from './gather/read-json.ts';
import { credentialIn } from './gather/token.ts';
import { unpack } from './gather/unpack/unpack.ts';

const accept = 'application/vc+ld+json, application/vc, application/vc+jwt, application/json';

/**
 * Asks the issuer's refresh service once for a newer copy (verification.md §2.10). A copy that is the same
 * credential, newer and in order takes the place of the document; else the document is judged as it is.
 */
export async function refreshDocument(
  document: Classified,
  examination: Examination,
  context: GatherContext,
): Promise<Examination> {
  if (document.kind !== 'vc' && document.kind !== 'clr') return examination;
  const { source } = document;
  const credential = source.kind === 'token' ? credentialIn(source.token.body).credential : source.credential;
  const url = refreshUrlOf(credential, examination);
  if (url === null) return examination;
  const answer = await timed(context, 'dates', () => context.asker.ask(url, accept));
  const text = answer.ok && answer.status === 200 ? decodeUtf8(answer.body) : null;
  if (text === null) return remark(examination, 'its refresh service did not answer');
  const copy = await examineCopy(text, document.kind, context);
  const problem = copy === null ? 'its refresh service gave no credential' : judgeCopy(examination, copy);
  if (copy === null || problem !== null) return remark(examination, problem ?? '');
  const from = copy.credential?.validFrom ?? '';
  return {
    ...remark(copy, `this is the newer copy that its refresh service gave, from ${from}`),
    // It stays the credential that it was: only what is said of it is newer.
    payload: examination.payload,
    refreshed: { url, text },
  };
}

/** The copy must be of the kind of the original, so that a service cannot answer with a link or a picture. */
async function examineCopy(
  text: string,
  kind: 'vc' | 'clr',
  context: GatherContext,
): Promise<Examination | null> {
  const opened = unpack(new TextEncoder().encode(text));
  const copy = classify(opened);
  return copy.kind === kind ? examine(copy, { ...context, tookMs: {} }) : null;
}

function remark(examination: Examination, words: string): Examination {
  const dates = `It is in force; ${words}.`;
  return { ...examination, remarks: { ...examination.remarks, dates } };
}
