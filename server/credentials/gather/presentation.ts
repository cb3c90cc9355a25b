import { isBundledContext } from '../contexts/bundled-contexts.ts';
import {
  asArray,
  idOf,
  isObject,
  type Json,
  type JsonObject,
  objectsOf,
  textOf,
  typesOf,
} from '../core/json.ts';
import type { PresentationFacts, PresentationToken } from '../core/judge-presentation.ts';
import { type GatherContext, timed } from './context.ts';
import { judgeGraph, readGraph } from './graph.ts';
import { resolveKey } from './keys/resolve-key.ts';
import { isSelfDescribing } from './keys/self-describing.ts';
import { gatherProofs } from './proofs.ts';
import { type Token, verifyToken } from './token.ts';

/** A presentation taken apart; `values` is what the gate counted. */
export type PresentationSource = { json: JsonObject; token: Token | null; values: number };

/** Gathers what is to be known about a presentation itself: who signed it, and whether the signature fits. */
export async function gatherPresentation(
  { json, token, values }: PresentationSource,
  context: GatherContext,
): Promise<PresentationFacts> {
  const holder = findHolder(json, token);
  const facts = { presentation: json, holder, isBundled: isBundledContext, now: context.now };
  if (token !== null)
    return {
      ...facts,
      graph: { state: 'not-read' },
      proofs: [],
      token: await gatherPresentationToken(token, holder, context),
    };
  const graph = await timed(context, 'well-formed', () => readGraph(json, values));
  const signer = { id: holder, purpose: 'authentication' as const };
  const proofs = await gatherProofs(json, graph, context, signer);
  return { ...facts, graph: judgeGraph(graph), proofs, token: null };
}

/** The holder that is stated, else whose key the proof names: nothing else can be proven by it (VCDM 2.0 §4.13). */
function findHolder(json: JsonObject, token: Token | null): string | null {
  if (token !== null) return textOf(token.body.iss) ?? idOf(json.holder);
  const [proof] = objectsOf(json.proof);
  return idOf(json.holder) ?? idOf(proof?.verificationMethod)?.split('#')[0] ?? null;
}

async function gatherPresentationToken(
  token: Token,
  holder: string | null,
  context: GatherContext,
): Promise<PresentationToken> {
  const { header, body } = token;
  const kid = textOf(header.kid) ?? (holder !== null && isSelfDescribing(holder) ? holder : null);
  if (holder === null || kid === null) {
    const detail = 'the token does not say whose key signed it';
    const key = { state: 'missing' as const, methodId: null, detail };
    return { header, body, key, ...verifyToken(token, null) };
  }
  const methodId = /^(?:did:|#)/.test(kid) ? kid : `${holder}#${kid}`;
  const { fact, key } = await timed(context, 'issuer', () =>
    resolveKey(holder, methodId, context, 'authentication'),
  );
  return { header, body, key: fact, ...verifyToken(token, key) };
}

const enveloped =
  /^data:application\/(?:vc\+jwt|vc\+ld\+json\+jwt|jwt|dc\+sd-jwt|vc\+sd-jwt)(?:;[^,]*)?,(.+)$/;

/** The credentials inside a presentation, each as the text that it would be as a file. */
export function listPresented(presentation: JsonObject): string[] {
  return asArray(presentation.verifiableCredential).map(textOfPresented);
}

/** A token is its own text; one in an envelope (VCDM 2.0 §4.13.1) is taken out of it. */
function textOfPresented(item: Json): string {
  if (typeof item === 'string') return item;
  const isEnvelope = isObject(item) && typesOf(item).includes('EnvelopedVerifiableCredential');
  const inner = isEnvelope ? enveloped.exec(textOf(item.id) ?? '')?.[1] : undefined;
  return inner ?? JSON.stringify(item);
}
