import type { ProofOutput } from '#server/credentials/schemas.ts';

/** The number of the latest report, short enough to read out: the random end of its id. */
export function reportNumber(proof: Pick<ProofOutput, 'runs' | 'id'>): string {
  const id = (proof.runs[0]?.id ?? proof.id).replaceAll('-', '').slice(-8).toUpperCase();
  return `${id.slice(0, 4)}-${id.slice(4)}`;
}
