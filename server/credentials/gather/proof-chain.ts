import { type JsonObject, textOf, textsOf } from '../core/json.ts';
import type { Finding } from '../core/report.ts';

/** The proofs that one builds on, or what is wrong with the chain. */
export type Chain = { earlier: JsonObject[]; problems: Finding[] };

const broken = (code: Finding['code'], detail: string): Chain => ({
  earlier: [],
  problems: [{ code, check: 'proof', detail }],
});

/** The proofs that this one builds on; each must be there once, and none may build on itself (DI §4.6). */
export function readChain(proof: JsonObject, all: readonly JsonObject[]): Chain {
  const names = textsOf(proof.previousProof);
  if (names.length === 0) return { earlier: [], problems: [] };
  const byId = (id: string) => all.filter((other) => textOf(other.id) === id);
  const lost = names.find((name) => byId(name).length === 0);
  if (lost !== undefined) return broken('signature', `the earlier proof ${lost} is not there`);
  const double = names.find((name) => byId(name).length > 1);
  if (double !== undefined) return broken('malformed', `two proofs are called ${double}`);
  if (isCircular(proof, byId)) return broken('malformed', 'the proofs build on each other in a circle');
  return { earlier: all.filter((other) => names.includes(textOf(other.id) ?? '')), problems: [] };
}

/** True when a way along the earlier proofs comes back to where it was; also a circle that begins further down. */
function isCircular(proof: JsonObject, byId: (id: string) => JsonObject[]): boolean {
  const [open, done] = [new Set<JsonObject>(), new Set<JsonObject>()];
  const visit = (current: JsonObject): boolean => {
    if (open.has(current)) return true;
    if (done.has(current)) return false;
    open.add(current);
    const comesBack = textsOf(current.previousProof).flatMap(byId).some(visit);
    open.delete(current);
    done.add(current);
    return comesBack;
  };
  return visit(proof);
}
