import { type Examination, plainExamination } from '../core/examination.ts';
import { asArray, type JsonObject } from '../core/json.ts';
import { judgePresentation, type PresentationFacts } from '../core/judge-presentation.ts';
import { type Classified, classifyPart } from '../gather/classify.ts';
import type { GatherContext } from '../gather/context.ts';
import { gatherPresentation } from '../gather/presentation.ts';
import type { Token } from '../gather/token.ts';
import { refuseKind } from './unread.ts';

/** How many credentials are looked at, and how many requests each adds to the budget of the whole. */
const limits = { parts: 20, requestsPerPart: 3 } as const;

/** A presentation as recognised. */
type Presented = { format: string; json: JsonObject; token: Token | null; values: number; payload: string };

/** Examines any other kind of document; an argument, because the table of kinds knows this file. */
type Examine = (document: Classified, context: GatherContext) => Promise<Examination>;

/**
 * A presentation handed in like a file (VCDM 2.0 §4.13, verification.md §2.13): its own proof is verified as one for
 * authentication, and each credential inside alone. Its challenge belongs to a conversation that is over, so it proves
 * nothing about whoever brings it; being a mere wrapper, it has no say about what is in it.
 */
export async function examinePresentation(
  presented: Presented,
  context: GatherContext,
  examine: Examine,
): Promise<Examination> {
  const { format, json, payload } = presented;
  const facts = await gatherPresentation(presented, context);
  const held = asArray(json.verifiableCredential);
  const documents = held.slice(0, limits.parts).map(classifyPart);
  context.asker.allowMore(documents.length * limits.requestsPerPart);
  const parts: Examination[] = [];
  for (const document of documents) parts.push(await examinePart(document, context, examine));
  const findings = judgePresentation(facts, null);
  if (held.length > limits.parts)
    findings.push({
      code: 'too-large',
      check: 'well-formed',
      detail: `it holds more than ${limits.parts} credentials`,
    });
  return {
    ...plainExamination,
    format,
    payload,
    findings,
    states: statesOf(facts),
    remarks: {
      'well-formed': `It can be read, and holds ${held.length} credentials, each with a report of its own.`,
      proof: 'It is as its holder signed it, for a request that was not ours.',
      issuer: 'The key is one that its holder uses to sign in.',
      dates: 'Its proof is in force.',
      recipient: 'Each of its credentials says for itself whom it was issued to.',
    },
    recipient: { subjectId: null, identities: [] },
    credential: null,
    canBeWithdrawn: false,
    yieldsSkills: false,
    statusLists: [...new Set(parts.flatMap(({ statusLists }) => statusLists))],
    parts,
  };
}

/** One credential inside, as if it had come alone. Presentations inside presentations are not opened. */
async function examinePart(
  document: Classified,
  outer: GatherContext,
  examine: Examine,
): Promise<Examination> {
  if (document.kind === 'presentation' || document.kind === 'link')
    return refuseKind(document.format, 'not-a-credential', 'part');
  return examine(document, { ...outer, tookMs: {} });
}

function statesOf({ graph, proofs, token }: PresentationFacts): Examination['states'] {
  const secured = token === null ? proofs : [token];
  const isRight = secured.some((fact) => fact.arithmetic === 'right' && fact.key.state === 'published');
  const hasKey = secured.some((fact) => fact.key.state === 'published');
  return {
    'well-formed': token !== null || graph.state !== 'faulty' ? 'done' : 'not-done',
    proof: isRight ? 'done' : 'not-done',
    issuer: hasKey ? 'done' : 'not-done',
    recipient: 'not-done',
    dates: 'done',
    status: 'nothing-stated',
    schema: 'nothing-stated',
    endorsements: 'nothing-stated',
  };
}
