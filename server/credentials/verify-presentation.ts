import { guardedFetch } from '#server/platform/fetch.ts';
import type { FetchPort } from './core/fetch-port.ts';
import type { JsonObject } from './core/json.ts';
import { type Asked, judgePresentation } from './core/judge-presentation.ts';
import { sortByRank } from './core/rank.ts';
import type { Finding } from './core/report.ts';
import { verifySdJwtPresentation } from './formats/sd-jwt.ts';
import { classify } from './gather/classify.ts';
import { startGathering } from './gather/context.ts';
import { gatherPresentation, listPresented } from './gather/presentation.ts';
import { unpack } from './gather/unpack/unpack.ts';

/** What a presentation proves: that whoever made it controls `holder`; or why it proves nothing. */
export type PresentationProof =
  | { ok: true; holder: string; form: 'document' | 'token'; credentials: string[] }
  | { ok: false; deciding: Finding };

const refuse = (code: Finding['code'], detail: string): PresentationProof => ({
  ok: false,
  deciding: { code, check: 'well-formed', detail },
});

/**
 * Verifies a presentation that was asked for: one proof for authentication, by a key that the holder's own document lists
 * for it, over exactly the challenge and the name of the verifier (verification.md §2.13). `credentials` are the texts
 * of those inside, which are not verified here. Never throws for what is in it or what the network does.
 */
export async function verifyPresentation(
  bytes: Uint8Array,
  asked: Asked,
  now: Date,
  fetch: FetchPort = guardedFetch,
): Promise<PresentationProof> {
  const document = classify(unpack(bytes));
  if (document.kind === 'refused') return refuse(document.code, document.detail);
  if (document.kind !== 'presentation') return refuse('not-a-credential', 'document');
  const facts = await gatherPresentation(document, startGathering(fetch, now));
  const findings = judgePresentation(facts, asked);
  // Whoever answers another request must hear that, whatever else may be wrong.
  const replayed = findings.find((finding) => finding.code === 'replayed');
  const [deciding = null] = replayed ? [replayed] : sortByRank(findings);
  if (deciding !== null) return { ok: false, deciding };
  const { holder } = facts;
  if (holder === null || !holder.startsWith('did:')) return refuse('key-missing', 'the holder is no DID');
  const isProven = [...facts.proofs, ...(facts.token ? [facts.token] : [])].some(
    (fact) => fact.arithmetic === 'right' && fact.key.state === 'published',
  );
  if (!isProven) return refuse('signature', 'the signature could not be computed');
  const form = facts.token === null ? 'document' : 'token';
  return { ok: true, holder, form, credentials: listPresented(document.json) };
}

/**
 * Verifies an SD-JWT VC that was asked for: its holder signed over our nonce and name with the key that the credential is
 * bound to. `credential` is the text without that signature, `claims` what it discloses; the credential itself is not
 * judged here.
 */
export async function verifyDisclosedPresentation(
  text: string,
  { challenge, domain }: Asked,
  now: Date,
  fetch: FetchPort = guardedFetch,
): Promise<
  { ok: true; holder: string; credential: string; claims: JsonObject } | { ok: false; deciding: Finding }
> {
  const context = startGathering(fetch, now);
  const shown = await verifySdJwtPresentation(text, { nonce: challenge, audience: domain }, context);
  const { proof, claims } = shown;
  if (!proof.proven)
    return { ok: false, deciding: { code: proof.code, check: 'recipient', detail: proof.detail } };
  if (claims === null)
    return {
      ok: false,
      deciding: { code: 'signature', check: 'proof', detail: 'a disclosure is not signed' },
    };
  const credential = text.slice(0, text.lastIndexOf('~') + 1);
  return { ok: true, holder: proof.holder, credential, claims };
}
