import { type Examination, plainExamination } from '../core/examination.ts';
import type { SdJwtFacts } from '../core/facts.ts';
import type { JsonObject } from '../core/json.ts';
import { type Challenge, judgeKeyBinding, judgeSdJwt } from '../core/judge-sd-jwt.ts';
import type { FindingCode } from '../core/report.ts';
import { statesOfSdJwt } from '../core/states.ts';
import { describeStatuses } from '../core/status-rules.ts';
import { recipientOfSdJwt, viewSdJwt } from '../core/view-sd-jwt.ts';
import type { GatherContext } from '../gather/context.ts';
import { gatherSdJwt, type ReadSdJwt, readSdJwt } from '../gather/sd-jwt.ts';
import { refuseKind } from './unread.ts';

/**
 * SD-JWT VC, selective disclosure in a token (verification.md §2.7). Whether the holder has to prove the key that it
 * is bound to is a matter of who asks: a file handed in is judged without, and says how it stands.
 */
export async function examineSdJwt(
  { format, text }: { format: string; text: string },
  context: GatherContext,
): Promise<Examination> {
  const read = readSdJwt(text);
  if (!read.ok) return refuseKind(format, read.code, read.detail);
  return describeSdJwt(format, read, await gatherSdJwt(read, context));
}

/** Whether the holder proved the key that the credential is bound to; `holder` is its DID. */
export type HolderProof =
  | { proven: true; holder: string }
  | { proven: false; code: FindingCode; detail: string };

/** A presented SD-JWT VC: what it is worth by itself, what it discloses, and whether its holder presented it. */
export type PresentedSdJwt = {
  examination: Examination;
  /** The disclosed claims; null when the disclosures are not those that the issuer signed. */
  claims: JsonObject | null;
  proof: HolderProof;
};

/**
 * Verifies an SD-JWT VC that was presented on request (OpenID4VP, verification.md §2.13 no. 4): the credential in full, and
 * the holder's signature against nonce and audience. That a nonce is used once is kept by who gave it out.
 *
 * @returns never throws; a refused proof has one of `missing-proof`, `signature`, `replayed`, `malformed`
 */
export async function verifySdJwtPresentation(
  text: string,
  challenge: Challenge,
  context: GatherContext,
): Promise<PresentedSdJwt> {
  const format = 'sd-jwt-vc';
  const read = readSdJwt(text);
  if (!read.ok) {
    const { code, detail } = read;
    const examination = refuseKind(format, code, detail);
    return { examination, claims: null, proof: { proven: false, code: 'malformed', detail } };
  }
  const facts = await gatherSdJwt(read, context);
  const fault = judgeKeyBinding(facts.binding, challenge, context.now);
  return {
    examination: describeSdJwt(format, read, facts),
    claims: facts.opened.ok ? facts.opened.claims : null,
    proof: proofOf(fault, facts.holder),
  };
}

function proofOf(fault: ReturnType<typeof judgeKeyBinding>, holder: string | null): HolderProof {
  if (fault !== null) return { proven: false, ...fault };
  if (holder !== null) return { proven: true, holder };
  return { proven: false, code: 'missing-proof', detail: 'the credential names no key of a holder' };
}

function describeSdJwt(
  format: string,
  { split, token }: Extract<ReadSdJwt, { ok: true }>,
  facts: SdJwtFacts,
): Examination {
  const status = describeStatuses(facts.statuses);
  return {
    ...plainExamination,
    format,
    // The same token with other disclosures says something else.
    payload: [token.bodyText, ...split.disclosures.toSorted()].join('~'),
    findings: judgeSdJwt(facts),
    states: statesOfSdJwt(facts),
    recipient: recipientOfSdJwt(facts),
    credential: viewSdJwt(facts),
    yieldsSkills: true,
    ...status,
    remarks: { ...status.remarks, proof: remarkOnHolder(facts) },
  };
}

function remarkOnHolder({ holder, binding }: SdJwtFacts): string {
  const made = 'It is as the issuer made it';
  if (holder === null) return `${made}, and bound to no key: whoever has it can show it.`;
  if (binding.state === 'made') return `${made}, and its holder once signed for it; not to us.`;
  return `${made}, and bound to a key of its holder. Nobody has proven that key with this file.`;
}
